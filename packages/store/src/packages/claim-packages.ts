/** Packages that were imported, and the claims that each brought. */
import type { ClaimChange } from "@zhengdui/casework";
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { claim, claimImport, claimPackage } from "../schema/packages.ts";
import type { PlatformClaim } from "./claims.ts";

export type PackageRow = typeof claimPackage.$inferSelect;

export async function savePackage(
  tx: Tx,
  one: Omit<PackageRow, "tenantId" | "id" | "importedAt">,
  now: Date,
): Promise<PackageRow> {
  const [saved] = await tx
    .insert(claimPackage)
    .values({ ...one, id: newId(now), importedAt: now })
    .returning();
  if (saved === undefined) throw new Error("an inserted row must come back");
  return saved;
}

export async function findPackage(tx: Tx, id: string): Promise<PackageRow | null> {
  const [found] = await tx.select().from(claimPackage).where(eq(claimPackage.id, id));
  return found ?? null;
}

/** The latest one that holds the same file. */
export async function packageOfFile(tx: Tx, sha256: string): Promise<PackageRow | null> {
  const [found] = await tx
    .select()
    .from(claimPackage)
    .where(eq(claimPackage.sha256, sha256))
    .orderBy(desc(claimPackage.id))
    .limit(1);
  return found ?? null;
}

/** The latest first; ids grow with time. */
export const packagesPage = (tx: Tx, { after, limit }: { after?: string; limit: number }): Promise<PackageRow[]> =>
  tx
    .select()
    .from(claimPackage)
    .where(after === undefined ? undefined : lt(claimPackage.id, after))
    .orderBy(desc(claimPackage.id))
    .limit(limit);

export interface BroughtClaim {
  readonly brought: "added" | "changed" | "unchanged";
  readonly changes: readonly ClaimChange[];
  readonly claim: PlatformClaim;
}

export const claimsBrought = (
  tx: Tx,
  packageId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<BroughtClaim[]> =>
  tx
    .select({ brought: claimImport.brought, changes: claimImport.changes, claim })
    .from(claimImport)
    .innerJoin(claim, and(eq(claim.tenantId, claimImport.tenantId), eq(claim.number, claimImport.number)))
    .where(and(eq(claimImport.packageId, packageId), after === undefined ? undefined : gt(claimImport.number, after)))
    .orderBy(asc(claimImport.number))
    .limit(limit);
