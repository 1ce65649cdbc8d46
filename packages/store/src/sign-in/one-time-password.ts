/** A password that is handed over: random, good for one sign-in and a week, then it must be changed. */
import { randomInt } from "node:crypto";
import { hashPassword, type PasswordCost } from "./password-hash.ts";

const ONE_TIME_DAYS = 7;
const DAY_MS = 86_400_000;
/** Base 32 of RFC 4648: nothing that is read for something else. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
const GROUPS = 4;

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

/** null: too many hashes are waiting. */
export async function makeOneTimePassword(cost: PasswordCost, now: Date): Promise<OneTimePassword | null> {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  const password = Array.from({ length: GROUPS }, group).join("-");
  const passwordHash = await hashPassword(password, cost);
  if (passwordHash === null) return null;
  const passwordExpiresAt = new Date(now.getTime() + ONE_TIME_DAYS * DAY_MS);
  return { password, credential: { passwordHash, passwordChangedAt: now, passwordExpiresAt, mustChange: true } };
}
