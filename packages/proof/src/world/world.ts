/**
 * All dossiers at once: variables for the facts of the records and of one item of a list, for the year and the readings, and what a valid
 * dossier has to fulfil. A model of it is written as a dossier that the intake reads.
 */
import { parseDate, parseMonth } from "@zhengdui/basics";
import type { Expr } from "@zhengdui/feel";
import type { FactList, Policy } from "@zhengdui/policy";
import { startOfYear, type Tables } from "../smt/builtins.ts";
import { TextCodes } from "../smt/codes.ts";
import type { Model } from "../smt/session.ts";
import { and, compare, int, ite, not, or, type Term } from "../smt/terms.ts";
import { type Scope, translate, truthOf } from "../smt/translate.ts";
import { type Value, whole } from "../smt/value.ts";
import { type FactVariable, factVariable } from "./fact-variable.ts";

export interface World {
  readonly policy: Policy;
  readonly scope: Scope;
  readonly declarations: readonly string[];
  readonly names: readonly string[];
  /** What every valid dossier fulfils. */
  readonly valid: Term;
  /** The same for other values of some facts. */
  readonly validIn: (scope: Scope) => Term;
  /** That an interpretation takes its default reading, by its key. */
  readonly defaults: ReadonlyMap<string, Term>;
  readonly plain: Term;
  readonly variables: ReadonlyMap<string, FactVariable>;
  /** A dossier without rows, and the row of the list. */
  readonly write: (model: Model) => { readonly dossier: RawDossier; readonly row: RawRow | null };
}

export type RawRow = Record<string, unknown>;
export type RawDossier = Record<string, unknown>;

/** Dates are tried from so many years before the first policy year to as many after the last. */
const YEARS_AROUND = 3;

const keyOf = (of: string, key: string): string => `${of}.${key}`;

/** `list`: whose item is meant by "item"; null for what looks at records alone. `tag` keeps the names of two worlds apart. */
export function createWorld(policy: Policy, list: FactList | null, codes = new TextCodes(), tag = ""): World {
  const years = { first: Math.min(...policy.years) - YEARS_AROUND, last: Math.max(...policy.years) + YEARS_AROUND };
  const tables: Tables = { codes, years };
  const variables = new Map<string, FactVariable>();
  const groups = [
    ...policy.facts.records.map((r) => [r.id, r.facts] as const),
    ...(list === null ? [] : [["item", list.facts] as const]),
  ];
  for (const [of, facts] of groups)
    for (const fact of facts) variables.set(keyOf(of, fact.key), factVariable(fact, `f${tag}.${of}.${fact.key}`, tables));
  const year = `year${tag}`;
  const readings = policy.interpretations.map((i) => ({ ...i, name: `reading${tag}.${i.key}` }));
  const figures = new Map(policy.params.map((p) => [p.name, p.value]));
  const scope: Scope = {
    ...tables,
    lets: new Map(),
    neverNegative: new Set(),
    fact: (of, key) => variables.get(keyOf(of, key))?.value ?? whole("0", "true"),
    figure: (name) => figures.get(name) ?? null,
    env: (name) => envTerm(policy, year, name),
    reading: (key) => `reading${tag}.${key}`,
  };
  const readingIs = (name: string, id: string): Term => compare("=", name, int(codes.of(id)));
  const fixed = [
    or(...policy.years.map((y) => compare("=", year, int(y)))),
    ...readings.map((r) => or(...r.readings.map((reading) => readingIs(r.name, reading.id)))),
    ...[...variables.values()].map((v) => v.domain),
  ];
  const validIn = (within: Scope): Term =>
    and(...fixed, ...checksOf(policy, list).map((test) => not(truthOf(translate(test, within)).no)));
  return {
    policy,
    scope,
    declarations: [
      `(declare-const ${year} Int)`,
      ...readings.map((r) => `(declare-const ${r.name} Int)`),
      ...[...variables.values()].flatMap((v) => v.declarations),
    ],
    names: [year, ...readings.map((r) => r.name), ...[...variables.values()].flatMap((v) => v.names)],
    valid: validIn(scope),
    validIn,
    defaults: new Map(readings.map((r) => [r.key, readingIs(r.name, r.readings[0]?.id ?? "")])),
    plain: and(...[...variables.values()].map((v) => v.plain)),
    variables,
    write: (model) => writeDossier(policy, list, variables, codes, model, { year, readings }),
  };
}

/** Another scope in which one fact has another value. */
export const withFact = (scope: Scope, of: string, key: string, value: Value): Scope => ({
  ...scope,
  fact: (o, k) => (o === of && k === key ? value : scope.fact(o, k)),
});

/** `neverNegative`: none of them is ever below zero. */
export const withLets = (scope: Scope, lets: readonly (readonly [string, Value])[], neverNegative = true): Scope => ({
  ...scope,
  lets: new Map([...scope.lets, ...lets]),
  neverNegative: neverNegative ? new Set([...scope.neverNegative, ...lets.map(([name]) => name)]) : scope.neverNegative,
});

const checksOf = (policy: Policy, list: FactList | null): Expr[] =>
  [...policy.facts.records, ...(list === null ? [] : [list])].flatMap((group) => group.checks.map((check) => check.test));

function envTerm(policy: Policy, year: string, name: Extract<Expr, { op: "env" }>["name"]): Term {
  const byYear = (of: (y: number) => number): Term =>
    policy.years.reduce<Term>((rest, y) => ite(compare("=", year, int(y)), int(of(y)), rest), "0");
  switch (name) {
    case "year":
      return year;
    case "yearStart":
      return byYear(startOfYear);
    case "yearEnd":
      return byYear((y) => startOfYear(y + 1) - 1);
    case "inForce":
      return int(parseDate(policy.inForce.from) ?? 0);
    case "inForceMonth":
      return int(parseMonth(policy.inForce.from.slice(0, 7)) ?? 0);
  }
}

interface Chosen {
  readonly year: string;
  readonly readings: readonly {
    readonly key: string;
    readonly name: string;
    readonly readings: readonly { readonly id: string }[];
  }[];
}

function writeDossier(
  policy: Policy,
  list: FactList | null,
  variables: ReadonlyMap<string, FactVariable>,
  codes: TextCodes,
  model: Model,
  chosen: Chosen,
): ReturnType<World["write"]> {
  const rowOf = (of: string, facts: readonly { readonly key: string }[]): RawRow =>
    Object.fromEntries(
      facts.flatMap(({ key }) => {
        const value = variables.get(keyOf(of, key))?.raw(model);
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
  const dossier: RawDossier = { policy: policy.id, year: Number(model.get(chosen.year)) };
  for (const record of policy.facts.records) dossier[record.id] = rowOf(record.id, record.facts);
  const others = chosen.readings.flatMap(({ key, name, readings }) => {
    const id = codes.text(Number(model.get(name)));
    return id === null || id === readings[0]?.id ? [] : [[key, id] as const];
  });
  if (others.length > 0) dossier.settings = { ...(dossier.settings as RawRow), interpretations: Object.fromEntries(others) };
  return { dossier, row: list === null ? null : rowOf("item", list.facts) };
}
