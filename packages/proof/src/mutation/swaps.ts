/** What an author could have written by mistake instead of a name: another fact of the row, another let, another reading, another word of a list. */
import type { Expr, Type } from "@zhengdui/feel";
import type { Fact, FactKind, Policy } from "@zhengdui/policy";
import { exprSites } from "./expr-sites.ts";
import type { Swaps } from "./expr-variations.ts";

export interface Surroundings {
  readonly policy: Policy;
  /** The list whose row is read, "" where there is none. */
  readonly list: string;
  /** Lets computed before, with their types. */
  readonly lets: readonly { readonly name: string; readonly type: Type }[];
  /** The expression as a whole: whose texts belong to what they are compared with. */
  readonly whole: Expr;
}

export function swapsIn(around: Surroundings): Swaps {
  const words = wordsCompared(around);
  return {
    insteadOf(expr) {
      switch (expr.op) {
        case "fact":
          return otherFacts(expr, around.policy, around.list);
        case "let":
          return around.lets
            .filter(({ name, type }) => name !== expr.name && sameMeasure(type, expr.type))
            .map(({ name }) => ({ ...expr, name }));
        case "text":
          return (words.get(expr) ?? []).filter((w) => w !== expr.value).map((value) => ({ ...expr, value }));
        case "env":
          return otherEnv(expr);
        default:
          return [];
      }
    },
  };
}

const sameMeasure = (a: Type, b: Type): boolean =>
  a.kind === b.kind && (a.kind !== "number" || (b.kind === "number" && a.scale === b.scale && a.unit === b.unit));

function otherFacts(expr: Extract<Expr, { op: "fact" }>, policy: Policy, list: string): Expr[] {
  const facts = factsOf(policy, expr.of === "item" ? list : expr.of);
  const own = facts.find((fact) => fact.key === expr.key);
  if (own === undefined) return [];
  const others = facts.filter((fact) => fact.key !== own.key && kindOf(fact.type) === kindOf(own.type));
  return others.map(({ key }) => ({ ...expr, key }));
}

export function factsOf(policy: Policy, group: string): readonly Fact[] {
  const { lists, records } = policy.facts;
  return [...lists, ...records].find(({ id }) => id === group)?.facts ?? [];
}

/** A count of firms isn't taken for a count of people, nor one choice for another. */
function kindOf(type: FactKind): string {
  if ("unit" in type) return `${type.kind} ${type.unit}`;
  return "options" in type ? `${type.kind} ${type.options.map(({ id }) => id).join()}` : type.kind;
}

const DAYS = ["yearStart", "yearEnd", "inForce"] as const;

function otherEnv(expr: Extract<Expr, { op: "env" }>): Expr[] {
  return DAYS.some((day) => day === expr.name) ? DAYS.filter((d) => d !== expr.name).map((name) => ({ ...expr, name })) : [];
}

/** By each text of the expression: the words that could stand where it stands. */
function wordsCompared({ policy, list, whole }: Surroundings): ReadonlyMap<Expr, readonly string[]> {
  const found = new Map<Expr, readonly string[]>();
  for (const { expr } of exprSites(whole)) {
    const sides = expr.op === "compare" ? [expr.left, expr.right] : expr.op === "oneOf" ? [expr.of, expr.list] : [];
    const [a, b] = sides;
    if (a === undefined || b === undefined) continue;
    if (a.op === "text") found.set(a, wordsOf(b, policy, list));
    if (b.op === "text") found.set(b, wordsOf(a, policy, list));
  }
  return found;
}

function wordsOf(expr: Expr, policy: Policy, list: string): readonly string[] {
  if (expr.op === "reading")
    return policy.interpretations.find(({ key }) => key === expr.key)?.readings.map(({ id }) => id) ?? [];
  if (expr.op !== "fact") return [];
  const type = factsOf(policy, expr.of === "item" ? list : expr.of).find(({ key }) => key === expr.key)?.type;
  return type !== undefined && "options" in type ? type.options.map(({ id }) => id) : [];
}
