/** Codes for a lost device: 80 random bits each in base32, shown once, kept as digests. */
import { randomBytes } from "node:crypto";
import { Secret } from "otpauth";
import { digest } from "./token.ts";

const codesSize = 10;

export function newRecoveryCodes(): { readonly shown: string[]; readonly hashes: string[] } {
  const shown = Array.from({ length: codesSize }, () => {
    const { buffer } = new Uint8Array(randomBytes(10));
    return new Secret({ buffer }).base32.replace(/(.{4})(?=.)/g, "$1-");
  });
  return { shown, hashes: shown.map(recoveryDigest) };
}

/** As typed: case, spaces and dashes don't count. */
export const recoveryDigest = (code: string): string => digest(code.toUpperCase().replace(/[\s-]/g, ""));
