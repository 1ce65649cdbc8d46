/** Rows of registers: written by the batch, read whole, by the page, or for one enterprise. */
import type { RegisterRow } from "@zhengdui/casework";
import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { likePart } from "../like-part.ts";
import type { Tx } from "../open-store.ts";
import { registerRow } from "../schema/registers.ts";

const BATCH_ROWS = 1_000;
const FETCHED_ROWS = 1_000;

export async function insertRows(
  tx: Tx,
  version: { readonly id: string; readonly sight: "contribution" | null },
  rows: readonly RegisterRow[],
  told: (rows: number) => void = () => undefined,
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH_ROWS) {
    const batch = JSON.stringify(rows.slice(from, from + BATCH_ROWS));
    await tx.execute(sql`
      insert into register_row (version_id, sight, place, key, uscc, name, cells)
      select ${version.id}, ${version.sight}, r.place, r.key, r.uscc, r.name, r.cells
      from json_to_recordset(${batch}::json) as r(place integer, key text, uscc text, name text, cells jsonb)`);
    told(Math.min(from + BATCH_ROWS, rows.length));
  }
}

const columns = {
  place: registerRow.place,
  key: registerRow.key,
  uscc: registerRow.uscc,
  name: registerRow.name,
  cells: registerRow.cells,
};

/** In the order of the file; fetched by the page, so that others are served meanwhile. */
export async function rowsOf(tx: Tx, versionId: string): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for (;;) {
    const page = await rowsPage(tx, versionId, { after: rows.at(-1)?.place ?? 0, limit: FETCHED_ROWS });
    rows.push(...page);
    if (page.length < FETCHED_ROWS) return rows;
  }
}

/** `after`: the place of the last row of the page before. `uscc`: that enterprise's alone. `words`: anywhere in any cell, whatever their width, case and spaces. */
export const rowsPage = (
  tx: Tx,
  versionId: string,
  { after, uscc, words, limit }: { after: number; uscc?: string; words?: string; limit: number },
): Promise<RegisterRow[]> =>
  tx
    .select(columns)
    .from(registerRow)
    .where(
      and(
        eq(registerRow.versionId, versionId),
        gt(registerRow.place, after),
        uscc === undefined ? undefined : eq(registerRow.uscc, uscc),
        words === undefined ? undefined : hasWords(words),
      ),
    )
    .orderBy(asc(registerRow.place))
    .limit(limit);

/** As they would stand in JSON. */
const hasWords = (words: string): SQL => sql`sought like (select ${likePart(JSON.stringify(words).slice(1, -1))})`;

/** An enterprise's rows in these versions, by the version's id, as far as the transaction may see them. */
export async function rowsInVersions(
  tx: Tx,
  uscc: string,
  versions: readonly string[],
): Promise<ReadonlyMap<string, readonly RegisterRow[]>> {
  const found = await tx
    .select({ row: columns, versionId: registerRow.versionId })
    .from(registerRow)
    .where(and(eq(registerRow.uscc, uscc), inArray(registerRow.versionId, [...versions])))
    .orderBy(asc(registerRow.versionId), asc(registerRow.place));
  const byVersion = new Map<string, RegisterRow[]>(versions.map((id) => [id, []]));
  for (const { row, versionId } of found) byVersion.get(versionId)?.push(row);
  return byVersion;
}
