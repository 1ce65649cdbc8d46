/** A small policy for tests of the language: one clause a rule, its official text made from the quotations, compiled as any other. */

import type { Outcome } from "@zhengdui/basics";
import { type Complaint, type Examination, examinePolicy } from "@zhengdui/compiler";
import { createEngine, type Engine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";

export interface SmallLaw {
  /** Sections of policy.md: `## 一 · …` with quotation, figures, rule, tables. */
  readonly sections: string;
  /** Sections of facts.md besides the applicant. */
  readonly facts: string;
  readonly interpretations?: string;
}

const FRONT = `---
policy: small-law
number: 示例政规〔2025〕1号
title: 示例措施
issuer: 示例县人民政府
version: 2025-01-01
in-force:
  from: 2025-01-01
  to: 2027-12-31
  applied-from: 2025-01-01
years: [2025, 2026, 2027]
---

# 示例措施
`;

const COLUMNS = `| 名称 | 标识 | 类型 | 填报 | 提供者 | 凭据 | 密级 | 可改 |
| --- | --- | --- | --- | --- | --- | --- | --- |`;

/** Rows of a fact table, `名称 标识 类型 填报` each, the rest filled in. */
export const factRows = (...rows: readonly string[]): string =>
  [COLUMNS, ...rows.map((row) => `| ${row.split(" ").join(" | ")} | 申报单位 | 凭证 | 内部 | 是 |`)].join("\n");

export const APPLICANT = `## 申报单位 \`applicant\`

记录 · 必填

${factRows("信用代码 uscc 信用代码 必填", "单位名称 name 文字 必填")}
`;

/** The head of the only measure's rule. */
export const RULE_HEAD = 'measure: "1"\ntitle: 示例补助\npayee: 申报单位\n';

export const compileSmallLaw = (law: SmallLaw): Outcome<Policy, Complaint> => examineSmallLaw(law).compiled;

/** With the notices. */
export function examineSmallLaw({ sections, facts, interpretations = "# 解释\n" }: SmallLaw): Examination {
  const quotes = sections.split("\n").flatMap((line) => (line.startsWith("> ") ? [line.slice(2)] : []));
  return examinePolicy({
    folder: "small-law",
    original: quotes.join("\n\n"),
    policy: `${FRONT}\n${sections}`,
    facts: `# 事实\n\n${facts}`,
    interpretations,
  });
}

/** By every back end, so that a test of the language is one of all three. */
export function enginesOf(law: SmallLaw): readonly Engine[] {
  const compiled = compileSmallLaw(law);
  if (!compiled.ok) throw new Error(compiled.errors.map((e) => `${e.line} ${e.code} ${e.words}: ${e.what}`).join("\n"));
  return (["generated", "closures", "reference"] as const).map((backend) => createEngine(compiled.value, backend));
}
