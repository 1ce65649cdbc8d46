/** Secrets that must be readable again, sealed with AES-256-GCM. `purpose` is bound in: what was sealed for one account can't be opened for another. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const VERSION = "v1";

export function seal(key: Buffer, purpose: readonly string[], secret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(Buffer.from(JSON.stringify(purpose)));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [VERSION, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** null: another key, another purpose, or changed since. */
export function unseal(key: Buffer, purpose: readonly string[], text: string): string | null {
  const [version, iv = "", tag = "", sealed = ""] = text.split(".");
  if (version !== VERSION) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(JSON.stringify(purpose)));
    decipher.setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(sealed, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

export const totpPurpose = (county: string, account: string): readonly string[] => ["totp", county, account];
