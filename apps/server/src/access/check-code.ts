/** Whether a code is an account's: of its device, each step once, or one of its recovery codes. Within the caller's transaction, under the lock of the account's row. */
import { type Proven, type Tx, takeTotpStep, useRecoveryCode } from "@zhengdui/store";
import type { OfficeParts } from "../office/office-parts.ts";
import { recoveryDigest } from "./recovery-codes.ts";
import { totpPurpose, unseal } from "./seal.ts";
import { stepOfCode } from "./totp.ts";

export type CodeVerdict = "totp" | "recovery" | "wrong" | "replayed" | "unreadable";

export async function checkCode(
  parts: OfficeParts,
  tx: Tx,
  { account, credential }: Proven,
  code: string,
  now: Date,
): Promise<CodeVerdict> {
  const typed = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(typed)) return (await useRecoveryCode(tx, account.id, recoveryDigest(typed), now)) ? "recovery" : "wrong";
  const secret = unseal(parts.sealingKey, totpPurpose(account.tenantId, account.id), credential.totpSecret ?? "");
  if (secret === null) return "unreadable";
  const step = stepOfCode(secret, typed, now);
  if (step === null) return "wrong";
  return (await takeTotpStep(tx, account.id, step)) ? "totp" : "replayed";
}
