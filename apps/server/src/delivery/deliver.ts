/** Sends what the outbox holds: mails by SMTP, calls to other systems by signed POST. Each parcel is sent or put off in a transaction of its own. */
import { digestMail, pauseMinutes } from "@zhengdui/casework";
import { markFailed, markSent, type Parcel, takeDigests, takeDue, tenantsOf, writeParcel } from "@zhengdui/store";
import { z } from "zod";
import type { OfficeParts } from "../office/office-parts.ts";
import type { Letter, SendMail } from "./mailer.ts";
import { type CallOut, callOut } from "./webhook.ts";

export interface Delivery {
  /** null: no mail server; mails wait in the outbox until they are given up. */
  readonly sendMail: SendMail | null;
  /** Where people sign in, for the mails' last line. */
  readonly address: string;
}

const letter = z.object({ to: z.email(), subject: z.string(), text: z.string() });
const call = z.object({ url: z.url(), event: z.string(), body: z.string(), sealedSecret: z.string() });

const A_TURN_SIZE = 20;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** One turn over all counties. Returns how many parcels were sent. */
export async function deliver(parts: OfficeParts, delivery: Delivery): Promise<number> {
  let sent = 0;
  for (const { tenantId } of await tenantsOf(parts.store))
    for (let n = 0; n < A_TURN_SIZE; n++) {
      const done = await deliverOne(parts, delivery, tenantId);
      if (done === "nothing") break;
      if (done === "sent") sent += 1;
    }
  return sent;
}

function deliverOne(parts: OfficeParts, delivery: Delivery, tenant: string): Promise<"sent" | "failed" | "nothing"> {
  return parts.store.within({ tenant, account: null, reach: "system" }, async (tx) => {
    const now = parts.now();
    const [parcel] = await takeDue(tx, tenant, now, 1);
    if (parcel === undefined) return "nothing";
    const fault = await send(parts, delivery, parcel);
    if (fault === null) {
      await markSent(tx, parcel.id, now);
      return "sent";
    }
    const minutes = pauseMinutes(parcel.attempts + 1);
    await markFailed(tx, parcel, fault, minutes === null ? null : new Date(now.getTime() + minutes * MINUTE_MS), now);
    return "failed";
  });
}

/** null: sent; else why not. */
async function send(parts: OfficeParts, { sendMail }: Delivery, { id, tenantId, kind, payload }: Parcel): Promise<string | null> {
  try {
    if (kind === "webhook") {
      const out: CallOut = { ...call.parse(payload), id, tenant: tenantId };
      return await callOut(parts.sealingKey, out, parts.now(), parts.callsInside);
    }
    if (sendMail === null) return "没有设定邮件服务器（SMTP_URL）";
    await sendMail(letter.parse(payload) satisfies Letter);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Writes a mail for everybody who had something waiting at eight this morning (in China: midnight of UTC) and wants to be told. */
export async function writeDigests(parts: OfficeParts, { address }: Delivery): Promise<number> {
  let written = 0;
  for (const { tenantId, name } of await tenantsOf(parts.store))
    await parts.store.within({ tenant: tenantId, account: null, reach: "system" }, async (tx) => {
      const now = parts.now();
      const morning = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
      for (const { email, waiting } of await takeDigests(tx, morning, now)) {
        await writeParcel(tx, "mail", { to: email, ...digestMail(name, address, waiting) }, now);
        written += 1;
      }
    });
  return written;
}
