/** A `check` block: the rules between facts whose breach makes a dossier unreadable. */
import type { Outcome } from "@zhengdui/basics";
import type { Expr } from "@zhengdui/feel";
import type { Check, Fact } from "@zhengdui/policy";
import type { Complaint } from "../complaints.ts";
import { readYaml, type YamlText } from "../read/read-yaml.ts";
import { complainOfFacts, type FactComplaintCode } from "./fact-complaint.ts";

/** FEEL text → typed expression. `item`: the list whose facts the text names; null: it names records' facts alone. */
export type CompileFeel = (feel: string, scope: { readonly item: string | null }, line: number) => Outcome<Expr, Complaint>;

/** Text of the block, and the line of its opening fence. */
export interface CheckBlock {
  readonly text: string;
  readonly line: number;
}

const PARTS = ["test", "at", "problem", "expected"] as const;
type Parts = Readonly<Record<(typeof PARTS)[number], string>>;

export function readChecks(
  block: CheckBlock,
  facts: readonly Fact[],
  item: string | null,
  file: string,
  compile: CompileFeel,
  complaints: Complaint[],
): Check[] {
  const yaml = readYaml(file, block.text, block.line + 1);
  if (!yaml.ok) {
    complaints.push(...yaml.errors);
    return [];
  }
  const entries: readonly unknown[] = Array.isArray(yaml.value.value) ? yaml.value.value : [yaml.value.value];
  return entries.flatMap((entry, i) => readCheck(entry, i, facts, item, file, compile, yaml.value, complaints));
}

function readCheck(
  entry: unknown,
  index: number,
  facts: readonly Fact[],
  item: string | null,
  file: string,
  compile: CompileFeel,
  places: YamlText,
  complaints: Complaint[],
): Check[] {
  const refuse = (code: FactComplaintCode, path: readonly (string | number)[], text: string): void => {
    complaints.push(complainOfFacts(code, file, { text, ...places.placeOf(path, 0) }));
  };
  if (!isParts(entry)) {
    refuse("facts-check", [index], "");
    return [];
  }
  if (!facts.some((fact) => fact.key === entry.at)) refuse("facts-check-at", [index, "at"], entry.at);
  const test = compile(entry.test, { item }, places.lineOf([index, "test"]));
  if (test.ok) return [{ test: test.value, at: entry.at, problem: entry.problem, expected: entry.expected }];
  complaints.push(...test.errors);
  return [];
}

function isParts(entry: unknown): entry is Parts {
  if (typeof entry !== "object" || entry === null || Object.keys(entry).length !== PARTS.length) return false;
  const parts = new Map<string, unknown>(Object.entries(entry));
  return PARTS.every((part) => typeof parts.get(part) === "string" && parts.get(part) !== "");
}
