/**
 * Calls another system: a POST of JSON, signed as the Standard Webhooks say (id, moment, HMAC-SHA-256 over `id.moment.body`), so that the receiver can tell that
 * it is ours, whole and not an old one played again.
 */
import { createHmac } from "node:crypto";
import { request as callHttp } from "node:http";
import { request as callHttps } from "node:https";
import { checkCallAddress } from "@zhengdui/casework";
import { unseal } from "../access/seal.ts";
import { outsideOnly } from "./outside-only.ts";

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

/**
 * null: the other side answered 2xx; else what it answered. A redirect isn't followed: the address is the one that was agreed. `allowInside`: as when the webhook
 * was set up; it is asked again, since a name may lead elsewhere by now.
 */
export async function callOut(
  key: Buffer,
  { id, tenant, url, event, body, sealedSecret }: CallOut,
  now: Date,
  allowInside: boolean,
): Promise<string | null> {
  const address = checkCallAddress(url, allowInside);
  if (!address.ok) return address.errors.map(({ problem }) => problem).join("；");
  const secret = unseal(key, ["webhook", tenant], sealedSecret);
  if (secret === null) return "回调的签名密钥解不开";
  const seconds = Math.floor(now.getTime() / 1000);
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": signature(secret, id, seconds, body),
    "webhook-event": event,
  };
  const status = await posted(new URL(url), headers, body, allowInside);
  return status >= 200 && status < 300 ? null : `对方答复 ${status}`;
}

function posted(to: URL, headers: Readonly<Record<string, string>>, body: string, allowInside: boolean): Promise<number> {
  const call = to.protocol === "https:" ? callHttps : callHttp;
  return new Promise((resolve, reject) => {
    const sent = call(
      to,
      {
        ...{ method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(body) }, agent: false },
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(allowInside ? {} : { lookup: outsideOnly }),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        // What it says besides is of no interest.
        answer.destroy();
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
