/** The result of `zhengdui policy mutate` as a page: a table by clause, the equivalents with their reasons, the missing cases with a dossier. */
import { MARK_WORDS } from "@zhengdui/compiler";
import type { Policy } from "@zhengdui/policy";
import { type Cause, causeOf, type Difference, type Verdict } from "@zhengdui/proof";

export interface Survivor {
  readonly verdict: Verdict;
  /** null: no dossier was found on which the two differ. */
  readonly difference: (Difference & { readonly words: string }) | null;
}

export interface MutationRun {
  readonly policy: Policy;
  readonly folder: string;
  readonly verdicts: readonly Verdict[];
  readonly survivors: readonly Survivor[];
  readonly seconds: number;
}

export function mutationPage({ policy, verdicts, survivors, seconds }: MutationRun): string {
  const count = (fate: Verdict["fate"]): number => verdicts.filter((v) => v.fate === fate).length;
  const head = `${policy.number}　变异 ${verdicts.length} 个：算例查出 ${count("killed")} 个，证明等同 ${count("equivalent")} 个，没有查出 ${count("survives")} 个（${seconds.toFixed(1)} 秒）`;
  const parts = [
    head,
    clauseTable(verdicts),
    killers(verdicts),
    equivalents(verdicts),
    ...survivors.map((one) => missingCase(policy, one)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function clauseTable(verdicts: readonly Verdict[]): string {
  const clauses = [...new Set(verdicts.map((v) => v.mutant.clause))];
  const rows = clauses.map((clause) => {
    const own = verdicts.filter((v) => v.mutant.clause === clause);
    const count = (fate: Verdict["fate"]): number => own.filter((v) => v.fate === fate).length;
    return `| ${[clause, own.length, count("killed"), count("equivalent"), count("survives")].join(" | ")} |`;
  });
  return ["| 条款 | 变异 | 算例查出 | 证明等同 | 没有查出 |", "| --- | --- | --- | --- | --- |", ...rows].join("\n");
}

/** Which case kills how many, clause by clause. */
function killers(verdicts: readonly Verdict[]): string {
  const counts = new Map<string, number>();
  for (const v of verdicts) {
    if (v.fate !== "killed") continue;
    const key = `${v.mutant.clause}　${v.by}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts.size === 0 ? "" : ["由哪个算例查出", ...[...counts].map(([key, n]) => `  ${key}：${n} 个`)].join("\n");
}

const changeOf = ({ mutant: { clause, place, was, became } }: Verdict): string => `${clause}　${place}：${was} → ${became}`;

function equivalents(verdicts: readonly Verdict[]): string {
  const lines = verdicts.flatMap((v) => (v.fate === "equivalent" ? [`  ${changeOf(v)}\n    ${v.reason}`] : []));
  return lines.length === 0 ? "" : ["证明等同（改了也不改变任何结果）", ...lines].join("\n");
}

function missingCase(policy: Policy, { verdict, difference }: Survivor): string {
  const cause = causeOf(policy, verdict.mutant);
  const head = [`缺算例　${changeOf(verdict)}`, `  ${withMarks(cause.what)}`, ...causeLines(cause)].join("\n");
  if (difference === null) return `${head}\n  没有找到能分辨的档案：照上面写，名额和总额的界限写成带“遴选结果”一列的清单`;
  const clauses = difference.clauses.join("、") || "给予合计、可支付";
  return `${head}\n  照下面的事实，改动前后${clauses}的结论不同；请按条文算出结论，写进 cases.md：\n\n${difference.words}`;
}

/** A mark by the word that a case writes. */
const withMarks = (text: string): string =>
  text.replace(/注明 ([a-z-]+)/gu, (whole, mark: string) => (MARK_WORDS[mark] === undefined ? whole : `${MARK_WORDS[mark]}`));

/** Where it is read, what it reads, and the codes that `| 解释 | 读法 |` takes. */
function causeLines({ readAt, facts, readings }: Cause): string[] {
  return [
    ...(readAt.length === 0 ? [] : [`  用在：${readAt.join("；")}`]),
    ...(facts.length === 0 ? [] : [`  要写明的事实：${facts.join("、")}`]),
    ...readings.map(({ key, title, readings: options }) => {
      const codes = options.map(({ id, text }, i) => `${id}（${text}${i === 0 ? "，默认" : ""}）`);
      return `  有关的解释：${key}（${title}）　读法：${codes.join("、")}；改用另一种的，算例里加一张表 | 解释 | 读法 |`;
    }),
  ];
}
