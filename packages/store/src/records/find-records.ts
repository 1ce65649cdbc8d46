/** The record, newest first, a page at a time. */
import { and, desc, eq, gte, lt, or, type SQL } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { record } from "../schema/enterprises.ts";

export type RecordRow = typeof record.$inferSelect;

export interface RecordQuery {
  readonly account?: string;
  readonly uscc?: string;
  readonly action?: string;
  readonly outcome?: RecordRow["outcome"];
  readonly from?: Date;
  /** Not included. */
  readonly to?: Date;
  /** The last row of the page before. */
  readonly before?: { readonly at: Date; readonly id: string };
  readonly limit: number;
}

export function findRecords(tx: Tx, query: RecordQuery): Promise<RecordRow[]> {
  const { account, uscc, action, outcome, from, to, before, limit } = query;
  const conditions: (SQL | undefined)[] = [
    account === undefined ? undefined : eq(record.accountId, account),
    uscc === undefined ? undefined : eq(record.uscc, uscc),
    action === undefined ? undefined : eq(record.action, action),
    outcome === undefined ? undefined : eq(record.outcome, outcome),
    from === undefined ? undefined : gte(record.at, from),
    to === undefined ? undefined : lt(record.at, to),
    before === undefined ? undefined : or(lt(record.at, before.at), and(eq(record.at, before.at), lt(record.id, before.id))),
  ];
  return tx
    .select()
    .from(record)
    .where(and(...conditions))
    .orderBy(desc(record.at), desc(record.id))
    .limit(limit);
}
