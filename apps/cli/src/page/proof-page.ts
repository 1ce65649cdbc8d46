/** What a proof found, as a page: by clause, with the words, the example's file, what was not proved, what a year can cost. */
import { formatWanText } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import { type Cost, type Finding, KIND_WORDS, type Proof } from "@zhengdui/proof";

/** `files`: the file of each finding's examples, where they were written. `enterprises`: null, no total is asked for. */
export function proofPage(
  policy: Policy,
  proof: Proof,
  files: ReadonlyMap<Finding, readonly string[]>,
  enterprises: number | null,
): string {
  const lines = [`${policy.number}　发现 ${proof.findings.length} 处；证明 ${proof.proved} 个问题对一切申报单位的答案都是“没有”`];
  for (const finding of proof.findings) lines.push("", ...findingLines(finding, files.get(finding) ?? []));
  lines.push("", ...costLines(proof.costs, enterprises));
  lines.push("", "没有证明");
  for (const { clause, what, why } of proof.unproved) lines.push(`  ${clause}　${what}：${why}`);
  return `${lines.join("\n")}\n`;
}

function findingLines({ kind, clause, words, text, examples }: Finding, files: readonly string[]): string[] {
  const quoted = words === "" ? "" : `　“${words}”`;
  return [
    `${clause}　${KIND_WORDS[kind]}${quoted}`,
    `  ${text}`,
    ...examples.map((example, i) => {
      const file = files[i] === undefined ? "" : `　${files[i]}`;
      return `  例　${example.label}：${formatWanText(example.amount)}${file}`;
    }),
  ];
}

function costLines(costs: readonly Cost[], enterprises: number | null): string[] {
  const paying = costs.filter((cost) => cost.each !== 0);
  const sums = paying.map((cost) => (enterprises === null ? cost.each : cost.all));
  const known = sums.filter((sum) => sum !== null);
  const total = formatWanText(known.reduce((a, b) => a + b, 0));
  const open = sums.length - known.length;
  return [
    enterprises === null ? "一家企业一个年度最多" : `${enterprises} 家企业一个年度最多（各条单独计）`,
    ...paying.map(({ clause, each, all, why }, i) => {
      const sum = sums[i] ?? null;
      if (sum !== null) return `  ${clause}　${formatWanText(sum)}　${why}`;
      return each === null && all !== null
        ? `  ${clause}　一家没有上界，全部 ${formatWanText(all)}　${why}`
        : `  ${clause}　没有上界　${why}`;
    }),
    `  有上界的 ${known.length} 条合计 ${total}${open === 0 ? "" : `；${open} 条没有上界，整项政策也就没有`}`,
  ];
}
