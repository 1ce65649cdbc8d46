/**
 * Calls another system: a POST of JSON, signed as the Standard Webhooks say (id, moment, HMAC-SHA-256 over `id.moment.body`), so that the receiver can tell that
 * it is ours, whole and not an old one played again.
 */
import { createHmac } from "node:crypto";
import { unseal } from "../access/seal.ts";

export interface CallOut {
  readonly id: string;
  readonly tenant: string;
  readonly url: string;
  readonly event: string;
  readonly body: string;
  readonly sealedSecret: string;
}

const PATIENCE_MS = 10_000;

export const signature = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac("sha256", Buffer.from(secret, "base64")).update(`${id}.${seconds}.${body}`).digest("base64")}`;

/** null: the other side answered 2xx; else what it answered. A redirect isn't followed: the address is the one that was agreed. */
export async function callOut(
  key: Buffer,
  { id, tenant, url, event, body, sealedSecret }: CallOut,
  now: Date,
): Promise<string | null> {
  const secret = unseal(key, ["webhook", tenant], sealedSecret);
  if (secret === null) return "回调的签名密钥解不开";
  const seconds = Math.floor(now.getTime() / 1000);
  const answer = await fetch(url, {
    method: "POST",
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      "content-type": "application/json; charset=utf-8",
      "webhook-id": id,
      "webhook-timestamp": String(seconds),
      "webhook-signature": signature(secret, id, seconds, body),
      "webhook-event": event,
    },
    body,
  });
  await answer.body?.cancel();
  return answer.ok ? null : `对方答复 ${answer.status}`;
}
