/** An award of an earlier year as the ledger keeps it, read from a register's row; what makes two rows the same project, or parts of one award. */
import { parseMoney } from "@zhengdui/basics";
import { cellOf, type RegisterKind, type RegisterRow } from "../register/register-kind.ts";
import { folded } from "../sheet/sheet-cell.ts";
import { codesOfLine, type EnterpriseLines, lineOf } from "./enterprise-lines.ts";

export type LedgerSource = "ours" | "other";

export interface Award {
  /** The row of its version. */
  readonly place: number;
  readonly source: LedgerSource;
  /** The bureau that gave it. */
  readonly organ: string;
  readonly policy: string;
  readonly clause: string | null;
  readonly policyYear: number;
  readonly claimYear: number;
  readonly budgetYear: number | null;
  readonly uscc: string;
  readonly payee: string;
  readonly project: string | null;
  readonly projectNumber: string | null;
  /** Of an event or training. */
  readonly organiser: string | null;
  readonly invoices: readonly string[];
  /** 分 */
  readonly expense: number | null;
  readonly approved: number;
  /** null: nothing was paid yet. */
  readonly paid: number | null;
  readonly paidOn: string | null;
  readonly document: string | null;
  /** Rows that share one are the same project: its number, and its name at the same applicant. */
  readonly projectKeys: readonly string[];
  /** Rows that share it are parts of one award (paid by instalments). null: the row is an award by itself. */
  readonly awardKey: string | null;
}

/** The kinds of the family `ledger`, and whose awards each brings. */
const SOURCES: Readonly<Record<string, LedgerSource>> = { "ledger-ours": "ours", "ledger-other": "other" };

/** null: the kind or the row isn't the ledger's; a kind of the family `ledger` names all columns, and its row was read with them. */
export function awardOfRow(kind: RegisterKind, row: RegisterRow): Award | null {
  const source = SOURCES[kind.id];
  if (source === undefined || row.uscc === null) return null;
  const text = (id: string): string | null => cellOf(kind, row, id);
  const year = (id: string): number => Number(text(id) ?? "0");
  const [project, projectNumber] = [text("project"), text("project-number")];
  const award = {
    place: row.place,
    source,
    organ: text("organ") ?? "",
    policy: text("policy") ?? "",
    clause: text("clause"),
    policyYear: year("policy-year"),
    claimYear: year("claim-year"),
    budgetYear: text("budget-year") === null ? null : year("budget-year"),
    uscc: row.uscc,
    payee: row.name ?? row.uscc,
    project,
    projectNumber,
    organiser: text("organiser"),
    invoices: invoicesIn(text("invoices")),
    expense: fenOf(text("expense")),
    approved: fenOf(text("approved")) ?? 0,
    paid: fenOf(text("paid")),
    paidOn: text("paid-on"),
    document: text("document"),
    projectKeys: projectKeysOf(row.uscc, project, projectNumber),
  };
  return { ...award, awardKey: awardKeyOf(award) };
}

/** Columns that a kind of the family `ledger` must have. */
export const LEDGER_COLUMNS: readonly string[] = [
  ...["organ", "policy", "clause", "policy-year", "claim-year", "budget-year", "uscc", "name", "project", "project-number"],
  ...["organiser", "invoices", "expense", "approved", "paid", "paid-on", "document"],
];

/** Several numbers in a cell, apart by 、 ; ， or a line end; each once. */
export const invoicesIn = (text: string | null): readonly string[] => [
  ...new Set(
    (text ?? "")
      .split(/[、;；,，\r\n]+/)
      .map((number) => number.normalize("NFKC").replace(/\s/g, ""))
      .filter((number) => number !== ""),
  ),
];

export const projectKeysOf = (uscc: string, project: string | null, number: string | null): readonly string[] => [
  ...(number === null ? [] : [`#${folded(number)}`]),
  ...(project === null ? [] : [`${uscc} ${folded(project)}`]),
];

type Keyed = Pick<Award, "uscc" | "projectKeys">;

const isByName = (key: string, uscc: string): boolean => key.startsWith(`${uscc} `);

/** Its project as all are called that became one enterprise: a name at any of them is the same project. */
export const projectKeysInLine = ({ uscc, projectKeys }: Keyed, lines: EnterpriseLines): readonly string[] =>
  projectKeys.map((key) => (isByName(key, uscc) ? lineOf(lines, uscc) + key.slice(uscc.length) : key));

/** Its project under every code of its line: as it may stand in other rows. */
export const projectKeysAnywhere = ({ uscc, projectKeys }: Keyed, lines: EnterpriseLines): readonly string[] =>
  projectKeys.flatMap((key) =>
    isByName(key, uscc) ? codesOfLine(lines, uscc).map((code) => code + key.slice(uscc.length)) : [key],
  );

function awardKeyOf({ document, uscc, policy, clause, projectKeys }: Omit<Award, "awardKey">): string | null {
  if (document === null) return null;
  return [folded(document), uscc, folded(policy), folded(clause ?? ""), projectKeys[0] ?? ""].join(" ");
}

function fenOf(money: string | null): number | null {
  const read = money === null ? null : parseMoney(money);
  return read?.ok ? read.value : null;
}
