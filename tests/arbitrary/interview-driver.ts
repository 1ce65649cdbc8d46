/** Answers an interview's questions from a complete dossier, as an applicant would who knows everything, or doesn't know some of it. */
import type { Answers, Interview, Question } from "@zhengdui/engine";
import type { FactList, Policy } from "@zhengdui/policy";

type Row = Record<string, unknown>;
/** Does the applicant know this one? */
export type Knows = (path: string) => boolean;

/** Facts that no rule reads and that name a row: given with the row itself. */
const NAMES = new Set(["id"]);

const at = (from: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((one, key) => (one as Row | undefined | null)?.[key], from);

export function withValue(dossier: Row, path: string, value: unknown): Row {
  const [key, ...rest] = path.split(".") as [string, ...string[]];
  if (rest.length === 0) return { ...dossier, [key]: value };
  return { ...dossier, [key]: withValue((dossier[key] ?? {}) as Row, rest.join("."), value) };
}

export interface Step {
  readonly answers: Answers;
  /** Facts (with their row) and lists that were asked and are answered now. */
  readonly asked: readonly string[];
}

export function answer(policy: Policy, question: Question, target: Row, answers: Answers, knows: Knows): Step {
  switch (question.kind) {
    case "fact": {
      const { presence, key } = question.fact;
      const path = `${question.of}.${key}`;
      if (!knows(path)) return { answers: unknown(answers, path, path, presence), asked: [path] };
      return {
        answers: { ...answers, dossier: withValue(answers.dossier as Row, path, at(target, path) ?? null) },
        asked: [path],
      };
    }
    case "lists":
      return question.lists.reduce<Step>(
        (step, { id }) => {
          const asked = [...step.asked, id];
          if (!knows(id)) return { answers: { ...step.answers, skipped: [...step.answers.skipped, id] }, asked };
          const rows = ((at(target, id) ?? []) as Row[]).map((row) =>
            Object.fromEntries([...NAMES].filter((k) => k in row).map((k) => [k, row[k]])),
          );
          return { answers: { ...step.answers, dossier: withValue(step.answers.dossier as Row, id, rows) }, asked };
        },
        { answers, asked: [] },
      );
    case "rows":
      return rowsAnswer(policy, question, target, answers, knows);
  }
}

/** One cell of every row that has one open. */
function rowsAnswer(
  policy: Policy,
  { list, cells }: Extract<Question, { kind: "rows" }>,
  target: Row,
  answers: Answers,
  knows: Knows,
): Step {
  const { facts } = policy.facts.lists.find(({ id }) => id === list) as FactList;
  const first = [...new Map(cells.toReversed().map((cell) => [cell.row, cell])).values()];
  const rows = [...(at(answers.dossier, list) as Row[])];
  let next = answers;
  const asked: string[] = [];
  for (const { row, key } of first) {
    const presence = facts.find((fact) => fact.key === key)?.presence ?? "required";
    const path = `${list}[${row}].${key}`;
    asked.push(path);
    const known = knows(path);
    if (!known && (presence === "required" || presence === "nullable")) next = { ...next, skipped: [...next.skipped, path] };
    else rows[row] = { ...rows[row], [key]: known ? ((at(target, list) as Row[])[row]?.[key] ?? null) : null };
  }
  return { answers: { ...next, dossier: withValue(next.dossier as Row, list, rows) }, asked };
}

function unknown(answers: Answers, path: string, name: string, presence: string): Answers {
  if (presence === "required" || presence === "nullable") return { ...answers, skipped: [...answers.skipped, name] };
  return { ...answers, dossier: withValue(answers.dossier as Row, path, null) };
}

/** Asks on until nothing is left to ask. `visit` sees every question before it is answered. */
export function converse(
  interview: (answers: Answers) => Interview,
  policy: Policy,
  target: Row,
  knows: Knows,
  pick: (questions: readonly Question[]) => Question,
  visit: (answers: Answers, question: Question) => void = () => {},
): { readonly answers: Answers; readonly last: Interview; readonly steps: number } {
  const settings = target.settings as Row | undefined;
  let answers: Answers = { dossier: { year: target.year, ...(settings === undefined ? {} : { settings }) }, skipped: [] };
  for (let steps = 0; ; steps++) {
    const last = interview(answers);
    if (last.questions.length === 0) return { answers, last, steps };
    const question = pick(last.questions);
    visit(answers, question);
    const step = answer(policy, question, target, answers, knows);
    if (JSON.stringify(step.answers) === JSON.stringify(answers))
      throw new Error(`asked again: ${JSON.stringify(question).slice(0, 400)}`);
    answers = step.answers;
  }
}
