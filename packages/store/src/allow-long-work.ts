/** A transaction that thinks for long between two statements: PostgreSQL would take it for one that was forgotten, and end its connection. */
import { sql } from "drizzle-orm";
import type { Tx } from "./open-store.ts";

/** Until the transaction's end. Not without any bound: one that hangs must not keep its locks for good. */
export async function allowLongWork(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', '15min', true)`);
}
