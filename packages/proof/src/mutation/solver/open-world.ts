/**
 * All that an expression may read, as variables of the solver that are left as free as can be: a proof over them holds for every dossier that
 * the intake takes, and for more. Unlike the world of `policy check`, which writes examples, it has no bounds on years, counts or digits, and
 * functions of standards and calendar may give anything, the same for the same arguments.
 */
import type { Builtin } from "@zhengdui/feel";
import type { Fact, FactList, FactRecord, Policy } from "@zhengdui/policy";
import { TextCodes } from "../../smt/codes.ts";
import { and, compare, FALSE, int, not, or, type Term, TRUE } from "../../smt/terms.ts";
import { type Scope, translate, truthOf } from "../../smt/translate.ts";
import { asFraction, noneOf, truth, type Value, whole } from "../../smt/value.ts";

export interface OpenWorld {
  /** The same variables under the figures of a policy. */
  readonly scopeOf: (policy: Policy) => Scope;
  /** Once every expression has been translated: functions are declared as they are met. */
  readonly declarations: () => readonly string[];
  /** What every valid dossier fulfils. */
  readonly valid: Term;
}

interface Free {
  readonly value: Value;
  readonly declarations: readonly string[];
  readonly domain: Term;
}

/** `list`: whose item is meant by "item"; null for what looks at records alone. */
export function openWorld(policy: Policy, list: FactList | null): OpenWorld {
  const codes = new TextCodes();
  const facts = new Map<string, Free>();
  for (const record of policy.facts.records) addFacts(facts, record.id, record, record.required, codes);
  if (list !== null) addFacts(facts, "item", list, true, codes);
  const functions = new Map<string, string>();
  const constants = ["year", "yearStart", "yearEnd", "inForce", "inForceMonth"].map((name) => `env.${name}`);
  const scopeOf = (of: Policy): Scope => {
    const figures = new Map(of.params.map(({ name, value }) => [name, value]));
    return {
      codes,
      years: { first: 0, last: 0 },
      lets: new Map(),
      neverNegative: new Set(),
      fact: (group, key) => facts.get(`${group}.${key}`)?.value ?? whole("0", TRUE),
      figure: (name) => figures.get(name) ?? null,
      env: (name) => `env.${name}`,
      reading: (key) => `reading.${key}`,
      call: (name, args) => anyValue(name, args, functions),
    };
  };
  const scope = scopeOf(policy);
  const groups: readonly (FactRecord | FactList)[] = [
    ...policy.facts.records.filter((record) => record.required),
    ...(list === null ? [] : [list]),
  ];
  const checks = groups.flatMap((group) => group.checks.map(({ test }) => not(truthOf(translate(test, scope)).no)));
  const readings = policy.interpretations.map(({ key, readings: all }) =>
    or(...all.map(({ id }) => compare("=", `reading.${key}`, int(codes.of(id))))),
  );
  return {
    scopeOf,
    declarations: () => [
      ...[...constants, ...policy.interpretations.map(({ key }) => `reading.${key}`)].map(
        (name) => `(declare-const ${name} Int)`,
      ),
      ...[...facts.values()].flatMap((fact) => fact.declarations),
      ...functions.values(),
    ],
    valid: and(
      or(...policy.years.map((year) => compare("=", "env.year", int(year)))),
      ...readings,
      ...[...facts.values()].map((fact) => fact.domain),
      ...checks,
    ),
  };
}

/** A fact of a record that may be absent as a whole may be anything, or nothing. */
function addFacts(
  facts: Map<string, Free>,
  group: string,
  { facts: declared }: FactRecord | FactList,
  there: boolean,
  codes: TextCodes,
): void {
  for (const fact of declared) {
    const name = `f.${group}.${fact.key}`;
    facts.set(`${group}.${fact.key}`, freeFact(fact, name, there && isAlwaysThere(fact), codes));
  }
}

/** An absent optional fact means no, or 0. */
const isAlwaysThere = ({ presence, type }: Fact): boolean =>
  presence === "required" || (presence === "optional" && ["boolean", "money", "count"].includes(type.kind));

function freeFact({ type }: Fact, name: string, there: boolean, codes: TextCodes): Free {
  const none = there ? FALSE : `${name}.none`;
  const absent = there ? [] : [`(declare-const ${none} Bool)`];
  const integer = `(declare-const ${name} Int)`;
  switch (type.kind) {
    case "money":
    case "count":
    case "year":
      return { value: whole(name, none), declarations: [integer, ...absent], domain: compare(">=", name, "0") };
    // Any number of digits: an exact fraction.
    case "decimal":
    case "rate": {
      const [n, d] = [`${name}.n`, `${name}.d`];
      const declarations = [n, d].map((one) => `(declare-const ${one} Int)`);
      const domain = and(compare(">=", n, "0"), compare(">=", d, "1"));
      return { value: { kind: "fraction", n, d, none }, declarations: [...declarations, ...absent], domain };
    }
    case "boolean":
      return {
        value: truth(and(not(none), name), and(not(none), not(name))),
        declarations: [`(declare-const ${name} Bool)`, ...absent],
        domain: TRUE,
      };
    case "option":
      return {
        value: whole(name, none),
        declarations: [integer, ...absent],
        domain: or(none, ...type.options.map(({ id }) => compare("=", name, int(codes.of(id))))),
      };
    case "options": {
      const has = type.options.map(({ id }, i) => [codes.of(id), `${name}.${i}`] as const);
      return {
        value: { kind: "set", has: new Map(has) },
        declarations: has.map(([, one]) => `(declare-const ${one} Bool)`),
        domain: TRUE,
      };
    }
    case "date":
    case "month":
    case "text":
    case "uscc":
    case "industry":
      return { value: whole(name, none), declarations: [integer, ...absent], domain: TRUE };
  }
}

/** Functions that give something for nothing, or nothing for something. */
const MAY_LACK: ReadonlySet<Builtin> = new Set<Builtin>(["sizeOf", "sectionOf"]);

/** A function of whole numbers of which nothing is known; absence of an argument is an argument too. */
function anyValue(name: Builtin, args: readonly Value[], functions: Map<string, string>): Value {
  const parts = args.flatMap((arg) => {
    const { n, d } = asFraction(arg);
    return [n, d, `(ite ${noneOf(arg)} 1 0)`];
  });
  const declare = (symbol: string, gives: string): Term => {
    functions.set(symbol, `(declare-fun ${symbol} (${parts.map(() => "Int").join(" ")}) ${gives})`);
    return `(${symbol} ${parts.join(" ")})`;
  };
  const value = declare(`call.${name}`, "Int");
  const none = MAY_LACK.has(name) ? declare(`call.${name}.none`, "Bool") : or(...args.map(noneOf));
  return whole(value, none);
}
