/** Imports registers and ledgers of many rows, and undoes them: a version with all its rows (and enterprises, and awards), or nothing. */
import type { Caller } from "../caller.ts";
import { codes, missingOf, type Note, type Writer } from "../deeds.ts";

/** So many rows a version. */
export const ROWS_SIZE = 120;
const CSV = "text/csv";

interface Version {
  readonly id: string;
  readonly undoneAt: string | null;
}

interface Register {
  readonly path: "/registers" | "/ledger";
  readonly kind: string;
  readonly period: string;
  /** Letters of its enterprises' codes. */
  readonly letters: string;
  readonly head: string;
  readonly row: (uscc: string, name: string, at: number) => string;
}

export const REGISTER: Register = {
  ...{ path: "/registers", kind: "above-scale", period: "2023", letters: "MD" },
  head: "统一社会信用代码,单位名称",
  row: (uscc, name) => `${uscc},${name}`,
};

export const LEDGER: Register = {
  ...{ path: "/ledger", kind: "ledger-ours", period: "2022", letters: "ME" },
  head: "发放部门,政策文号,政策年度,申报年度,统一社会信用代码,收款单位,项目名称,发票号码,核定金额（元）",
  row: (uscc, name, at) => `工信局,示例规〔2021〕1号,2021,2022,${uscc},${name},示例项目${at},SL${uscc.slice(8)},${at}00.00`,
};

export function registerWriter(officer: Caller, register: Register, note: Note): Writer {
  const { path, kind, period, letters, head, row } = register;
  const nextCode = codes(letters);
  let made = 0;
  const file = (): Buffer => {
    const rows = Array.from({ length: ROWS_SIZE }, (_, at) => row(nextCode(), `示例名录${made}之${at}有限公司`, at + 1));
    return Buffer.from(`\uFEFF${[head, ...rows].join("\r\n")}\r\n`);
  };
  const isLedger = path === "/ledger";
  return {
    name: isLedger ? "ledgers" : "registers",
    write: async () => {
      made++;
      const query = new URLSearchParams({ kind, period, name: `名录${made}.csv` });
      const { preview } = await officer.call<{ preview: string }>("POST", `${path}/previews?${query}`, {
        bytes: file(),
        type: CSV,
      });
      const confirm = `${path}/previews/${preview}/confirm`;
      const { version } = await officer.call<{ version: Version }>("POST", confirm, { addEnterprises: true });
      note(isLedger ? "ledger" : "register", version.id);
      if (made % 3 !== 0) return;
      await officer.call("POST", `${path}/versions/${version.id}/undo`, { reason: "试导入，撤销" });
      note("register-undo", version.id);
    },
    missing: (deeds) =>
      missingOf(deeds, async ({ kind, id }) => {
        const page = await officer.call<{ version: Version; rows: unknown[] }>("GET", `${path}/versions/${id}/rows?limit=500`);
        return page.rows.length === ROWS_SIZE && (kind !== "register-undo" || page.version.undoneAt !== null);
      }),
  };
}
