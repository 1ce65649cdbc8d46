/**
 * What becomes of the expressions of one rule, as a table of outcomes: an item counts or not, with which marks, with which amount. Two rules
 * with the same outcomes at every point are the same rule, whatever stands in them.
 */
import type { Expr } from "@zhengdui/feel";
import type { Condition, MarkRule } from "@zhengdui/policy";
import { rebuilt } from "./expr-sites.ts";

/** One expression of a rule, and how its value is used. */
export interface RulePart {
  readonly expr: Expr;
  /** condition: joined with the others; mark: only true matters; amount: null is 0; plain: the value itself, of what counts. */
  readonly use: "condition" | "mark" | "amount" | "plain";
  /** Given where the condition fails. */
  readonly mark: string | null;
}

interface Lets {
  readonly lets?: readonly { readonly name: string; readonly value: Expr }[];
}

/** The same tree with lets replaced by what they stand for. */
export function inlined(expr: Expr, { lets = [] }: Lets): Expr {
  const known = new Map<string, Expr>();
  const open = (e: Expr): Expr => rebuilt(e, (one) => (one.op === "let" ? (known.get(one.name) ?? one) : one));
  for (const { name, value } of lets) known.set(name, open(value));
  return open(expr);
}

type Group = Readonly<Record<string, unknown>>;

/** Of a form, a tally, or a measure's `who`: its parts, by where they stand. */
export function partsOfRule(group: Group): RulePart[] {
  const lets = group as Lets;
  const parts: RulePart[] = [];
  const add = (value: unknown, use: RulePart["use"], mark: string | null = null): void => {
    if (typeof value === "object" && value !== null && "op" in value)
      parts.push({ expr: inlined(value as Expr, lets), use, mark });
  };
  for (const key of ["who", "when"]) for (const c of listOf<Condition>(group[key])) add(c.test, "condition", c.mark);
  for (const key of ["marks", "measureMarks"]) for (const m of listOf<MarkRule>(group[key])) add(m.test, "mark", m.mark);
  for (const [key, value] of Object.entries(group)) {
    if (["who", "when", "marks", "measureMarks"].includes(key)) continue;
    add(value, key === "amount" ? "amount" : "plain");
    // What is chosen by an object of its own, as the largest group of a sum.
    if (isPlainObject(value)) for (const part of Object.values(value)) add(part, "plain");
  }
  return parts;
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !("op" in value);

const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : []);
