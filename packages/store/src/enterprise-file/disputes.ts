/** Disputes about what an office supplied: opened, listed, settled once. */
import type { DisputeState, DisputeVerdict } from "@zhengdui/casework";
import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { dispute, fact } from "../schema/enterprise-file.ts";
import { enterprise } from "../schema/enterprises.ts";
import { registerVersion } from "../schema/registers.ts";

export type DisputeRow = typeof dispute.$inferSelect;
/** What is disputed: a statement of the file, or what a version of a register says. */
type Disputed = { readonly factId: string } | { readonly registerVersion: string; readonly disputed: unknown };
export type NewDispute = Pick<DisputeRow, "uscc" | "fact" | "year" | "disputedBy" | "reason" | "evidenceFile"> & Disputed;

/** null: one is open already. */
export async function openDispute(tx: Tx, one: NewDispute, now: Date): Promise<string | null> {
  const id = newId(now);
  const added = await tx
    .insert(dispute)
    .values({ ...one, id, disputedAt: now })
    .onConflictDoNothing()
    .returning({ id: dispute.id });
  return added[0]?.id ?? null;
}

const PAGE_ROWS = 50;

export interface DisputeQuery {
  readonly state?: DisputeState;
  readonly uscc?: string;
  /** Id of the last row before. */
  readonly after?: string;
}

/** In the order of opening; 50 and one more where there are more. The page is cut before anything is joined to it. */
export const listDisputes = (tx: Tx, { state, uscc, after }: DisputeQuery) => {
  const conditions: SQL[] = [];
  if (state !== undefined) conditions.push(eq(dispute.state, state));
  if (uscc !== undefined) conditions.push(eq(dispute.uscc, uscc));
  if (after !== undefined) conditions.push(gt(dispute.id, after));
  const page = tx
    .select()
    .from(dispute)
    .where(and(...conditions))
    .orderBy(asc(dispute.id))
    .limit(PAGE_ROWS + 1)
    .as("page");
  return tx
    .select({
      dispute: page._.selectedFields,
      name: enterprise.name,
      disputed: sql<unknown>`coalesce(${fact.value}, ${page.disputed})`,
    })
    .from(page)
    .innerJoin(enterprise, and(eq(enterprise.tenantId, page.tenantId), eq(enterprise.uscc, page.uscc)))
    .leftJoin(fact, and(eq(fact.tenantId, page.tenantId), eq(fact.id, page.factId)))
    .orderBy(asc(page.id));
};

/** Held until the transaction ends. */
export async function lockDispute(tx: Tx, id: string): Promise<DisputeRow | null> {
  const [found] = await tx.select().from(dispute).where(eq(dispute.id, id)).for("update");
  return found ?? null;
}

/** Who supplied what is disputed: registered the fact, or imported the register's version. */
export async function supplierOf(tx: Tx, { factId, registerVersion: version }: DisputeRow): Promise<string | null> {
  const [registered] = factId === null ? [] : await tx.select({ by: fact.suppliedBy }).from(fact).where(eq(fact.id, factId));
  const [imported] =
    version === null
      ? []
      : await tx.select({ by: registerVersion.importedBy }).from(registerVersion).where(eq(registerVersion.id, version));
  return registered?.by ?? imported?.by ?? null;
}

export interface DisputeSettled {
  readonly state: DisputeVerdict;
  readonly settledBy: string;
  readonly answer: string;
  readonly correctedBy: string | null;
}

export async function saveSettlement(tx: Tx, id: string, settled: DisputeSettled, now: Date): Promise<void> {
  await tx
    .update(dispute)
    .set({ ...settled, settledAt: now })
    .where(eq(dispute.id, id));
}
