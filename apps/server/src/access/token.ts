/** Secrets that are shown once and kept as digests: sessions, devices, invitations, keys. They are random, so a plain digest can't be guessed back. */
import { createHash, randomBytes } from "node:crypto";

export const newToken = (): string => randomBytes(32).toString("base64url");

export const digest = (token: string): string => createHash("sha256").update(token).digest("hex");
