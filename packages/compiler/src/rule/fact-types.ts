/** Which static type a declared fact has in expressions, and the names that facts, figures and readings bring into scope. */
import type { Expr, Type } from "@zhengdui/feel";
import type { Fact, FactKind, FactList, FactSchema, Interpretation, Param } from "@zhengdui/policy";
import { BOOLEAN, numberType } from "../check/numbers.ts";
import type { Macro, Scope } from "../check/scope.ts";
import { COUNTED } from "../read/counters.ts";

const MAX_MONEY = 10 ** 15 - 1;

function baseType(kind: FactKind): Type {
  switch (kind.kind) {
    case "money":
      return numberType(2, "元", MAX_MONEY);
    case "count":
      return numberType(0, kind.unit, Number.MAX_SAFE_INTEGER);
    case "decimal":
      return { kind: "ratio", unit: kind.unit, nullable: false };
    case "rate":
      return { kind: "ratio", unit: "", nullable: false };
    case "boolean":
      return BOOLEAN;
    case "date":
      return { kind: "date", nullable: false };
    case "month":
      return { kind: "month", nullable: false };
    case "year":
      return numberType(0, "", 9999);
    case "text":
    case "uscc":
    case "industry":
      return { kind: "text", nullable: false };
    case "option":
      return { kind: "text", options: kind.options.map((o) => o.id), nullable: false };
    case "options":
      return { kind: "texts", options: kind.options.map((o) => o.id), nullable: false };
  }
}

/** Kinds of which an absent optional fact says no, or 0; of the others it says nothing. */
const ABSENT_IS_NO: ReadonlySet<FactKind["kind"]> = new Set<FactKind["kind"]>(["boolean", "money", "count", "decimal"]);

export function typeOfFact({ type: kind, presence }: Fact): Type {
  const type = baseType(kind);
  if (type.kind === "texts" || presence === "required") return type;
  if (presence === "optional" && ABSENT_IS_NO.has(kind.kind)) return type;
  return { ...type, nullable: true };
}

const factNames = (of: string, facts: readonly Fact[]): Map<string, Expr> =>
  new Map(facts.map((fact) => [fact.label, { op: "fact", of, key: fact.key, type: typeOfFact(fact) }]));

export function typeOfParam(param: Param): Type {
  const { value } = param;
  if (typeof value === "object" && value !== null) return { kind: "texts", options: value, nullable: false };
  return numberType(param.scale, param.unit, value ?? Number.MAX_SAFE_INTEGER, value === null);
}

export const ENV: ReadonlyMap<string, Expr> = new Map<string, Expr>([
  ["年度", { op: "env", name: "year", type: numberType(0, "", 9999) }],
  ["年初", { op: "env", name: "yearStart", type: { kind: "date", nullable: false } }],
  ["年末", { op: "env", name: "yearEnd", type: { kind: "date", nullable: false } }],
  ["施行日", { op: "env", name: "inForce", type: { kind: "date", nullable: false } }],
  ["施行月", { op: "env", name: "inForceMonth", type: { kind: "month", nullable: false } }],
  ["一分", { op: "number", value: 1, type: numberType(2, "元", 1) }],
]);

/** 一家, 一人, 一项: what is counted has a one, as money has its 一分; a rule writes 1家 too. A rate (倍) has none. */
const ONES: ReadonlyMap<string, Expr> = new Map(
  COUNTED.map((unit): [string, Expr] => [`一${unit}`, { op: "number", value: 1, type: numberType(0, unit, 1) }]),
);

export interface Names {
  readonly facts: FactSchema;
  readonly params: readonly Param[];
  readonly interpretations: readonly Interpretation[];
  readonly macros: ReadonlyMap<string, Macro>;
}

const optionCodes = ({ records, lists }: FactSchema): ReadonlyMap<string, string> =>
  new Map(
    [...records, ...lists].flatMap(({ facts }) =>
      facts.flatMap(({ type }) => ("options" in type ? type.options.map(({ id, label }): [string, string] => [label, id]) : [])),
    ),
  );

/** What a rule may name: figures, calendar, records by name; with `list`, that list's facts; and its lets so far. */
export function scopeOf(names: Names, list: FactList | null, lets: ReadonlyMap<string, Expr>): Scope {
  const figures = names.params.map((p): [string, Expr] => [p.name, { op: "param", name: p.name, type: typeOfParam(p) }]);
  const items = list === null ? [] : [...factNames("item", list.facts)];
  return {
    names: new Map([...ONES, ...ENV, ...figures, ...items, ...lets]),
    records: new Map(names.facts.records.map((record) => [record.label, factNames(record.id, record.facts)])),
    readings: new Map(names.interpretations.map((i) => [i.key, i.readings.map((r) => r.id)])),
    macros: names.macros,
    lets: new Map(),
    options: optionCodes(names.facts),
    elsewhere: new Map(
      names.facts.lists.flatMap(({ label, facts }) => facts.map((fact): [string, string] => [fact.label, label])),
    ),
    broken: new Set(),
  };
}
