/** What a register is, as data: who supplies it, for which period, its columns, and what it says about an enterprise. One file each in `registers/`. */

export type ColumnType = "text" | "credit-code" | "name" | "year" | "day" | "money" | "decimal" | "choice";

export interface RegisterColumn {
  readonly id: string;
  readonly label: string;
  /** Other headings that are met for it. */
  readonly also: readonly string[];
  readonly type: ColumnType;
  readonly required: boolean;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** For who fills it in. */
  readonly note?: string;
}

/** A fact of a policy's facts.md that a register supplies. What an enterprise is or isn't on; what stands in one column; a sum; or a list of rows. */
export type Supply =
  | { readonly fact: string; readonly from: "listed"; readonly complete: boolean }
  | { readonly fact: string; readonly from: "column"; readonly column: string }
  | { readonly fact: string; readonly from: "sum"; readonly column: string; readonly where?: Where }
  | { readonly fact: string; readonly from: "rows"; readonly columns: Readonly<Record<string, string>>; readonly where?: Where };

/** Column → the value that it must have. */
export type Where = Readonly<Record<string, string>>;

export interface FilledWhere {
  readonly column: string;
  readonly where: Where;
}

/** Which actions read and import it: `register.*`, `contribution.*` or `ledger.*`. */
export type Family = "register" | "contribution" | "ledger";

export interface RegisterKind {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly supplier: string;
  /** Who sees an enterprise's rows in its file, in the words of a policy's facts: 公开, 内部, 商密; 财税 is in no file. */
  readonly privacy: "公开" | "内部" | "商密" | "财税";
  /** Why it is kept: law, document, or practice that is to be confirmed. */
  readonly basis: string;
  readonly period: "year" | "day";
  readonly columns: readonly RegisterColumn[];
  /** Ids of the columns that tell rows apart. */
  readonly key: readonly string[];
  /** A credit code that the enterprise file doesn't know: added on demand, refused, or let be (it may lie outside the county). */
  readonly unknownEnterprise: "add" | "refuse" | "accept";
  /** Pairs of days: the second isn't before the first. */
  readonly inOrder: readonly (readonly [string, string])[];
  /** Columns that are filled in there, and nowhere else. */
  readonly filledWhere: readonly FilledWhere[];
  /** The column with the last day on which a row holds; null: rows have no end of their own. */
  readonly ends: string | null;
  readonly supplies: readonly Supply[];
}

/** A row as it is kept. `cells` in the order of the kind's columns: canonical texts (money "1234.56", a day "2023-05-01", an option's id). */
export interface RegisterRow {
  /** The row in the file, from 1. */
  readonly place: number;
  readonly key: string;
  readonly uscc: string | null;
  readonly name: string | null;
  readonly cells: readonly (string | null)[];
}

/** By convention the columns `uscc` and `name` are the enterprise's. */
export const columnAt = (kind: RegisterKind, id: string): number => kind.columns.findIndex((column) => column.id === id);

export const cellOf = (kind: RegisterKind, row: RegisterRow, id: string): string | null => row.cells[columnAt(kind, id)] ?? null;

/** Its last day has passed. `today` as YYYY-MM-DD. */
export function hasEnded(kind: RegisterKind, cells: readonly (string | null)[], today: string): boolean {
  const last = kind.ends === null ? null : cells[columnAt(kind, kind.ends)];
  return typeof last === "string" && last < today;
}

/** What is wrong with a kind that has the right shape; [] where nothing is. */
export function faultsOfKind(kind: RegisterKind): readonly string[] {
  const ids = kind.columns.map(({ id }) => id);
  const filled = kind.filledWhere.flatMap(({ column, where }) => [column, ...Object.keys(where)]);
  const ends = kind.ends === null ? [] : [kind.ends];
  const named = [...kind.key, ...kind.inOrder.flat(), ...filled, ...ends, ...kind.supplies.flatMap(columnsOfSupply)];
  const unknown = [...new Set(named.filter((id) => !ids.includes(id)))].map((id) => `没有“${id}”这一列`);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `列“${id}”写了两次`);
  const optionless = kind.columns
    .filter(({ type, options }) => (type === "choice") !== options.length > 0)
    .map(({ id }) => `列“${id}”的类型和选项不相符：只有单选（choice）才有选项，也必须有`);
  const keyless = kind.key.length === 0 ? ["没有写明凭哪几列分辨各行（key）"] : [];
  const endless = kind.columns
    .filter(({ id, type }) => id === kind.ends && type !== "day")
    .map(({ id }) => `列“${id}”写作到期日（ends），却不是日期（day）`);
  return [...unknown, ...twice, ...optionless, ...keyless, ...endless];
}

function columnsOfSupply(supply: Supply): string[] {
  switch (supply.from) {
    case "listed":
      return [];
    case "column":
      return [supply.column];
    case "sum":
      return [supply.column, ...Object.keys(supply.where ?? {})];
    case "rows":
      return [...Object.values(supply.columns), ...Object.keys(supply.where ?? {})];
  }
}

/** "2023" or "2023-05-01" as the kind asks; what else is given comes back as a sentence. */
export function faultOfPeriod(kind: Pick<RegisterKind, "title" | "period">, period: string): string | null {
  if (kind.period === "year") return /^(19|20)\d{2}$/.test(period) ? null : `${kind.title}按年度，应写四位年份，如 2023。`;
  return /^(19|20)\d{2}-\d{2}-\d{2}$/.test(period) ? null : `${kind.title}按截至日，应写 YYYY-MM-DD，如 2023-05-01。`;
}
