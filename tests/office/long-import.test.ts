/** An import that thinks for long between two statements, in a transaction that PostgreSQL would take for forgotten. */
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { confirmRegister } from "../../apps/server/src/sheet/confirm-register.ts";
import { previewRegister } from "../../apps/server/src/sheet/preview-register.ts";
import { writeXlsx } from "../../apps/server/src/sheet/write-xlsx.ts";
import type { Tx } from "../../packages/store/src/index.ts";
import { openTestOffice } from "./test-office.ts";

const SHOES = "91350582MA8801386B";

it("an import may take longer than what PostgreSQL takes for forgotten", async () => {
  const office = await openTestOffice();
  await office.addEnterprise({ uscc: SHOES, name: "示例鞋业有限公司", territory: "陈埭镇" });
  const officer = await office.person("case-officer");
  const kinds = [...office.office.parts.registers.values()];
  const kind = kinds.find(({ id }) => id === "above-scale");
  if (kind === undefined) throw new Error("no such register");
  const impatient = <T>(work: (tx: Tx) => Promise<T>) =>
    office.asSystem(async (tx) => {
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '100ms'`);
      return work(tx);
    });
  /** The whole process thinks, as it would over a file of a million rows. */
  const slow = () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    return () => undefined;
  };
  const { now } = office.clock;
  const bytes = writeXlsx([
    {
      name: "规上名单",
      widths: [],
      rows: [
        ["信用代码", "企业名称"],
        [SHOES, "示例鞋业有限公司"],
      ],
    },
  ]);
  const file = { kind, period: "2019", fileName: "名单.xlsx", bytes, force: false, by: officer.account, now };
  const previewed = await impatient((tx) => previewRegister(tx, file, slow));
  const preview = previewed.ok ? previewed.value.id : "none";
  const asked = { preview, addEnterprises: true, by: officer.account, now };
  expect((await impatient((tx) => confirmRegister(tx, kinds, asked, () => slow))).ok).toBe(true);
  await office.close();
});
