/** The result of `zhengdui policy mutate` as a page: a table by clause, the equivalents with their reasons, the missing cases with a dossier. */
import type { Policy } from "@zhengdui/policy";
import type { Difference, Verdict } from "@zhengdui/proof";

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
  const parts = [head, clauseTable(verdicts), killers(verdicts), equivalents(verdicts), ...survivors.map(missingCase)];
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

function missingCase({ verdict, difference }: Survivor): string {
  const head = `缺算例　${changeOf(verdict)}`;
  if (difference === null) return `${head}\n  没有找到能分辨的档案；${hintFor(verdict)}`;
  const clauses = difference.clauses.join("、") || "给予合计、可支付";
  return `${head}\n  照下面的事实，改动前后${clauses}的结论不同；请按条文算出结论，写进 cases.md：\n\n${difference.words}`;
}

function hintFor({ mutant: { kind } }: Verdict): string {
  if (kind === "selection") return "请写一个遴选的算例：一张清单，每行一家，最后一列写“遴选结果”";
  if (kind === "period") return "请写一个这个年度、这一天前后的算例";
  return "请写一个落在这个界限上的算例；名额和总额的界限，写成带“遴选结果”一列的清单";
}
