/** What happened to an enterprise, and the names it bore. Both are only added to. */
import type { EventOutcome } from "@zhengdui/casework";
import { desc, eq, or, sql } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { enterpriseEvent, enterpriseName } from "../schema/enterprise-file.ts";
import { enterprise } from "../schema/enterprises.ts";
import type { EnterpriseRow } from "./enterprises.ts";

export type EventRow = typeof enterpriseEvent.$inferSelect;
export type NameRow = typeof enterpriseName.$inferSelect;

export interface EventPaper {
  readonly kind: EventRow["kind"];
  readonly on: string;
  readonly reason: string;
  readonly evidenceFile: string;
  readonly recordedBy: string;
}

/** Those of the enterprise and those of others that went into it, the newest first. */
export const eventsOf = (tx: Tx, uscc: string): Promise<EventRow[]> =>
  tx
    .select()
    .from(enterpriseEvent)
    .where(or(eq(enterpriseEvent.uscc, uscc), eq(enterpriseEvent.otherUscc, uscc)))
    .orderBy(desc(enterpriseEvent.happenedOn), desc(enterpriseEvent.id));

/** Names it no longer bears, the latest first. */
export const formerNamesOf = (tx: Tx, uscc: string): Promise<NameRow[]> =>
  tx
    .select()
    .from(enterpriseName)
    .where(eq(enterpriseName.uscc, uscc))
    .orderBy(desc(enterpriseName.validTo), desc(enterpriseName.id));

export async function addEvent(
  tx: Tx,
  known: EnterpriseRow,
  { head, before, after, otherUscc }: EventOutcome,
  { kind, on, reason, evidenceFile, recordedBy }: EventPaper,
  now: Date,
): Promise<string> {
  const id = newId(now);
  const { uscc } = known;
  if (head.name !== known.name) {
    const [last] = await formerNamesOf(tx, uscc);
    const validFrom = last?.validTo ?? known.establishedOn;
    const former = { id: newId(now), uscc, name: known.name, validFrom, validTo: on, reason, recordedBy, recordedAt: now };
    await tx.insert(enterpriseName).values(former);
  }
  await tx
    .insert(enterpriseEvent)
    .values({ id, uscc, kind, happenedOn: on, before, after, otherUscc, reason, evidenceFile, recordedBy, recordedAt: now });
  const { name, territory, status } = head;
  const formerSought = name === known.name ? undefined : sql`${enterprise.formerSought} || ' ' || folded(${known.name})`;
  await tx.update(enterprise).set({ name, territory, status, formerSought }).where(eq(enterprise.uscc, uscc));
  return id;
}
