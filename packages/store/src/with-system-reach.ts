/** A few rows are nobody's to see but the account's own (what proves it, its sessions); an administrator's deed changes them within its own transaction. */
import { sql } from "drizzle-orm";
import type { Tx } from "./open-store.ts";

/** For `work` alone the transaction sees all of its tenant, as sign-in does. Never for what a request names without a check of its own. */
export async function withSystemReach<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { rows } = await tx.execute<{ scope: string }>(sql`select current_setting('zhengdui.scope', true) as scope`);
  await tx.execute(sql`select set_config('zhengdui.scope', 'system', true)`);
  const value = await work();
  // Where `work` throws, the transaction is over, and the setting with it.
  await tx.execute(sql`select set_config('zhengdui.scope', ${rows[0]?.scope ?? ""}, true)`);
  return value;
}
