/** Secrets that are shown once and kept as digests: sessions, devices, invitations, keys. They are random, so a plain digest can't be guessed back. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

export const newToken = (): string => randomBytes(32).toString("base64url");

export const digest = (token: string): string => createHash("sha256").update(token).digest("hex");

/** In constant time. */
export function isDigestOf(token: string, kept: string): boolean {
  const [one, other] = [Buffer.from(digest(token)), Buffer.from(kept)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** `zd_prefix_secret`, as who-calls reads it. */
export function newKey(): { readonly key: string; readonly prefix: string } {
  const prefix = randomBytes(4).toString("hex");
  return { key: `zd_${prefix}_${newToken()}`, prefix };
}
