/** The static half of the hand-written explanation: one node for each fact, figure, condition and amount of the twelve measures. */
import type { Format, RuleNode, Why } from "@zhengdui/engine";

export const NONE: readonly never[] = Object.freeze([]);

const MONEY: Format = { kind: "number", scale: 2, unit: "元" };
const COUNT: Format = { kind: "number", scale: 0, unit: "家" };
const TRUTH: Format = { kind: "boolean" };
const TEXT: Format = { kind: "text" };

const node = (kind: RuleNode["kind"], label: string, clause: string, format: Format, of = "", key = ""): RuleNode => ({
  kind,
  label,
  clause,
  words: "",
  of,
  key,
  format,
});

export const measureNode = (clause: string, title: string): RuleNode => node("measure", title, clause, MONEY);
export const itemNode = (clause: string, title: string): RuleNode => node("item", title, clause, MONEY);
export const condition = (clause: string, text: string): RuleNode => node("condition", text, clause, TRUTH);
export const amountNode = (clause: string, noun: string): RuleNode => node("amount", noun, clause, MONEY);
export const letNode = (clause: string, name: string): RuleNode => node("let", name, clause, MONEY);
export const sumNode = (clause: string, name: string, key: string): RuleNode => node("sum", name, clause, MONEY, "", key);
export const countNode = (clause: string, name: string, key: string): RuleNode => node("count", name, clause, COUNT, "", key);
export const rowNode = (clause: string, text: string): RuleNode => node("row", text, clause, MONEY);
export const fact = (of: string, key: string, label: string, format: Format = TEXT): RuleNode =>
  node("fact", label, "", format, of, key);
export const moneyFact = (of: string, key: string, label: string): RuleNode => fact(of, key, label, { kind: "money" });
export const dateFact = (of: string, key: string, label: string): RuleNode => fact(of, key, label, { kind: "date" });
export const truthFact = (of: string, key: string, label: string): RuleNode => fact(of, key, label, TRUTH);
export const reading = (key: string, label: string): RuleNode => node("reading", label, "", TEXT, "", key);

/** A figure never changes: its node is made once. */
export const figure = (clause: string, name: string, value: number | readonly string[], format: Format = MONEY): Why => ({
  of: node("param", name, clause, format),
  value,
  because: NONE,
});
export const percent = (clause: string, name: string, value: number): Why =>
  figure(clause, name, value, { kind: "number", scale: 2, unit: "%" });

export const leaf = (of: RuleNode, value: Why["value"]): Why => ({ of, value, because: NONE });
export const why = (of: RuleNode, value: Why["value"], because: readonly Why[]): Why => ({ of, value, because });

export const applicantFacts = {
  uscc: fact("applicant", "uscc", "信用代码"),
  kind: fact("applicant", "kind", "单位类型"),
  industry: fact("applicant", "industry", "行业代码"),
  roles: fact("applicant", "roles", "角色"),
  registered: truthFact("applicant", "registeredInJinjiang", "晋江注册"),
  aboveScale: truthFact("applicant", "aboveScale", "规上工业"),
} as const;
export const twoFormulasReading = reading("two-formulas", "两种算法");
export const threeMillionReading = reading("three-million", "三百万元整");
