/** One fact as variables of the solver, what its declaration allows them to be, and back: a model's value as it stands in a dossier. */
import { formatDate, formatMoney, formatMonth, makeCreditCode } from "@zhengdui/basics";
import type { Fact } from "@zhengdui/policy";
import type { Tables } from "../smt/builtins.ts";
import { startOfYear } from "../smt/builtins.ts";
import type { Model } from "../smt/session.ts";
import { and, compare, FALSE, int, not, or, type Term } from "../smt/terms.ts";
import { truth, type Value, whole } from "../smt/value.ts";

export interface FactVariable {
  readonly fact: Fact;
  readonly value: Value;
  readonly declarations: readonly string[];
  readonly names: readonly string[];
  readonly domain: Term;
  /** What makes an example easy to read: round sums, days in the middle of a year. Never needed for it to be right. */
  readonly plain: Term;
  /** The value of the dossier's key; undefined: leave the key out. */
  readonly raw: (model: Model) => unknown;
}

/** A dossier's money lies below 10^13 元. */
const MONEY_END = 10n ** 15n;
const RATE_SCALE = 6;
const DECIMAL_SCALE = 6;
/** 万元 in 分. */
const ROUND_SUM = 10 ** 6;
const MOST_COUNTED = 10n ** 9n;

/** May the value be absent? Options, and what absence turns into a value of its own, never are. */
function maybeNone({ presence, type }: Fact): boolean {
  if (presence === "required" || type.kind === "options") return false;
  if (presence !== "optional") return true;
  return !["boolean", "money", "count", "decimal"].includes(type.kind);
}

export function factVariable(fact: Fact, name: string, tables: Tables): FactVariable {
  const none = maybeNone(fact) ? `${name}.none` : null;
  const made = ofKind(fact, name, none ?? FALSE, tables);
  const absent = fact.presence === "unknowable" || fact.presence === "nullable" ? null : undefined;
  return {
    fact,
    ...made,
    declarations: [...made.declarations, ...(none === null ? [] : [`(declare-const ${none} Bool)`])],
    names: [...made.names, ...(none === null ? [] : [none])],
    raw: (model) => (none !== null && model.get(none) === true ? absent : made.raw(model)),
  };
}

type Made = Omit<FactVariable, "fact">;

const numberOf = (model: Model, name: string): number => Number(model.get(name) ?? 0n);

function ofKind({ type }: Fact, name: string, none: Term, tables: Tables): Made {
  const integer = (low: bigint | number, high: bigint | number, plain: Term, write: (n: number) => unknown): Made => ({
    value: whole(name, none),
    declarations: [`(declare-const ${name} Int)`],
    names: [name],
    domain: and(compare(">=", name, int(low)), compare("<=", name, int(high))),
    plain,
    raw: (model) => write(numberOf(model, name)),
  });
  const multiple = (of: number): Term => `(= 0 (mod ${name} ${int(of)}))`;
  const { first, last } = tables.years;
  switch (type.kind) {
    case "money":
      return integer(0n, MONEY_END - 1n, multiple(ROUND_SUM), formatMoney);
    case "count":
      return integer(0n, MOST_COUNTED, "true", (n) => n);
    case "decimal":
      return integer(0n, MOST_COUNTED * 10n ** BigInt(DECIMAL_SCALE), multiple(10 ** DECIMAL_SCALE), decimal);
    case "rate":
      return {
        ...integer(0n, 10n ** BigInt(RATE_SCALE), none === FALSE ? multiple(10 ** 4) : none, decimal),
        value: rate(name, none),
      };
    case "boolean":
      return boolean(name, none);
    case "date":
      return integer(startOfYear(first), startOfYear(last + 1) - 1, midYear(name, first, last), formatDate);
    case "month":
      return integer(first * 12, last * 12 + 11, "true", formatMonth);
    case "year":
      return integer(1000, 9999, "true", (n) => n);
    case "text":
      return integer(
        tables.codes.industries.length,
        MOST_COUNTED,
        none === FALSE ? "true" : none,
        (n) => tables.codes.text(n) ?? `示例${n}`,
      );
    case "uscc":
      return integer(10 ** 5, 10 ** 6 - 1, "true", exampleCode);
    case "industry":
      return integer(0, tables.codes.industries.length - 1, "true", (n) => tables.codes.text(n));
    case "option": {
      const codes = type.options.map((option) => compare("=", name, int(tables.codes.of(option.id))));
      return { ...integer(0n, MOST_COUNTED, "true", (n) => tables.codes.text(n)), domain: or(...codes) };
    }
    case "options":
      return options(
        type.options.map((option) => option.id),
        name,
        tables,
      );
  }
}

const decimal = (n: number): string => {
  const digits = String(n % 10 ** DECIMAL_SCALE)
    .padStart(DECIMAL_SCALE, "0")
    .replace(/0+$/, "");
  return `${Math.floor(n / 10 ** DECIMAL_SCALE)}${digits === "" ? "" : `.${digits}`}`;
};

const rate = (name: string, none: Term): Value => ({
  kind: "fraction",
  n: name,
  d: (10n ** BigInt(RATE_SCALE)).toString(),
  none,
});

const boolean = (name: string, none: Term): Made => ({
  value: truth(and(not(none), name), and(not(none), not(name))),
  declarations: [`(declare-const ${name} Bool)`],
  names: [name],
  domain: "true",
  plain: "true",
  raw: (model) => model.get(name) === true,
});

function options(ids: readonly string[], name: string, { codes }: Tables): Made {
  const names = ids.map((_, i) => `${name}.${i}`);
  return {
    value: { kind: "set", has: new Map(ids.map((id, i) => [codes.of(id), names[i] as string])) },
    declarations: names.map((one) => `(declare-const ${one} Bool)`),
    names,
    domain: "true",
    plain: "true",
    raw: (model) => ids.filter((_, i) => model.get(names[i] as string) === true),
  };
}

/** The first of July of any year of the range. */
function midYear(name: string, first: number, last: number): Term {
  const days = Array.from({ length: last - first + 1 }, (_, i) => startOfYear(first + i) + 181);
  return or(...days.map((day) => compare("=", name, int(day))));
}

/** An invented but valid credit code for each number. */
export function exampleCode(n: number): string {
  return makeCreditCode("91350582", `MA${String(n).padStart(6, "0")}`) ?? "";
}
