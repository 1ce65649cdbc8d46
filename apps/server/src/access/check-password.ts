/**
 * Whether a password is an account's. The hash is computed between two transactions, so that no connection waits for it; the second one locks the row and looks
 * again, so that a hundred guesses at once count as a hundred. Unknown logins take the same way and the same time.
 */
import { lockMs } from "@zhengdui/casework";
import {
  changeCredential,
  countFailure,
  credentialByLogin,
  endDevices,
  hashPassword,
  isOutdated,
  isTrusted,
  lockCredential,
  PASSWORD_COST,
  type Proven,
  type Tx,
  verifyPassword,
} from "@zhengdui/store";
import type { OfficeParts } from "../office/office-parts.ts";

export type WhyWrong = "unknown" | "wrong" | "locked" | "disabled" | "expired" | "busy";

export type Checked =
  | { readonly kind: "right"; readonly proven: Proven }
  | { readonly kind: "wrong"; readonly account: string | null; readonly why: WhyWrong };

export const costOf = (parts: OfficeParts) => parts.passwordCost ?? PASSWORD_COST;

export async function checkPassword(
  parts: OfficeParts,
  county: string,
  who: { readonly login: string } | { readonly account: string },
  password: string,
  now: Date,
  /** The digest of the device's token that came along. */
  device: string | null = null,
): Promise<Checked> {
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) =>
    parts.store.within({ tenant: county, account: null, reach: "system" }, work);
  const found = await asSystem((tx) => ("login" in who ? credentialByLogin(tx, who.login) : lockCredential(tx, who.account)));
  const stored = found?.credential.passwordHash ?? null;
  const verdict = await verifyPassword(password, stored, costOf(parts));
  if (verdict === "busy") return { kind: "wrong", account: found?.account.id ?? null, why: "busy" };
  const isRight = verdict === "right";
  const better =
    isRight && stored !== null && isOutdated(stored, costOf(parts)) ? await hashPassword(password, costOf(parts)) : null;
  return asSystem(async (tx) => {
    // For an unknown login too: the same statements.
    const proven = await lockCredential(tx, found?.account.id ?? "");
    if (proven === null) return { kind: "wrong", account: null, why: "unknown" };
    const settled = await settle(tx, proven, isRight && proven.credential.passwordHash === stored, now, device);
    if (settled.kind === "right" && better !== null) await changeCredential(tx, proven.account.id, { passwordHash: better });
    return settled;
  });
}

async function settle(tx: Tx, proven: Proven, isRight: boolean, now: Date, device: string | null): Promise<Checked> {
  const wrong = (why: WhyWrong): Checked => ({ kind: "wrong", account: proven.account.id, why });
  const { passwordExpiresAt } = proven.credential;
  if (isLocked(proven, now) && !(await mayTryLocked(tx, proven, isRight, now, device))) return wrong("locked");
  if (!isRight) {
    await countWrong(tx, proven, now);
    return wrong("wrong");
  }
  if (proven.account.status !== "active") return wrong("disabled");
  return passwordExpiresAt !== null && passwordExpiresAt <= now ? wrong("expired") : { kind: "right", proven };
}

/**
 * Whoever knows a login can lock it from anywhere, as often as he likes: on a device that its person has trusted, the right password opens it all the same. A
 * wrong one there ends the trust, so that a device that was stolen is worth one guess.
 */
async function mayTryLocked(tx: Tx, { account }: Proven, isRight: boolean, now: Date, device: string | null): Promise<boolean> {
  if (device === null || !(await isTrusted(tx, account.id, device, now))) return false;
  if (!isRight) await endDevices(tx, account.id, now, device);
  return isRight;
}

export const isLocked = ({ credential }: Proven, now: Date): boolean =>
  credential.lockedUntil !== null && credential.lockedUntil > now;

/** Until when it is locked then. Counts go back to none only once somebody is in: a right password doesn't give new guesses at the code. */
export async function countWrong(tx: Tx, { account, credential }: Proven, now: Date): Promise<Date | null> {
  const failed = credential.failedCount + 1;
  const ms = lockMs(failed);
  const until = ms === 0 ? null : new Date(now.getTime() + ms);
  await countFailure(tx, account.id, failed, until);
  return until;
}
