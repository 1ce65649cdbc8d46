/** Rows of uploaded files: saved once their bytes are safe, found only within the transaction's reach. */
import { and, count, eq, gt, isNull } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { file } from "../schema/enterprises.ts";

export type FileRow = typeof file.$inferSelect;

export interface NewFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly uscc: string | null;
  readonly uploadedBy: string;
}

export async function addFile(tx: Tx, one: NewFile, now: Date): Promise<string> {
  const id = newId(now);
  await tx.insert(file).values({ ...one, id, uploadedAt: now });
  return id;
}

/** How many files of no unit an account has uploaded since then. */
export async function countFilesOfNobody(tx: Tx, account: string, since: Date): Promise<number> {
  const [found] = await tx
    .select({ files: count() })
    .from(file)
    .where(and(isNull(file.uscc), eq(file.uploadedBy, account), gt(file.uploadedAt, since)));
  return found?.files ?? 0;
}

/** null: not there, or not within reach. */
export async function findFile(tx: Tx, id: string): Promise<FileRow | null> {
  const [found] = await tx.select().from(file).where(eq(file.id, id));
  return found ?? null;
}
