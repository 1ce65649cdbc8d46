/** The ways in which what isn't a quantity (yes and no, options, what isn't stated) can decide an amount: each as one model and its words. */
import { decidingOf, factsIn } from "../measure-expressions.ts";
import type { Model } from "../smt/session.ts";
import { and, int, type Term } from "../smt/terms.ts";
import { factOf } from "../wording.ts";
import type { FactVariable } from "../world/fact-variable.ts";
import { type Joint, type Side, tagged } from "./joint-world.ts";

export interface Scenario {
  /** One for each fact. */
  readonly words: readonly string[];
  readonly holds: Term;
  readonly model: Model;
}

/** Not more: beyond that the reader loses sight, and examples say more. */
const MOST_SCENARIOS = 24;

/** null: there are too many. */
export async function scenariosOf(joint: Joint): Promise<Scenario[] | null> {
  const names = [...new Set([joint.old, joint.new].flatMap(discreteNames))];
  const base: Term[] = [joint.old.world.terms.eligible, joint.new.world.terms.eligible, ...rates(joint)];
  const found: Scenario[] = [];
  const seen: Term[] = [];
  while (found.length <= MOST_SCENARIOS) {
    const model = await joint.find([...base, ...seen]);
    if (model === null) return found;
    const holds = and(...names.map((name) => isValue(name, model.get(name))));
    found.push({ words: wordsOf(joint, names, model), holds, model });
    if (names.length === 0) return found;
    seen.push(`(not ${holds})`);
  }
  return null;
}

const isValue = (name: string, value: bigint | boolean | undefined): Term =>
  typeof value === "boolean" ? (value ? name : `(not ${name})`) : `(= ${name} ${int(value ?? 0n)})`;

/** The variables of deciding facts that aren't quantities, and whether quantities are there. */
function discreteNames(side: Side): string[] {
  return decidingFacts(side).flatMap(([of, key]) => {
    const variable = side.world.world.variables.get(`${of}.${key}`);
    return variable === undefined ? [] : discreteNamesOf(variable);
  });
}

function discreteNamesOf(variable: FactVariable): readonly string[] {
  switch (variable.fact.type.kind) {
    case "boolean":
    case "option":
    case "options":
      return variable.names;
    case "money":
    case "count":
    case "decimal":
    case "rate":
      return variable.names.filter((name) => name.endsWith(".none"));
    case "date":
    case "month":
    case "year":
    case "text":
    case "uscc":
    case "industry":
      return [];
  }
}

export const decidingFacts = ({ world }: Side): (readonly [string, string])[] => factsIn(decidingOf(world.form));

/** A rate that the office sets apart isn't a quantity to go along: the scenarios are those without it. */
function rates(joint: Joint): Term[] {
  return [joint.old, joint.new].flatMap((side) =>
    decidingFacts(side).flatMap(([of, key]) => {
      const variable = side.world.world.variables.get(`${of}.${key}`);
      return variable?.fact.type.kind === "rate" ? variable.names.filter((name) => name.endsWith(".none")) : [];
    }),
  );
}

function wordsOf(joint: Joint, names: readonly string[], model: Model): string[] {
  const words = new Set<string>();
  for (const side of [joint.old, joint.new])
    for (const [of, key] of decidingFacts(side)) {
      const list = side.world.form.kind === "tally" ? null : side.world.form.list;
      const fact = factOf(side.policy, of, list, key);
      const variable = side.world.world.variables.get(`${of}.${key}`);
      if (fact === null || variable === undefined || !variable.names.some((name) => names.includes(name))) continue;
      if (fact.type.kind === "rate") continue;
      const none = tagged(`f.${of}.${key}`, side.tag).concat(".none");
      const raw = variable.raw(model);
      if (model.get(none) === true) words.add(`没有${fact.label}`);
      else if (fact.type.kind === "boolean") words.add(`${raw === true ? "" : "不是"}${fact.label}`);
      else if (fact.type.kind === "option")
        words.add(`${fact.label}：${fact.type.options.find((o) => o.id === raw)?.label ?? raw}`);
      else if (fact.type.kind === "options") words.add(`${fact.label}：${(raw as readonly string[]).join("、")}`);
    }
  return [...words];
}
