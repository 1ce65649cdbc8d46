/** Finds a register's headings in a sheet: in whichever of the first rows they stand, by label or another name, in any order. */
import { fail, nearest, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { addressOf, folded, lettersOf, type NamedSheet, type SheetCell, textOf } from "../sheet/sheet-cell.ts";
import type { RegisterColumn, RegisterKind } from "./register-kind.ts";

/** Titles, notes and dates may stand above the headings, but not more than this. */
const FIRST_ROWS_SIZE = 30;

export interface Headings {
  /** Index of their row. */
  readonly row: number;
  /** For each of the kind's columns, in its order: the sheet's column, or null where there is none. */
  readonly columns: readonly (number | null)[];
  /** What else stands in that row: it isn't read. */
  readonly ignored: readonly { readonly column: string; readonly heading: string }[];
}

export function findHeadings(kind: RegisterKind, sheet: NamedSheet): Outcome<Headings, Problem> {
  const named = namesOf(kind.columns);
  const candidates = sheet.rows.slice(0, FIRST_ROWS_SIZE).map((cells, row) => ({ row, cells, hits: hitsOf(cells, named) }));
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (most, one) => (one.hits.size > (most?.hits.size ?? 0) ? one : most),
    null,
  );
  if (best === null) return fail(noHeadings(kind, sheet));
  const faults = [...missing(kind, sheet, best), ...twice(kind, sheet, best)];
  if (faults.length > 0) return fail(...faults);
  const columns = kind.columns.map(({ id }) => best.hits.get(id)?.[0] ?? null);
  const ignored = best.cells.flatMap((cell, at) =>
    columns.includes(at) || textOf(cell).trim() === "" ? [] : [{ column: lettersOf(at), heading: textOf(cell).trim() }],
  );
  return ok({ row: best.row, columns, ignored });
}

/** How many of the kind's columns a sheet shows at its best row: which sheet of a workbook is meant. */
export function likenessOf(kind: RegisterKind, sheet: NamedSheet): number {
  const named = namesOf(kind.columns);
  return Math.max(0, ...sheet.rows.slice(0, FIRST_ROWS_SIZE).map((cells) => hitsOf(cells, named).size));
}

type Names = ReadonlyMap<string, string>;
type Hits = ReadonlyMap<string, readonly number[]>;
interface Candidate {
  readonly row: number;
  readonly cells: readonly SheetCell[];
  readonly hits: Hits;
}

const namesOf = (columns: readonly RegisterColumn[]): Names =>
  new Map(columns.flatMap(({ id, label, also }) => [label, ...also].map((name) => [folded(name), id] as const)));

function hitsOf(cells: readonly SheetCell[], named: Names): Hits {
  const hits = new Map<string, number[]>();
  cells.forEach((cell, at) => {
    // Marks of a required column, as forms have them.
    const id = named.get(folded(textOf(cell)).replace(/^[*※]|[*※:]$/g, ""));
    if (id !== undefined) hits.set(id, [...(hits.get(id) ?? []), at]);
  });
  return hits;
}

const needed = (kind: RegisterKind): string =>
  kind.columns
    .filter(({ required }) => required)
    .map(({ label }) => label)
    .join("、");

const noHeadings = (kind: RegisterKind, sheet: NamedSheet): Problem => ({
  path: sheet.name,
  problem: `前 ${FIRST_ROWS_SIZE} 行里没有找到${kind.title}的表头`,
  expected: `一行表头，至少有：${needed(kind)}；可以下载空白模板`,
});

function missing(kind: RegisterKind, sheet: NamedSheet, { row, cells, hits }: Candidate): Problem[] {
  const others = cells.map((cell) => textOf(cell).trim()).filter((heading) => heading !== "");
  return kind.columns
    .filter(({ id, required }) => required && !hits.has(id))
    .map(({ label, also }) => {
      const near = nearest(label, others) ?? also.map((name) => nearest(name, others)).find((found) => found !== null) ?? null;
      const guess = near === null ? "" : `；是否就是“${near}”？是的话请改写表头，单位不同的还要换算`;
      return {
        path: `${sheet.name}!${row + 1}:${row + 1}`,
        problem: `缺少“${label}”这一列`,
        expected: `表头写“${label}”${also.length > 0 ? `（或“${also.join("”“")}”）` : ""}${guess}`,
      };
    });
}

function twice(kind: RegisterKind, sheet: NamedSheet, { row, hits }: Candidate): Problem[] {
  return kind.columns.flatMap(({ id, label }) => {
    const [first, ...more] = hits.get(id) ?? [];
    return more.map((at) => ({
      path: `${sheet.name}!${addressOf(at, row)}`,
      problem: `“${label}”有两列：${lettersOf(first ?? 0)} 列和 ${lettersOf(at)} 列`,
      expected: "删去一列，或改写其中一列的表头",
    }));
  });
}
