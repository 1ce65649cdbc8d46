/** Claims of the platform by their number: taken in, changed by a newer export, decided, told back. */
import type { ClaimChange, ClaimStage, ReadClaim } from "@zhengdui/casework";
import { and, asc, desc, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { claim, claimDecision, claimImport } from "../schema/packages.ts";

export type PlatformClaim = typeof claim.$inferSelect;
export type DecisionRow = typeof claimDecision.$inferSelect;

const BATCH_ROWS = 500;

async function inBatches<T>(rows: readonly T[], take: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH_ROWS) await take(rows.slice(from, from + BATCH_ROWS));
}

/** Until the transaction ends nobody else imports claims. */
export const lockClaims = async (tx: Tx): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(app_tenant() || ' claims', 0))`);
};

/** Locked: nobody decides them meanwhile. */
export async function claimsByNumber(tx: Tx, numbers: readonly string[]): Promise<ReadonlyMap<string, PlatformClaim>> {
  const found = await tx
    .select()
    .from(claim)
    .where(sql`${claim.number} = any(${sql.param([...numbers])}::text[])`)
    .orderBy(asc(claim.number))
    .for("update");
  return new Map(found.map((row) => [row.number, row]));
}

export interface TakenFrom {
  readonly packageId: string;
  readonly policy: string;
}

const contentOf = (one: ReadClaim, { packageId, policy }: TakenFrom) => ({
  ...{ packageId, policy, uscc: one.uscc, name: one.name, clause: one.clause, project: one.project },
  ...{ claimedFen: one.claimed, facts: one.facts, others: one.others },
});

export const insertClaims = (tx: Tx, claims: readonly ReadClaim[], from: TakenFrom): Promise<void> =>
  inBatches(claims, (batch) => tx.insert(claim).values(batch.map((one) => ({ number: one.number, ...contentOf(one, from) }))));

/** `again`: what was returned is received anew. */
export async function updateClaim(tx: Tx, one: ReadClaim, from: TakenFrom, again: boolean): Promise<void> {
  const anew = again
    ? { state: "received" as const, reason: null, approvedFen: null, decidedBy: null, decidedAt: null, exportedAt: null }
    : {};
  await tx
    .update(claim)
    .set({ ...contentOf(one, from), ...anew })
    .where(eq(claim.number, one.number));
}

export interface Brought {
  readonly number: string;
  readonly brought: "added" | "changed" | "unchanged";
  readonly changes: readonly ClaimChange[];
}

export const saveBrought = (tx: Tx, packageId: string, rows: readonly Brought[]): Promise<void> =>
  inBatches(rows, (batch) => tx.insert(claimImport).values(batch.map((one) => ({ ...one, packageId }))));

export interface ClaimsQuery {
  readonly state?: ClaimStage;
  readonly uscc?: string;
  readonly policy?: string;
  /** Decided, and the platform hasn't been told. */
  readonly untold?: boolean;
  readonly after?: string;
  readonly limit: number;
}

export const claimsPage = (tx: Tx, { state, uscc, policy, untold, after, limit }: ClaimsQuery): Promise<PlatformClaim[]> =>
  tx
    .select()
    .from(claim)
    .where(
      and(
        state === undefined ? undefined : eq(claim.state, state),
        uscc === undefined ? undefined : eq(claim.uscc, uscc),
        policy === undefined ? undefined : eq(claim.policy, policy),
        untold === true ? and(ne(claim.state, "received"), isNull(claim.exportedAt)) : undefined,
        after === undefined ? undefined : gt(claim.number, after),
      ),
    )
    .orderBy(asc(claim.number))
    .limit(limit);

/** null: not there, or not within reach. `lock`: nobody changes it until the transaction ends. */
export async function findClaim(tx: Tx, number: string, lock = false): Promise<PlatformClaim | null> {
  const query = tx.select().from(claim).where(eq(claim.number, number));
  const [found] = lock ? await query.for("update") : await query;
  return found ?? null;
}

export const decisionsOf = (tx: Tx, number: string): Promise<DecisionRow[]> =>
  tx.select().from(claimDecision).where(eq(claimDecision.number, number)).orderBy(desc(claimDecision.id));

export interface Decided {
  readonly to: ClaimStage;
  readonly reason: string | null;
  /** 分 */
  readonly approved: number | null;
  readonly by: string;
}

export async function decideClaim(
  tx: Tx,
  before: PlatformClaim,
  { to, reason, approved, by }: Decided,
  now: Date,
): Promise<PlatformClaim> {
  const made = { reason, approvedFen: approved, decidedBy: by, decidedAt: now };
  const { number, state } = before;
  await tx.insert(claimDecision).values({ id: newId(now), number, fromState: state, toState: to, ...made });
  const [after] = await tx
    .update(claim)
    .set({ state: to, ...made, exportedAt: null })
    .where(eq(claim.number, number))
    .returning();
  if (after === undefined) throw new Error("a locked row must be there");
  return after;
}

/** Of one package, past `received`; `again`: also those of which the platform was told. Locked. */
export const claimsToTell = (tx: Tx, packageId: string, again: boolean): Promise<PlatformClaim[]> =>
  tx
    .select()
    .from(claim)
    .where(
      and(
        inArray(
          claim.number,
          tx.select({ number: claimImport.number }).from(claimImport).where(eq(claimImport.packageId, packageId)),
        ),
        ne(claim.state, "received"),
        again ? undefined : isNull(claim.exportedAt),
      ),
    )
    .orderBy(asc(claim.number))
    .for("update");

export async function markTold(tx: Tx, numbers: readonly string[], now: Date): Promise<void> {
  await tx
    .update(claim)
    .set({ exportedAt: now })
    .where(sql`${claim.number} = any(${sql.param([...numbers])}::text[])`);
}
