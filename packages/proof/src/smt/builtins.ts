/** The functions of standards and calendar for the solver, over the same tables as the evaluator's. */
import { daysOf, firmSizeBounds, sectionOf, yearOf } from "@zhengdui/basics";
import type { Builtin } from "@zhengdui/feel";
import type { TextCodes } from "./codes.ts";
import { add, and, compare, int, ite, mul, or, sub, type Term, TRUE } from "./terms.ts";
import { noneOf, termOf, type Value, type Whole, whole } from "./value.ts";

/** What a function needs to know besides its arguments: the texts' codes, and the years within which dates are tried. */
export interface Tables {
  readonly codes: TextCodes;
  readonly years: { readonly first: number; readonly last: number };
}

export const startOfYear = (year: number): number => daysOf({ year, month: 1, day: 1 }) ?? 0;

export function builtin(name: Builtin, args: readonly Value[], { codes, years }: Tables): Value {
  const [a, b, c] = args.map(termOf);
  switch (name) {
    case "yearOf":
      return whole(yearTerm(a ?? "0", years), anyNone(args));
    case "monthsBetween":
      return whole(between(a ?? "0", b ?? "0"), anyNone(args));
    case "monthsWithin": {
      const first = mul("12", c ?? "0");
      const last = add(first, "11");
      const from = ite(compare(">", a ?? "0", first), a ?? "0", first);
      const to = ite(compare("<", b ?? "0", last), b ?? "0", last);
      return whole(between(from, to), anyNone(args));
    }
    case "sectionOf":
      return sectionTerm(args[0] ?? whole("0", TRUE), codes);
    case "sizeOf":
      return sizeTerm(args, codes);
  }
}

const anyNone = (args: readonly Value[]): Term => or(...args.map(noneOf));

function yearTerm(day: Term, years: Tables["years"]): Term {
  const plain = /^\d+$/.test(day) ? yearOf(Number(day)) : null;
  if (plain !== null) return int(plain);
  let term: Term = int(years.last);
  for (let year = years.last - 1; year >= years.first; year--)
    term = ite(compare("<", day, int(startOfYear(year + 1))), int(year), term);
  return term;
}

const between = (from: Term, to: Term): Term => ite(compare("<", to, from), "0", add(sub(to, from), "1"));

/** The value by industry; industries with one value are asked for by runs of their codes. */
function byIndustry<T>(codes: TextCodes, look: (industry: string) => T, key: (value: T) => string) {
  const groups = new Map<string, { readonly value: T; readonly codes: number[] }>();
  for (const [code, industry] of codes.industries.entries()) {
    const value = look(industry);
    const group = groups.get(key(value)) ?? { value, codes: [] };
    group.codes.push(code);
    groups.set(key(value), group);
  }
  return [...groups.values()];
}

function within(term: Term, codes: readonly number[]): Term {
  const runs: [number, number][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else runs.push([code, code]);
  }
  return or(
    ...runs.map(([from, to]) =>
      from === to ? compare("=", term, int(from)) : and(compare(">=", term, int(from)), compare("<=", term, int(to))),
    ),
  );
}

function sectionTerm(industry: Value, codes: TextCodes): Whole {
  const groups = byIndustry(
    codes,
    (code) => sectionOf(code) ?? "",
    (section) => section,
  );
  const term = groups.reduce<Term>(
    (rest, group) => ite(within(termOf(industry), group.codes), int(codes.of(group.value)), rest),
    int(codes.of("")),
  );
  return whole(ite(noneOf(industry), int(codes.of("")), term));
}

const GRADES = ["大型", "中型", "小型", "微型"] as const;

function sizeTerm(args: readonly Value[], codes: TextCodes): Whole {
  const [industry = whole("0", TRUE), employees, revenue, totalAssets] = args;
  const figures = { employees, revenue, totalAssets };
  const groups = byIndustry(codes, firmSizeBounds, (bounds) => JSON.stringify(bounds));
  let [term, none]: [Term, Term] = ["0", TRUE];
  for (const { value: bounds, codes: members } of groups) {
    if (bounds === null) continue;
    const [first = whole("0", TRUE), second = whole("0", TRUE)] = bounds.figures.map((name) => figures[name]);
    const grade = bounds.least.reduceRight<Term>(
      (rest, [x, y], i) =>
        ite(
          and(compare(">=", termOf(first), int(x)), compare(">=", termOf(second), int(y))),
          int(codes.of(GRADES[i] as string)),
          rest,
        ),
      int(codes.of(GRADES[3])),
    );
    const here = within(termOf(industry), members);
    term = ite(here, grade, term);
    none = ite(here, or(noneOf(first), noneOf(second)), none);
  }
  return whole(term, or(noneOf(industry), none));
}
