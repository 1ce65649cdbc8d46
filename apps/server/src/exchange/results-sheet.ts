/** Results as the platform takes them: its own number and headings, and what became of each claim. */
import { formatMoney, formatWan } from "@zhengdui/basics";
import { CLAIM_STAGES, type ClaimMapping } from "@zhengdui/casework";
import type { PlatformClaim } from "@zhengdui/store";
import { dayInChina } from "../routes/policies.ts";
import { writeXlsx } from "../sheet/write-xlsx.ts";

export function resultsSheet({ headings, claimedUnit, results }: ClaimMapping, claims: readonly PlatformClaim[]): Buffer {
  const amount = (fen: number): string => (claimedUnit === "wan" ? formatWan(fen) : formatMoney(fen));
  const rows = claims.map(({ number, uscc, name, state, reason, approvedFen, decidedAt }) => [
    ...[number, uscc, name, CLAIM_STAGES[state], reason],
    approvedFen === null ? null : amount(approvedFen),
    decidedAt === null ? null : dayInChina(decidedAt),
  ]);
  const unit = claimedUnit === "wan" ? "（万元）" : "（元）";
  const head = [
    headings.number,
    headings.uscc,
    headings.name,
    results.result,
    results.reason,
    `${results.amount}${unit}`,
    "办理日期",
  ];
  return writeXlsx([{ name: "办理结果", widths: [24, 22, 32, 12, 40, 18, 12], rows: [head, ...rows] }]);
}
