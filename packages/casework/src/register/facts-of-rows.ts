/** What the registers in force say about one enterprise, as facts of a dossier. */
import { formatMoney, parseMoney } from "@zhengdui/basics";
import { cellOf, type RegisterKind, type RegisterRow, type Supply, type Where } from "./register-kind.ts";

export interface SuppliedFact {
  /** `applicant.aboveScale`, `outsideAwards` */
  readonly fact: string;
  readonly value: boolean | string | readonly Readonly<Record<string, string | null>>[];
}

/** `rows`: those of the enterprise in the version in force. Nothing is said where nothing is known. */
export const factsOfRows = (kind: RegisterKind, rows: readonly RegisterRow[]): readonly SuppliedFact[] =>
  kind.supplies.flatMap((supply) => {
    const value = suppliedBy(kind, supply, rows);
    return value === null ? [] : [{ fact: supply.fact, value }];
  });

function suppliedBy(kind: RegisterKind, supply: Supply, rows: readonly RegisterRow[]): SuppliedFact["value"] | null {
  switch (supply.from) {
    case "listed":
      return rows.length > 0 ? true : supply.complete ? false : null;
    case "column":
      return rows.map((row) => cellOf(kind, row, supply.column)).find((cell) => cell !== null) ?? null;
    case "sum":
      return rows.length === 0 ? null : sumOf(kind, supply.column, meeting(kind, supply.where, rows));
    case "rows": {
      const met = meeting(kind, supply.where, rows);
      const columns = Object.entries(supply.columns);
      return met.length === 0
        ? null
        : met.map((row) => Object.fromEntries(columns.map(([fact, id]) => [fact, cellOf(kind, row, id)])));
    }
  }
}

const meeting = (kind: RegisterKind, where: Where = {}, rows: readonly RegisterRow[]): readonly RegisterRow[] =>
  rows.filter((row) => Object.entries(where).every(([id, value]) => cellOf(kind, row, id) === value));

/** Of money: 元 with two decimals. */
function sumOf(kind: RegisterKind, column: string, rows: readonly RegisterRow[]): string {
  const fens = rows.map((row) => parseMoney(cellOf(kind, row, column) ?? "0"));
  return formatMoney(fens.reduce((sum, fen) => sum + (fen.ok ? fen.value : 0), 0));
}
