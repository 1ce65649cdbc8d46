/** How much waits for whom: counted as far as the transaction sees, and no further than one counts at a glance. */
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "./open-store.ts";

/** One more than is shown: then it is "99+". */
const MOST_ROWS = 100;

const WAITS = {
  "unit-claims": sql`unit_claim where state = 'pending'`,
  disputes: sql`dispute where state = 'open'`,
  "bank-accounts": sql`bank_account where state = 'proposed'`,
  consultations: sql`consultation where answered_at is null`,
  claims: sql`claim where state = 'received'`,
  keys: sql`api_key where confirmed_at is null and revoked_at is null and expires_at > now()`,
} as const satisfies Readonly<Record<string, SQL>>;

export type WaitingKind = keyof typeof WAITS;

export async function countWaiting(tx: Tx, kind: WaitingKind): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (select from ${WAITS[kind]} limit ${MOST_ROWS}) waiting`,
  );
  return rows[0]?.n ?? 0;
}
