/** Imports packages of claims with attachments: claims, what each package brought, units, files, the calls that leave the house; all of it or nothing. */
import { zipSync } from "fflate";
import { writeXlsx } from "../../../apps/server/src/sheet/write-xlsx.ts";
import type { Caller } from "../caller.ts";
import { codes, missingOf, type Note, newPdf, type Writer } from "../deeds.ts";

/** So many claims a package, each with an attachment. */
export const CLAIMS_SIZE = 6;
const HEADS = ["申报编号", "统一社会信用代码", "单位名称", "申报金额（万元）"];
const MAPPING = {
  name: "示例平台",
  policy: "jinjiang-2023-11",
  mapping: {
    headings: { number: "申报编号", uscc: "统一社会信用代码", name: "单位名称", claimed: "申报金额（万元）" },
    claimedUnit: "wan",
    attachments: "附件/{number}/",
  },
};

interface Brought {
  readonly package: { readonly id: string };
  readonly claims: readonly { readonly number: string }[];
}

export const saveMapping = (officer: Caller): Promise<unknown> => officer.call("POST", "/mappings", MAPPING);

export function packageWriter(officer: Caller, note: Note): Writer {
  const nextCode = codes("MF");
  let made = 0;
  const zip = (): Buffer => {
    const numbers = Array.from({ length: CLAIMS_SIZE }, (_, at) => `P${made}-${at}`);
    const rows = numbers.map((number) => [number, nextCode(), `示例申报${number}有限公司`, "12.5"]);
    const sheet = writeXlsx([{ name: "申报", widths: HEADS.map(() => 12), rows: [HEADS, ...rows] }]);
    const attachments = Object.fromEntries(numbers.map((number) => [`附件/${number}/合同.pdf`, newPdf()]));
    return Buffer.from(zipSync({ "申报表.xlsx": sheet, ...attachments }));
  };
  return {
    name: "packages",
    write: async () => {
      made++;
      const query = new URLSearchParams({ mapping: MAPPING.name, name: `导出${made}.zip`, addUnits: "true" });
      const taken = await officer.call<Brought>("POST", `/packages?${query}`, { bytes: zip(), type: "application/zip" });
      note("package", taken.package.id, { first: `P${made}-0` });
    },
    missing: (deeds) =>
      missingOf(deeds, async ({ id, detail }) => {
        const { claims } = await officer.call<Brought>("GET", `/packages/${id}`);
        const first = await officer.call<{ number: string; attachments: unknown[] }>("GET", `/claims/${detail.first}`);
        return claims.length === CLAIMS_SIZE && first.number === detail.first && first.attachments.length === 1;
      }),
  };
}
