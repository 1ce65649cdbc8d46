/** Files that were read and wait to be taken: their rows, packed, until they are taken or their time is over. */
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { RegisterRow } from "@zhengdui/casework";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { registerPreview } from "../schema/registers.ts";

export type RegisterPreview = Omit<typeof registerPreview.$inferSelect, "rows" | "tenantId">;

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** So many rows are one line: others are served between two of them. */
const LINE_ROWS = 2_000;

async function pack(rows: readonly RegisterRow[]): Promise<Buffer> {
  const lines: string[] = [];
  for (let from = 0; from < rows.length; from += LINE_ROWS) {
    lines.push(JSON.stringify(rows.slice(from, from + LINE_ROWS)));
    await setImmediate();
  }
  return zip(lines.join("\n"), { level: 1 });
}

async function unpack(packed: Buffer): Promise<readonly RegisterRow[]> {
  const rows: RegisterRow[] = [];
  for (const line of (await unzip(packed)).toString().split("\n")) {
    rows.push(...(JSON.parse(line) as RegisterRow[]));
    await setImmediate();
  }
  return rows;
}

/** The same account's earlier previews are emptied: one looks at one file at a time. */
export async function savePreview(
  tx: Tx,
  preview: Omit<RegisterPreview, "versionId">,
  rows: readonly RegisterRow[],
): Promise<void> {
  await tx
    .update(registerPreview)
    .set({ rows: null })
    .where(and(eq(registerPreview.createdBy, preview.createdBy), isNotNull(registerPreview.rows)));
  await tx.insert(registerPreview).values({ ...preview, rows: await pack(rows) });
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
