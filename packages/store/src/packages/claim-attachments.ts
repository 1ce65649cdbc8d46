/** Attachments of claims: a place in the package, and the file that is kept. */
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { file } from "../schema/enterprises.ts";
import { claimAttachment } from "../schema/packages.ts";

export interface KeptAttachment {
  readonly number: string;
  readonly path: string;
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** The newest at each place. */
export const attachmentsOf = (tx: Tx, numbers: readonly string[]): Promise<KeptAttachment[]> =>
  tx
    .selectDistinctOn([claimAttachment.number, claimAttachment.path], {
      ...{ number: claimAttachment.number, path: claimAttachment.path, fileId: claimAttachment.fileId },
      ...{ name: file.name, mediaType: file.mediaType, sizeBytes: file.sizeBytes, sha256: file.sha256 },
    })
    .from(claimAttachment)
    .innerJoin(file, and(eq(file.tenantId, claimAttachment.tenantId), eq(file.id, claimAttachment.fileId)))
    .where(sql`${claimAttachment.number} = any(${sql.param([...numbers])}::text[])`)
    .orderBy(asc(claimAttachment.number), asc(claimAttachment.path), desc(claimAttachment.packageId));

export async function attachFile(
  tx: Tx,
  one: { readonly number: string; readonly path: string; readonly packageId: string; readonly fileId: string },
): Promise<void> {
  await tx.insert(claimAttachment).values(one);
}
