/** A result as a page of plain Chinese text: total first, then measure by measure with clause, deciding facts, and what is missing. */
import { formatWan, parseMoney } from "@zhengdui/basics";
import type { ConditionResult, GapResult, MeasureResult, Result } from "@zhengdui/engine";
import type { Measure, Policy } from "@zhengdui/policy";
import { factLabel, factWords, gapSentence } from "./fact-words.ts";

const STATUS: Readonly<Record<MeasureResult["status"], string>> = {
  eligible: "可以得到",
  "not-eligible": "不能得到",
  "not-claimed": "没有申报",
  undetermined: "尚不能定",
  discretionary: "一事一议",
  "no-subsidy": "不发补助",
};

/** 元 string → "12.00 万元". */
export function wan(yuan: string): string {
  const fen = parseMoney(yuan);
  return `${fen.ok ? formatWan(fen.value) : yuan} 万元`;
}

export function resultPage(policy: Policy, result: Result): string {
  const head = [
    `${policy.number} ${policy.title}`,
    `${result.applicant.name}（${result.applicant.uscc}）　政策年度 ${result.year}`,
    `本政策施行期 ${zh(policy.inForce.from)}至${zh(policy.inForce.to)}；测算为预估，以审定为准。`,
    "",
    ...totalLines(result),
  ];
  const measures = result.measures.flatMap((measure, i) => measureLines(policy, policy.measures[i] as Measure, measure));
  const given = result.givenUp.map((g) => `  · ${label(policy, g.measure)} ${g.item}（${wan(g.amount)}）：${g.why}`);
  return [...head, "", ...measures, ...(given.length > 0 ? ["因就高不重复而放弃", ...given, ""] : [])].join("\n");
}

const zh = (date: string): string => {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

const label = (policy: Policy, id: string): string => {
  const clause = policy.measures.find((m) => m.id === id)?.clause;
  return policy.clauses.find((c) => c.id === clause)?.label ?? id;
};

function totalLines({ totals, marks }: Result): string[] {
  const lines = [`各项单独计算合计 ${wan(totals.amount)}；就高不重复后 ${wan(totals.granted)}。`];
  if (totals.outsideStanding !== "0.00") lines.push(`保留的其他奖补 ${wan(totals.outsideStanding)}。`);
  if (totals.ceilingCut !== null && totals.ceilingCut !== "0.00") lines.push(`财政贡献上限核减 ${wan(totals.ceilingCut)}。`);
  if (totals.payable !== null) lines.push(`可支付 ${wan(totals.payable)}。`);
  else if (marks.includes("outside-award-to-repay")) lines.push("可支付：其他奖补退回或放弃之前不支付。");
  else lines.push("可支付：财政贡献尚不知道，先定后付。");
  return lines;
}

const SIGNS = new Map<boolean | null, string>([
  [true, "✓"],
  [false, "✗"],
  [null, "?"],
]);

function measureLines(policy: Policy, measure: Measure, result: MeasureResult): string[] {
  const clause = policy.clauses.find((c) => c.id === measure.clause);
  const title = `${clause?.label ?? measure.clause}　${measure.title}　〔${STATUS[result.status]}〕${amountWords(result)}`;
  if (result.status === "not-claimed") return [title, ""];
  const note = measure.form.kind === "no-subsidy" ? [`  ${measure.form.note}`] : [];
  return [
    title,
    ...note,
    ...result.conditions.flatMap((c) => conditionLines(policy, c)),
    ...result.items.flatMap((item) => item.reasons.map((reason) => `  ${item.id}：${reason}`)),
    ...result.gaps.slice(0, 5).map((gap: GapResult) => `  → ${gapSentence(policy, gap)}`),
    "",
  ];
}

function amountWords(result: MeasureResult): string {
  if (result.amount !== "0.00")
    return ` ${wan(result.amount)}${result.granted === result.amount ? "" : `，其中给予 ${wan(result.granted)}`}`;
  return result.potential === "0.00" ? "" : ` 0.00 万元，至多可到 ${wan(result.potential)}`;
}

function conditionLines(policy: Policy, condition: ConditionResult): string[] {
  const facts = Object.entries(condition.facts).map(
    ([path, value]) => `${factLabel(policy, path)}：${factWords(policy, path, value)}`,
  );
  const quote = condition.quote === "" || condition.holds === true ? [] : [`      原文：${condition.quote}`];
  return [`  ${SIGNS.get(condition.holds)} ${condition.text}${facts.length > 0 ? `（${facts.join("，")}）` : ""}`, ...quote];
}
