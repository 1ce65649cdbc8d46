/** One expression of a rule: FEEL text → typed tree, with its faults at offsets of the text as written. */
import { type Expr, parse } from "@zhengdui/feel";
import { check, checkTest, contextOf } from "../check/expression.ts";
import { type Fault, Faults, type Scope } from "../check/scope.ts";
import { bindFigures, type ClauseFigure } from "./literals.ts";

export interface Compiled {
  readonly expr: Expr | null;
  readonly faults: readonly Fault[];
}

export function compileText(text: string, scope: Scope, figures: readonly ClauseFigure[]): Compiled {
  const faults = new Faults();
  const bound = bindFigures(text, figures, faults);
  const parsed = parse(bound.text, { names: namesOf(scope) });
  const expr = parsed.ok ? check(parsed.value, contextOf(scope, faults)) : null;
  if (!parsed.ok)
    for (const e of parsed.errors) faults.add("syntax", e, { message: e.message, expected: e.expected, mend: e.mend });
  return { expr, faults: placed(faults, bound.back) };
}

/** A cell of a decision table as a test of `input`; `-` is any value. */
export function compileCell(text: string, input: Expr, scope: Scope, figures: readonly ClauseFigure[]): Compiled {
  const faults = new Faults();
  const bound = bindFigures(text, figures, faults);
  const parsed = parse(bound.text, { names: namesOf(scope), mode: "unaryTests" });
  if (!parsed.ok)
    for (const e of parsed.errors) faults.add("syntax", e, { message: e.message, expected: e.expected, mend: e.mend });
  if (!parsed.ok) return { expr: null, faults: placed(faults, bound.back) };
  const tests = parsed.value.kind === "in" ? parsed.value.tests : [parsed.value];
  const context = contextOf(scope, faults);
  const items = tests.map((test) => checkTest(input, test, context));
  if (items.some((item) => item === null)) return { expr: null, faults: placed(faults, bound.back) };
  const found = items as Expr[];
  const [only] = found;
  const expr: Expr | null =
    found.length === 1
      ? (only ?? null)
      : { op: "or", items: found, type: { kind: "boolean", nullable: found.some((e) => e.type.nullable) } };
  return { expr, faults: placed(faults, bound.back) };
}

const namesOf = (scope: Scope): string[] => [...scope.names.keys(), ...scope.records.keys()];

const placed = (faults: Faults, back: (offset: number) => number): Fault[] =>
  faults.list.map((fault) => ({ ...fault, from: back(fault.from), to: Math.max(back(fault.from) + 1, back(fault.to)) }));
