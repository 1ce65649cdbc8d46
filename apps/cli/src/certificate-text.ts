/** A certificate or an account as it is written to a file: always the same text for the same round, sealed with the SHA-256 of what stands above the seal. */
import { createHash } from "node:crypto";
import type { RoundAccount, RoundCertificate } from "@zhengdui/engine";

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** One indent of one space a level; the seal is that of the same value written without any. */
export function certificateText(value: RoundCertificate | RoundAccount): string {
  return `${JSON.stringify({ ...value, seal: sha256(JSON.stringify(value)) }, null, 1)}\n`;
}
