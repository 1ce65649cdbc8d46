/** Tells other systems of an event: a call for every webhook that asked for it, written in the transaction of the deed. */
import type { EventName } from "@zhengdui/casework";
import { type Tx, webhook, writeParcel } from "@zhengdui/store";
import { and, arrayContains, isNull } from "drizzle-orm";

/** `tx` must reach the webhooks (scope all or system). `data`: what the receiver may know; ids rather than contents. */
export async function emit(tx: Tx, event: EventName, data: Readonly<Record<string, unknown>>, now: Date): Promise<void> {
  const asking = await tx
    .select()
    .from(webhook)
    .where(and(isNull(webhook.endedAt), arrayContains(webhook.events, [event])));
  const body = JSON.stringify({ event, at: now.toISOString(), data });
  for (const { id, url, sealedSecret } of asking)
    await writeParcel(tx, "webhook", { webhook: id, url, event, body, sealedSecret }, now);
}

/** The same call with nothing in it: that it is one is said in its event. */
export async function emitTest(tx: Tx, { id, url, sealedSecret }: typeof webhook.$inferSelect, now: Date): Promise<void> {
  const body = JSON.stringify({ event: "test", at: now.toISOString(), data: {} });
  await writeParcel(tx, "webhook", { webhook: id, url, event: "test", body, sealedSecret }, now);
}
