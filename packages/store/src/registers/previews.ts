/** Files that were read and wait to be taken: their rows, packed, until they are taken or their time is over. */
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { RegisterRow } from "@zhengdui/casework";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { registerPreview } from "../schema/registers.ts";

export type RegisterPreview = Omit<typeof registerPreview.$inferSelect, "rows" | "tenantId">;

/** So many rows are one line: others are served between two of them. */
const LINE_ROWS = 500;

/** Of how many rows something is done. */
type Told = (rows: number) => void;

/** Never the whole as one text: to make one of it, or to copy it, would keep everybody waiting. */
async function pack(rows: readonly RegisterRow[], told: Told): Promise<Buffer> {
  async function* lines() {
    for (let from = 0; from < rows.length; from += LINE_ROWS) {
      await setImmediate();
      told(from);
      yield `${JSON.stringify(rows.slice(from, from + LINE_ROWS))}\n`;
    }
  }
  const packed: Buffer[] = [];
  for await (const part of Readable.from(lines()).pipe(createGzip({ level: 1 }))) packed.push(part);
  return Buffer.concat(packed);
}

async function unpack(packed: Buffer): Promise<readonly RegisterRow[]> {
  const rows: RegisterRow[] = [];
  const take = (line: string) => {
    if (line !== "") for (const row of JSON.parse(line) as RegisterRow[]) rows.push(row);
  };
  let begun = "";
  for await (const part of Readable.from([packed]).pipe(createGunzip()).setEncoding("utf8")) {
    const [first = "", ...others] = (part as string).split("\n");
    const last = others.pop();
    begun += first;
    if (last === undefined) continue;
    for (const line of [begun, ...others]) take(line);
    begun = last;
    await setImmediate();
  }
  take(begun);
  return rows;
}

/** The same account's earlier previews are emptied: one looks at one file at a time. */
export async function savePreview(
  tx: Tx,
  preview: Omit<RegisterPreview, "versionId">,
  rows: readonly RegisterRow[],
  told: Told = () => undefined,
): Promise<void> {
  await tx
    .update(registerPreview)
    .set({ rows: null })
    .where(and(eq(registerPreview.createdBy, preview.createdBy), isNotNull(registerPreview.rows)));
  await tx.insert(registerPreview).values({ ...preview, rows: await pack(rows, told) });
}

export interface WaitingPreview extends RegisterPreview {
  /** null: taken, or emptied for a later one. */
  readonly rows: readonly RegisterRow[] | null;
}

/** null: there is none that this account may see. */
export async function loadPreview(tx: Tx, id: string): Promise<WaitingPreview | null> {
  const [found] = await tx.select().from(registerPreview).where(eq(registerPreview.id, id)).for("update");
  if (found === undefined) return null;
  const rows = found.rows === null ? null : await unpack(found.rows);
  return { ...found, rows };
}

export const closePreview = async (tx: Tx, id: string, versionId: string): Promise<void> => {
  await tx.update(registerPreview).set({ rows: null, versionId }).where(eq(registerPreview.id, id));
};

/** For a nightly job: what nobody took in time. */
export const emptyExpiredPreviews = async (tx: Tx, now: Date): Promise<void> => {
  await tx
    .update(registerPreview)
    .set({ rows: null })
    .where(and(isNotNull(registerPreview.rows), sql`${registerPreview.expiresAt} < ${now}`));
};
