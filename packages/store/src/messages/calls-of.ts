/** What became of the calls of webhooks: how many wait, how many were given up, when one last arrived, and what the other side last answered instead. */
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../open-store.ts";

export interface CallsOfWebhook {
  readonly waiting: number;
  readonly givenUp: number;
  readonly lastSentAt: Date | null;
  readonly lastFault: string | null;
}

const ofWebhook = (tenant: string, webhook: string): SQL =>
  sql`tenant_id = ${tenant} and kind = 'webhook' and receiver = ${webhook}`;

/** The transaction acts for the system: what is in the outbox is nobody's to read. `tenant` is named as where it is delivered. */
export async function callsOf(tx: Tx, tenant: string, webhook: string): Promise<CallsOfWebhook> {
  const own = ofWebhook(tenant, webhook);
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

/** So many at once: whoever was away for long isn't overrun. */
const AGAIN_CALLS = 200;

/** What was given up is due again, the oldest first, with all its attempts before it; how many. What had gone wrong stays said until it arrives. */
export async function sendAgain(tx: Tx, tenant: string, webhook: string, now: Date): Promise<number> {
  const { rows } = await tx.execute(sql`
    update outbox set given_up_at = null, attempts = 0, due_at = ${now}
    where tenant_id = ${tenant} and id in (
      select id from outbox where ${ofWebhook(tenant, webhook)} and sent_at is null and given_up_at is not null
      order by id limit ${AGAIN_CALLS} for update
    ) returning id`);
  return rows.length;
}
