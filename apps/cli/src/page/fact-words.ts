/** Fact paths of a result in words: `softwarePurchases[0].paidOn` → 软件采购第 1 项付款日. */
import { formatMoney, formatWan, parseMoney } from "@zhengdui/basics";
import type { FactValue, GapResult } from "@zhengdui/engine";
import type { FactKind, Option, Policy } from "@zhengdui/policy";

interface Named {
  readonly label: string;
  readonly kind: FactKind["kind"] | "total" | "tally";
  readonly options: readonly Option[];
}

const NO_OPTIONS: readonly Option[] = [];

export function factLabel(policy: Policy, path: string): string {
  return named(policy, path).label;
}

function named(policy: Policy, path: string): Named {
  for (const { form } of policy.measures) {
    if (form.kind === "pool" && form.fact === path) return { label: form.name, kind: "total", options: NO_OPTIONS };
    const tally = form.kind === "tally" ? form.tallies.find((t) => t.fact === path) : undefined;
    if (tally !== undefined) return { label: tally.name, kind: "tally", options: NO_OPTIONS };
  }
  const item = /^(.+)\[(\d+)\]\.([^.]+)$/.exec(path);
  const [of, key] =
    item === null ? [path.slice(0, path.lastIndexOf(".")), path.slice(path.lastIndexOf(".") + 1)] : [item[1], item[3]];
  const group = [...policy.facts.records, ...policy.facts.lists].find((g) => g.id === of);
  const fact = group?.facts.find((f) => f.key === key);
  if (group === undefined || fact === undefined) return { label: path, kind: "text", options: NO_OPTIONS };
  return {
    label: item === null ? fact.label : `${group.label}第 ${Number(item[2]) + 1} 项${fact.label}`,
    kind: fact.type.kind,
    options: "options" in fact.type ? fact.type.options : NO_OPTIONS,
  };
}

/** A fact's value in words: options by their labels, truth as 是 and 否, money in 元. */
export function factWords(policy: Policy, path: string, value: FactValue): string {
  if (value === null) return "不知道或没有";
  if (typeof value === "boolean") return value ? "是" : "否";
  const { kind, options } = named(policy, path);
  const word = (id: string): string => options.find((o) => o.id === id)?.label ?? id;
  if (typeof value === "object") return value.map(word).join("、") || "无";
  return kind === "money" || kind === "total" ? `${value} 元` : word(String(value));
}

const fen = (yuan: unknown): number => {
  const parsed = parseMoney(yuan);
  return parsed.ok ? parsed.value : 0;
};

/** In 万元 where that is short; to the 分 in 元: 7000.01 元, never 0.700001 万元. */
const missing = (difference: number): string =>
  difference % 100 === 0 ? `${formatWan(difference)} 万元` : `${formatMoney(difference)} 元`;

/** 距下一档尚差 3.7 万元（以真实发生并已支付为准）: what is missing, never an invitation to spend. */
export function gapSentence(policy: Policy, gap: GapResult): string {
  const parts = gap.changes.map(({ fact, from, to }) => {
    const { label, kind } = named(policy, fact);
    if (kind === "total" || kind === "money") {
      const difference = fen(to) - fen(from);
      return difference >= 0
        ? `${label}距下一档尚差 ${missing(difference)}（以真实发生并已支付为准）`
        : `${label}为 ${formatWan(fen(to))} 万元以内`;
    }
    if (kind === "tally")
      return Number(to) > Number(from) ? `${label}尚差 ${Number(to) - Number(from)} 家` : `${label}为 ${to} 家以内`;
    if (kind === "boolean") return `${label}${to === true ? "为是" : "为否"}`;
    return `${label}为 ${to}`;
  });
  return `${parts.join("，并且")}：可增加 ${formatWan(fen(gap.gain))} 万元`;
}
