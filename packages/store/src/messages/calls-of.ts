/** What became of the calls of webhooks: how many wait, how many were given up, when one last arrived, and what the other side last answered instead. */
import { sql } from "drizzle-orm";
import type { Tx } from "../open-store.ts";

export interface CallsOfWebhook {
  readonly waiting: number;
  readonly givenUp: number;
  readonly lastSentAt: Date | null;
  readonly lastFault: string | null;
}

/** The transaction acts for the system: what is in the outbox is nobody's to read. `tenant` is named as where it is delivered. */
export async function callsOf(tx: Tx, tenant: string, webhook: string): Promise<CallsOfWebhook> {
  const own = sql`tenant_id = ${tenant} and kind = 'webhook' and payload ->> 'webhook' = ${webhook}`;
  const { rows } = await tx.execute<{ waiting: number; given_up: number; sent: string | null; fault: string | null }>(sql`
    select count(*) filter (where given_up_at is null)::int as waiting, count(given_up_at)::int as given_up,
      (select sent_at from outbox where ${own} and sent_at is not null order by id desc limit 1) as sent,
      (select last_error from outbox where ${own} and sent_at is null and last_error is not null order by id desc limit 1) as fault
    from outbox where ${own} and sent_at is null`);
  const [found] = rows;
  return {
    waiting: found?.waiting ?? 0,
    givenUp: found?.given_up ?? 0,
    lastSentAt: found?.sent == null ? null : new Date(found.sent),
    lastFault: found?.fault ?? null,
  };
}
