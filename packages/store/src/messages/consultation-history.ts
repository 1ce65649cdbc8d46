/** What was said in a consultation before it was changed (only added to), and who rang or came. Both for those alone who answer. */
import { asc, inArray } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { consultationCaller, consultationEarlier } from "../schema/messages.ts";

export type EarlierWords = Omit<typeof consultationEarlier.$inferSelect, "tenantId" | "id">;

export async function keepEarlier(tx: Tx, earlier: EarlierWords): Promise<void> {
  await tx.insert(consultationEarlier).values({ id: newId(earlier.replacedAt), ...earlier });
}

/** Of each consultation, the oldest first. */
export async function earlierOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly EarlierWords[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(consultationEarlier)
    .where(inArray(consultationEarlier.consultationId, [...ids]))
    .orderBy(asc(consultationEarlier.id));
  const earlier = new Map<string, EarlierWords[]>();
  for (const row of rows) {
    const known = earlier.get(row.consultationId);
    if (known === undefined) earlier.set(row.consultationId, [row]);
    else known.push(row);
  }
  return earlier;
}

export interface Caller {
  readonly name: string | null;
  readonly phone: string | null;
}

export async function keepCaller(tx: Tx, consultationId: string, caller: Caller): Promise<void> {
  await tx.insert(consultationCaller).values({ consultationId, ...caller });
}

export async function callersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Caller>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(consultationCaller)
    .where(inArray(consultationCaller.consultationId, [...ids]));
  return new Map(rows.map(({ consultationId, name, phone }) => [consultationId, { name, phone }] as const));
}
