/** Small changes of a raw dossier that bring one fact onto, just below and just above what the policy compares it with. */
import { formatDate, formatMoney, formatMonth, makeCreditCode, parseDate, parseMonth } from "@zhengdui/basics";
import type { Expr } from "@zhengdui/feel";
import type { Fact, Policy } from "@zhengdui/policy";
import { exprSites } from "./expr-sites.ts";
import { replaced } from "./mutant.ts";
import { factsOf } from "./swaps.ts";

export type RawDossier = Readonly<Record<string, unknown>>;
export type Edit = (raw: RawDossier) => RawDossier;

export interface EditsOf {
  readonly policy: Policy;
  /** Whose facts are changed: those that the mutant and its original read. */
  readonly exprs: readonly Expr[];
  /** The lists that the rule goes through. */
  readonly lists: readonly string[];
}

export function boundaryEdits(of: EditsOf): Edit[] {
  const { policy, exprs, lists } = of;
  const reads = exprs.flatMap((e) => exprSites(e)).map(({ expr }) => expr);
  const facts = new Map(reads.flatMap((e) => (e.op === "fact" ? [[`${e.of} ${e.key}`, e] as const] : [])));
  const factEdits = [...facts.values()].flatMap((ref) => {
    const groups = ref.of === "item" ? lists : [ref.of];
    return groups.flatMap((group) => {
      const fact = factsOf(policy, group).find(({ key }) => key === ref.key);
      return fact === undefined
        ? []
        : valuesAround(of, reads, fact).map((value) => setFact(group, ref.of === "item", fact.key, value));
    });
  });
  const readings = new Set(reads.flatMap((e) => (e.op === "reading" ? [e.key] : [])));
  const readingEdits = policy.interpretations
    .filter(({ key }) => readings.has(key))
    .flatMap(({ key, readings: ids }) => ids.map(({ id }) => setReading(key, id)));
  return [...factEdits, ...readingEdits, ...lists.flatMap((list) => rowCounts(of).map((n) => repeatRow(policy, list, n)))];
}

/** Of the first row: the others stay beside it. */
function setFact(group: string, item: boolean, key: string, value: unknown): Edit {
  const path = group.split(".");
  return (raw) => {
    if (!item) return { ...raw, [group]: { ...(raw[group] as object | undefined), [key]: value } };
    const rows = path.reduce<unknown>((at, one) => (at as RawDossier | undefined)?.[one], raw);
    return Array.isArray(rows) && rows.length > 0 ? replaced(raw, [...path, 0, key], value) : raw;
  };
}

function setReading(key: string, id: string): Edit {
  return (raw) => {
    const settings = (raw.settings ?? {}) as RawDossier;
    return {
      ...raw,
      settings: { ...settings, interpretations: { ...(settings.interpretations as object | undefined), [key]: id } },
    };
  };
}

/** The list with `n` rows like its first, each with an id and a code of its own. */
function repeatRow(policy: Policy, list: string, n: number): Edit {
  const path = list.split(".");
  const facts = factsOf(policy, list);
  return (raw) => {
    const rows = path.reduce<unknown>((at, one) => (at as RawDossier | undefined)?.[one], raw);
    if (!Array.isArray(rows) || rows.length === 0) return raw;
    const first = rows[0] as RawDossier;
    const own = String((raw.applicant as RawDossier).uscc).slice(2, 8);
    const copy = (i: number): RawDossier => ({
      ...first,
      ...Object.fromEntries(facts.flatMap((fact) => nameOfCopy(fact, i, own))),
    });
    return replaced(
      raw,
      path,
      Array.from({ length: n }, (_, i) => copy(i + 1)),
    );
  };
}

function nameOfCopy({ key, type }: Fact, i: number, district: string): [string, unknown][] {
  if (key === "id") return [[key, `X${i}`]];
  return type.kind === "uscc" ? [[key, makeCreditCode(`91${district}`, `MB${String(i).padStart(6, "0")}`)]] : [];
}

