/** Small laws with exactly one fault, and their proofs. The official text is made from the figures that the rule needs. */
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { APPLICANT, compileSmallLaw, factRows, RULE_HEAD, type SmallLaw } from "../../../tests/small-law.ts";
import type { Proof } from "../src/finding.ts";
import { provePolicy } from "../src/prove-policy.ts";
import type { Solver } from "../src/smt/session.ts";

const FACTS = `${APPLICANT}
## 项目 \`projects\`

清单 · 项目: 不涉 · 唯一: id · 至多: 1

${factRows("编号 id 文字 必填", "投入 spent 金额 必填", "核定数 decided 金额 必填", "已验收 done 是否 必填")}
`;

/** `figures`: 名称 | 值 | 原文 a row; `rule`: what follows the head of the rule; `table`: below the rule. */
export interface Clause {
  readonly text: string;
  readonly figures: readonly string[];
  readonly rule: string;
  readonly table?: string;
  readonly interpretations?: string;
  readonly facts?: string;
}

export const lawOf = ({ text, figures, rule, table = "", interpretations, facts = FACTS }: Clause): SmallLaw => ({
  facts,
  ...(interpretations === undefined ? {} : { interpretations }),
  sections: `## 一 · 补助

> ${text}

| 数 | 值 | 原文 |
| --- | --- | --- |
${figures.map((row) => `| ${row} |`).join("\n")}

\`\`\`rule
${RULE_HEAD}${rule}
\`\`\`
${table === "" ? "" : `\n${table}\n`}`,
});

export function policyOf(clause: Clause): Policy {
  const compiled = compileSmallLaw(lawOf(clause));
  if (!compiled.ok) throw new Error(compiled.errors.map((e) => `${e.line} ${e.code} ${e.words}: ${e.what}`).join("\n"));
  return compiled.value;
}

export const prove = (policy: Policy, solver: Solver, enterprises = 1): Promise<Proof> =>
  provePolicy(policy, createEngine(policy, "reference"), solver, enterprises);

/** Without a fault: two tiers of a condition that can hold, with an interpretation nowhere. */
export const SOUND: Clause = {
  text: "对验收的项目，投入满50万元（含）的补助5万元，满100万元（含）的补助10万元。核定数不足50万元的不补。",
  figures: [
    "一档下限 | 50万元 | `投入满50万元`",
    "一档补助 | 5万元 | `补助5万元`",
    "二档下限 | 100万元 | `满100万元`",
    "二档补助 | 10万元 | `补助10万元`",
    "核定下限 | 50万元 | `核定数不足50万元`",
  ],
  rule: `each: 项目
where:
  - text: 已验收
    when: 已验收
    quote: 对验收的项目
  - text: 核定数达到下限
    when: 核定数 >= 核定下限`,
  table: `| 投入 | 补助 |
| --- | --- |
| < 一档下限 | 0 |
| [一档下限..100万元) | 5万元 |
| >= 100万元 | 10万元 |`,
};
