/** Which measures take part in 就高不重复, and why the others don't: nobody should find it out from a payment. */
import type { FactSchema, Measure, Policy } from "@zhengdui/policy";

/** No line where the policy has no such rule. */
export function combinationLines({ combination, measures, facts }: Policy): readonly string[] {
  if (combination === null) return [];
  const ways = measures.map((m): Way => (combination.except?.includes(m.id) ? "except" : wayOf(m, facts)));
  const those = (way: Way): Measure[] => measures.filter((_, i) => ways[i] === way);
  const clauses = (some: readonly Measure[]): string => some.map(({ clause }) => clause).join("、");
  return [
    `就高不重复　参加的：${clauses(those("competes")) || "没有一条"}`,
    ...WAYS.flatMap((way) => {
      const some = those(way);
      return some.length === 0 ? [] : [`就高不重复　不参加：${clauses(some)}　${reasonOf(way, some, facts)}`];
    }),
  ];
}

/** The measure's own line. */
export function combinationWords(policy: Policy, measure: Measure): string {
  if (policy.combination === null) return "这项政策没有这条规则";
  const way = policy.combination.except?.includes(measure.id) ? "except" : wayOf(measure, policy.facts);
  return way === "competes" ? `参加（${policy.combination.clause}）` : `不参加，${reasonOf(way, [measure], policy.facts)}`;
}

type Way = "competes" | "except" | "no-projects" | "count" | "no-amount";
const WAYS: readonly Way[] = ["except", "no-projects", "count", "no-amount"];

/** Items of a list with projects compete for them. */
function wayOf({ form }: Measure, facts: FactSchema): Way {
  switch (form.kind) {
    case "each":
    case "pool":
      return facts.lists.find(({ id }) => id === form.list)?.projects === "none" ? "no-projects" : "competes";
    case "tally":
      return "count";
    case "discretionary":
    case "no-subsidy":
      return "no-amount";
  }
}

function reasonOf(way: Way, measures: readonly Measure[], facts: FactSchema): string {
  switch (way) {
    case "competes":
      return "";
    case "except":
      return "except 列出的";
    case "no-projects": {
      const used = new Set(measures.map(({ form }) => ("list" in form ? form.list : "")));
      const labels = facts.lists.filter(({ id }) => used.has(id)).map(({ label }) => `“${label}”`);
      return `清单${labels.join("")}在 facts.md 里写的是 项目: 不涉`;
    }
    case "count":
      return "按个数计算（count），个数不属于哪一个项目";
    case "no-amount":
      return "没有算出的金额";
  }
}
