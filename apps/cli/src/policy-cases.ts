/** Runs the worked cases of a policy's cases.md: every outcome that isn't what the policy gives is a complaint at its words. */
import { ABSENT, type Complaint, complain, readAllCases, runCase, SELECTED_WORDS, type WorkedRound } from "@zhengdui/compiler";
import { createEngine, type Engine, settle } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";

export interface CasesRun {
  readonly cases: number;
  readonly complaints: readonly Complaint[];
}

/** `text`: cases.md, null where there is none. `file` names it in complaints. */
export function runPolicyCases(policy: Policy, file: string, text: string | null): CasesRun {
  if (text === null) return { cases: 0, complaints: [complain("cases-missing", { file, line: 1, column: 1, words: "" })] };
  const read = readAllCases(file, text, policy);
  if (!read.ok) return { cases: 0, complaints: read.errors };
  const { cases, rounds } = read.value;
  const engine = createEngine(policy, "generated");
  const complaints = [
    ...cases.flatMap((worked) => runCase(engine, file, worked).complaints),
    ...rounds.flatMap((worked) => roundComplaints(engine, file, worked)),
  ];
  return { cases: cases.length + rounds.length, complaints };
}

/** Where a selection isn't what the case says. */
export function roundComplaints(engine: Engine, file: string, { title, line, round, rows }: WorkedRound): readonly Complaint[] {
  const settled = settle(engine, round);
  if (!settled.ok)
    return settled.errors.map((fault) =>
      complain("case-unreadable", { file, line, column: 1, words: title }, { title, ...fault }),
    );
  const ranked = settled.value.selection.flatMap((group) => group.ranked);
  return rows.flatMap(({ uscc, project, selected }) => {
    const found = ranked.find((r) => r.uscc === uscc && r.project === project)?.selected;
    if (found === selected.value) return [];
    const place = { file, line: selected.line, column: selected.column, words: selected.text };
    const what = `${project}的遴选结果`;
    return [complain("case-differs", place, { title, what, expected: selected.text, found: chosenWords(found) })];
  });
}

function chosenWords(selected: boolean | null | undefined): string {
  if (selected === undefined) return ABSENT;
  return selected === null ? SELECTED_WORDS.open : selected ? SELECTED_WORDS.selected : SELECTED_WORDS["not-selected"];
}
