/** How often an address comes to a way in, counted for all processes together. By the database's clock: theirs may differ. */
import { sql } from "drizzle-orm";
import type { Tx } from "../open-store.ts";

export interface Visit {
  /** This one included. */
  readonly count: number;
  /** Until the count begins anew. */
  readonly waitSeconds: number;
}

export async function countVisit(tx: Tx, name: string, address: string): Promise<Visit> {
  const { rows } = await tx.execute<{ count: number; wait: number }>(sql`
    insert into visit (name, address) values (${name}, ${address})
    on conflict (tenant_id, name, address) do update set
      count = case when visit.begun_at <= now() - interval '1 minute' then 1 else visit.count + 1 end,
      begun_at = case when visit.begun_at <= now() - interval '1 minute' then now() else visit.begun_at end
    returning count, ceil(extract(epoch from begun_at + interval '1 minute' - now()))::int as wait`);
  const { count = 1, wait = 0 } = rows[0] ?? {};
  if (count === 1) await tx.execute(sql`select forget_visits()`);
  return { count, waitSeconds: wait };
}
