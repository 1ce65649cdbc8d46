/** A password that an administrator hands over: random, good for one sign-in and a week, then it must be changed. */

import { randomBytes } from "node:crypto";
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { Secret } from "otpauth";
import type { OfficeParts } from "../office/office-parts.ts";
import { busy, type Refusal } from "../office/refusal.ts";
import { costOf } from "./check-password.ts";
import { hashPassword } from "./password-hash.ts";

const ONE_TIME_DAYS = 7;
const DAY_MS = 86_400_000;

export interface OneTimePassword {
  readonly password: string;
  /** As the credential keeps it. */
  readonly credential: {
    readonly passwordHash: string;
    readonly passwordChangedAt: Date;
    readonly passwordExpiresAt: Date;
    readonly mustChange: true;
  };
}

export async function oneTimePassword(parts: OfficeParts, now: Date): Promise<Outcome<OneTimePassword, Refusal>> {
  const { buffer } = new Uint8Array(randomBytes(10));
  const password = new Secret({ buffer }).base32.toLowerCase().replace(/(.{4})(?=.)/g, "$1-");
  const passwordHash = await hashPassword(password, costOf(parts));
  if (passwordHash === null) return fail(busy);
  const passwordExpiresAt = new Date(now.getTime() + ONE_TIME_DAYS * DAY_MS);
  return ok({ password, credential: { passwordHash, passwordChangedAt: now, passwordExpiresAt, mustChange: true } });
}