/** How many rows stand on either side of a counted figure. */
function rowCounts({ policy, exprs }: EditsOf): number[] {
  const most = 200;
  const figures = numbersIn(
    policy,
    exprs.flatMap((e) => exprSites(e)).map(({ expr }) => expr),
  ).filter(({ scale }) => scale === 0);
  const near = figures.flatMap(({ value }) => [value - 1, value, value + 1]);
  return [...new Set([1, 2, ...near])].filter((n) => n > 0 && n <= most);
}

interface Plain {
  readonly value: number;
  readonly scale: number;
  readonly unit: string;
}

function numbersIn(policy: Policy, reads: readonly Expr[]): Plain[] {
  return reads.flatMap((e): Plain[] => {
    if (e.op === "number" && e.type.kind === "number") return [{ value: e.value, scale: e.type.scale, unit: e.type.unit }];
    const param = e.op === "param" ? policy.params.find(({ name }) => name === e.name) : undefined;
    return typeof param?.value === "number" ? [{ value: param.value, scale: param.scale, unit: param.unit }] : [];
  });
}

function valuesAround({ policy }: EditsOf, reads: readonly Expr[], fact: Fact): unknown[] {
  const open = fact.presence === "required" ? [] : [null];
  return [...open, ...valuesOf(policy, reads, fact)];
}

function valuesOf(policy: Policy, reads: readonly Expr[], { type }: Fact): unknown[] {
  const numbers = numbersIn(policy, reads);
  const words = reads.flatMap((e) => (e.op === "text" ? [e.value] : e.op === "texts" ? [...e.items] : []));
  const lists = reads.flatMap((e) => {
    const value = e.op === "param" ? policy.params.find((p) => p.name === e.name)?.value : null;
    return typeof value === "object" && value !== null ? [...value] : [];
  });
  const years = [Math.min(...policy.years) - 1, ...policy.years, Math.max(...policy.years) + 1];
  switch (type.kind) {
    case "money":
      return moneyAround(numbers).map(formatMoney);
    case "count":
      return around(numbers.filter(({ scale }) => scale === 0).map(({ value }) => value));
    case "decimal":
      return around(numbers.map(({ value, scale }) => value / 10 ** scale)).map(String);
    case "rate":
      return numbers
        .filter(({ unit }) => unit === "")
        .flatMap(({ value, scale }) => [value, value / 2].map((v) => String(v / 10 ** scale)));
    case "boolean":
      return [true, false];
    case "date":
      return daysAround(policy, years).map(formatDate);
    case "month":
      return daysAround(policy, years).flatMap((day) => [formatMonth(parseMonth(formatDate(day).slice(0, 7)) ?? 0)]);
    case "year":
      return years;
    case "option":
      return type.options.map(({ id }) => id);
    case "options":
      return [[], ...type.options.map(({ id }) => [id]), type.options.map(({ id }) => id)];
    case "text":
      return [...words, ...lists, "别的"];
    case "industry":
      return INDUSTRIES;
    case "uscc":
      return [];
  }
}

/** One of each section of industry and trade that policies tell apart, and some beside them. */
const INDUSTRIES = ["0610", "1951", "4420", "4710", "5100", "6513", "7010", "7230"];

const around = (values: readonly number[]): number[] => [
  ...new Set([0, 1, ...values.flatMap((v) => [v - 1, v, v + 1])].filter((v) => v >= 0)),
];

/** Sums as figures, sums that a rate turns into figures, and sums whose share ends with a part of a 分. */
function moneyAround(numbers: readonly Plain[]): number[] {
  const sums = numbers.filter(({ unit, value }) => unit === "元" && value > 0).map(({ value }) => value);
  const rates = numbers.filter(({ unit, value, scale }) => unit === "" && scale > 0 && value > 0);
  const reached = rates.flatMap(({ value, scale }) => sums.map((sum) => Math.ceil((sum * 10 ** scale) / value)));
  const odd = Array.from({ length: 9 }, (_, i) => 10 ** 7 + 3 * (i + 1));
  return around([...sums, ...reached, ...odd]).filter(Number.isSafeInteger);
}

function daysAround({ inForce }: Policy, years: readonly number[]): number[] {
  const edges = [inForce.from, ...years.flatMap((year) => [`${year}-01-01`, `${year}-12-31`])];
  return edges.flatMap((day) => {
    const at = parseDate(day) ?? 0;
    return [at - 1, at, at + 1];
  });
}
