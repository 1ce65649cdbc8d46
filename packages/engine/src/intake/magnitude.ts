/** Could a dossier's amounts leave the exact range? A quick look, before anything is computed. */
import type { FactSchema } from "@zhengdui/policy";
import type { Prepared, Row } from "../dossier.ts";
import { rowsOf } from "../rows.ts";

/** 分, or days, or people: below it, no product of two figures and a rate, over no more rows than that, comes near 2^53. */
const LARGE_SIZE = 10 ** 12;
const COUNT_SIZE = 10 ** 5;
const ROWS_SIZE = 5_000;

export function mayLeaveRange(facts: FactSchema, dossier: Prepared): boolean {
  let rows = 0;
  for (const { id, facts: declared } of facts.lists) {
    const list = rowsOf(dossier, id);
    rows += list.length;
    const counts = declared.filter(({ type }) => type.kind === "count").map(({ key }) => key);
    for (const row of list) if (isLarge(row, counts)) return true;
  }
  if (rows > ROWS_SIZE) return true;
  return facts.records.some(({ id, facts: declared }) =>
    isLarge(
      dossier[id] as Row,
      declared.filter(({ type }) => type.kind === "count").map(({ key }) => key),
    ),
  );
}

function isLarge(row: Row, counts: readonly string[]): boolean {
  for (const key in row) {
    const value = row[key];
    if (typeof value === "number" && value >= LARGE_SIZE) return true;
  }
  return counts.some((key) => Number(row[key] ?? 0) >= COUNT_SIZE);
}
