/** Runs the worked cases of a policy's cases.md: every outcome that isn't what the policy gives is a complaint at its words. */
import {
  ABSENT,
  type Complaint,
  complain,
  type Expected,
  readAllCases,
  runCase,
  SELECTED_WORDS,
  type WorkedRound,
} from "@zhengdui/compiler";
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

/** Where a selection, a place or what the chosen get isn't what the case says. */
export function roundComplaints(
  engine: Engine,
  file: string,
  { title, line, round, list, rows }: WorkedRound,
): readonly Complaint[] {
  const settled = settle(engine, round);
  if (!settled.ok)
    return settled.errors.map((fault) =>
      complain("case-unreadable", { file, line, column: 1, words: title }, { title, ...fault }),
    );
  const { selection, results } = settled.value;
  const ranked = selection.flatMap((group) => group.ranked);
  const contest = engine.policy.measures.find((m) => m.selection !== null && "list" in m.form && m.form.list === list)?.id;
  return rows.flatMap(({ uscc, project, selected, place, amount }) => {
    const found = ranked.find((r) => r.uscc === uscc && r.project === project);
    const measure = results.find((r) => r.applicant.uscc === uscc)?.measures.find(({ id }) => id === contest);
    const paid = measure === undefined || measure.status === "undetermined" ? null : measure.amount;
    return [
      ...(found?.selected === selected.value ? [] : [differs("遴选结果", selected, chosenWords(found?.selected))]),
      ...(place === null || place.value === (found?.place ?? null) ? [] : [differs("遴选名次", place, placeWords(found?.place))]),
      ...(amount === null || amount.value === paid ? [] : [differs("遴选金额", amount, amountWords(paid))]),
    ];

    function differs(column: string, cell: Expected<unknown>, words: string): Complaint {
      const at = { file, line: cell.line, column: cell.column, words: cell.text };
      return complain("case-differs", at, { title, what: `${project}的${column}`, expected: cell.text, found: words });
    }
  });
}

const placeWords = (place: number | null | undefined): string => (place == null ? ABSENT : `第${place}名`);
const amountWords = (yuan: string | null): string => (yuan === null ? SELECTED_WORDS.open : `${yuan} 元`);

function chosenWords(selected: boolean | null | undefined): string {
  if (selected === undefined) return ABSENT;
  return selected === null ? SELECTED_WORDS.open : selected ? SELECTED_WORDS.selected : SELECTED_WORDS["not-selected"];
}
