/** Codes of a second factor by RFC 6238: six digits, thirty seconds, one step of tolerance to either side. */
import { Secret, TOTP } from "otpauth";

const PERIOD_SECONDS = 30;
const toleranceSteps = 1;

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: "政兑", label, algorithm: "SHA1", digits: 6, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) });

/** 160 bits, as RFC 4226 recommends. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** For the QR code. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The step whose code it is; null: of none within the tolerance. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret, "").validate({ token: code, timestamp: now.getTime(), window: toleranceSteps });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
