/**
 * One measure over all dossiers: its conditions, amounts and what is paid, as terms over one item (each), the sum (pool) or the counts (tally),
 * and how a model becomes a dossier with the rows that bring it about.
 */
import { type Expr, walk } from "@zhengdui/feel";
import type { Condition, FactList, Form, Measure, Policy, Tally } from "@zhengdui/policy";
import { TextCodes } from "../smt/codes.ts";
import type { Model } from "../smt/session.ts";
import { and, compare, int, ite, type Term } from "../smt/terms.ts";
import { mayFall, type Scope, translate, truthOf } from "../smt/translate.ts";
import { type Truth, termOf, type Value, whole } from "../smt/value.ts";
import { exampleCode } from "./fact-variable.ts";
import { createWorld, type RawDossier, type RawRow, type World, withLets } from "./world.ts";

export type Payable = Extract<Form, { kind: "each" | "pool" | "tally" }>;

/** The measure's values within one scope; a scope may give one fact, the sum or a count another value. */
export interface Terms {
  readonly scope: Scope;
  readonly who: readonly Truth[];
  /** Of the item (each, pool) or of the counts (tally). */
  readonly when: readonly Truth[];
  /** Of a pool the applicant's conditions alone: its rows have made up the sum. */
  readonly eligible: Term;
  /** Before the caps. */
  readonly full: Term;
  readonly itemCap: Term | null;
  readonly yearCap: Term | null;
  /** What the measure pays; 0 where a condition fails or isn't known. */
  readonly paid: Term;
}

export interface MeasureWorld {
  readonly measure: Measure;
  readonly form: Payable;
  readonly list: FactList | null;
  readonly world: World;
  readonly declarations: readonly string[];
  readonly names: readonly string[];
  /** What every valid dossier fulfils. */
  readonly valid: Term;
  /** Of a pool: one row, which counts, makes up the sum. With money as its basis every sum can be had so. */
  readonly linked: Term;
  readonly plain: Term;
  /** Of a pool: the fact of the row that is its share of the sum in plain examples. */
  readonly basisKey: string | null;
  /** The sum's or the counts' names, as lets. */
  readonly totals: readonly string[];
  readonly total: (name: string) => Term;
  readonly termsIn: (scope: Scope) => Terms;
  readonly terms: Terms;
  readonly write: (model: Model, counted: CountedRows) => RawDossier;
}

/** A row that each count counts, by `rowKey`. */
export type CountedRows = ReadonlyMap<string, RawRow>;
export const rowKey = (tally: string, year: number): string => `${year} ${tally}`;

export const conditionsOf = (measure: Measure): readonly Condition[] => {
  const { form } = measure;
  switch (form.kind) {
    case "each":
    case "pool":
    case "tally":
      return [...measure.who, ...form.when];
    case "discretionary":
    case "no-subsidy":
      return measure.who;
  }
};

/** null: the measure has no formula. `codes`, `tag`: for two worlds in one question, as in createWorld. */
export function createMeasureWorld(policy: Policy, measure: Measure, codes = new TextCodes(), tag = ""): MeasureWorld | null {
  const { form } = measure;
  switch (form.kind) {
    case "each":
    case "pool":
      return itemWorld(policy, measure, form, codes, tag);
    case "tally":
      return tallyWorld(policy, measure, form, codes, tag);
    case "discretionary":
    case "no-subsidy":
      return null;
  }
}

const listOf = (policy: Policy, id: string): FactList | null => policy.facts.lists.find((list) => list.id === id) ?? null;

function letsIn(form: Extract<Form, { kind: "each" | "pool" }>, scope: Scope): Scope {
  let within = scope;
  for (const { name, value } of form.lets)
    within = withLets(within, [[name, translate(value, within)]], !mayFall(value, within.neverNegative));
  return within;
}

const truths = (conditions: readonly Condition[], scope: Scope): Truth[] =>
  conditions.map((c) => truthOf(translate(c.test, scope)));
const all = (items: readonly Truth[]): Term => and(...items.map((t) => t.yes));
const optional = (expr: Expr | null, scope: Scope): Term | null => (expr === null ? null : termOf(translate(expr, scope)));
export const least = (a: Term, b: Term | null): Term => (b === null ? a : ite(compare("<", b, a), b, a));

function itemWorld(
  policy: Policy,
  measure: Measure,
  form: Extract<Form, { kind: "each" | "pool" }>,
  codes: TextCodes,
  tag: string,
): MeasureWorld {
  const list = listOf(policy, form.list);
  const world = createWorld(policy, list, codes, tag);
  const pool = form.kind === "pool" ? form : null;
  const sum = `total${tag}.sum`;
  const termsIn = (scope: Scope): Terms => {
    const within = letsIn(form, scope);
    const who = truths(measure.who, within);
    const when = truths(form.when, within);
    if (pool !== null) {
      const summed = scope.lets.has(pool.name) ? within : withLets(within, [[pool.name, whole(sum)]]);
      const full = termOf(translate(pool.amount, summed));
      const paid = ite(all(who), full, "0");
      return { scope: summed, who, when, eligible: all(who), full, itemCap: null, yearCap: null, paid };
    }
    const eligible = and(all(who), all(when));
    const full = termOf(translate(form.amount, within));
    const itemCap = form.kind === "each" ? optional(form.itemCap, within) : null;
    const yearCap = form.kind === "each" ? optional(form.yearCap, within) : null;
    return {
      scope: within,
      who,
      when,
      eligible,
      full,
      itemCap,
      yearCap,
      paid: ite(eligible, least(least(full, itemCap), yearCap), "0"),
    };
  };
  const terms = termsIn(world.scope);
  const basisKey = pool === null ? null : onlyMoneyFact(pool.basis);
  const basis = pool === null ? "true" : compare("=", sum, termOf(translate(pool.basis, terms.scope)));
  return {
    measure,
    form,
    list,
    world,
    declarations: [...world.declarations, ...(pool === null ? [] : [`(declare-const ${sum} Int)`])],
    names: [...world.names, ...(pool === null ? [] : [sum])],
    valid: pool === null ? world.valid : and(world.valid, compare(">=", sum, "0")),
    linked: pool === null ? "true" : and(basis, all(terms.when)),
    plain: basisKey === null ? world.plain : and(world.plain, compare("=", sum, `f${tag}.item.${basisKey}`)),
    basisKey,
    totals: pool === null ? [] : [pool.name],
    total: () => sum,
    termsIn,
    terms,
    write(model) {
      const { dossier, row } = world.write(model);
      return row === null ? dossier : withRows(dossier, form.list, [row]);
    },
  };
}

/** The one sum of money of the item that an expression reads; null: none, or several. */
function onlyMoneyFact(expr: Expr): string | null {
  const keys = new Set<string>();
  walk(expr, (e) => {
    if (e.op === "fact" && e.of === "item" && e.type.kind === "number" && e.type.unit === "元") keys.add(e.key);
  });
  const [key] = keys;
  return keys.size === 1 && key !== undefined ? key : null;
}

const countOf = (tally: Tally, tag: string): string =>
  `total${tag}.${tally.list}.${[...tally.name].map((c) => c.codePointAt(0)?.toString(36)).join("")}`;

/** Examples have at most so many rows. */
const MOST_EXAMPLE_ROWS = 10 ** 4;

function tallyWorld(
  policy: Policy,
  measure: Measure,
  form: Extract<Form, { kind: "tally" }>,
  codes: TextCodes,
  tag: string,
): MeasureWorld {
  const world = createWorld(policy, null, codes, tag);
  const names = new Map(form.tallies.map((tally) => [tally.name, countOf(tally, tag)]));
  const counts = (scope: Scope): Scope =>
    withLets(
      scope,
      [...names].filter(([name]) => !scope.lets.has(name)).map(([name, term]) => [name, whole(term)] as [string, Value]),
    );
  const termsIn = (scope: Scope): Terms => {
    const within = counts(scope);
    const who = truths(measure.who, within);
    const when = truths(form.when, within);
    const eligible = and(all(who), all(when));
    const full = termOf(translate(form.amount, within));
    return { scope: within, who, when, eligible, full, itemCap: null, yearCap: null, paid: ite(eligible, full, "0") };
  };
  const bounds = form.tallies.flatMap(({ name, within }) => {
    const term = names.get(name) ?? "0";
    const outer = within === null ? null : (names.get(within) ?? null);
    return [
      compare(">=", term, "0"),
      compare("<=", term, int(MOST_EXAMPLE_ROWS)),
      ...(outer === null ? [] : [compare("<=", term, outer)]),
    ];
  });
  return {
    measure,
    form,
    list: null,
    world,
    declarations: [...world.declarations, ...[...names.values()].map((name) => `(declare-const ${name} Int)`)],
    names: [...world.names, ...names.values()],
    valid: and(world.valid, ...bounds),
    linked: "true",
    plain: world.plain,
    basisKey: null,
    totals: [...names.keys()],
    total: (name) => names.get(name) ?? "0",
    termsIn,
    terms: termsIn(world.scope),
    write(model, counted) {
      let { dossier } = world.write(model);
      for (const tally of form.tallies) {
        const row = counted.get(rowKey(tally.name, Number(model.get(`year${tag}`))));
        const count = Number(model.get(names.get(tally.name) ?? "") ?? 0n);
        if (row !== undefined)
          dossier = withRows(
            dossier,
            tally.list,
            Array.from({ length: count }, (_, i) => keyed(row, tally, i)),
          );
      }
      return dossier;
    },
  };
}

/** The i-th of the rows that are counted: the same key in every list, so that what is counted within another count is found there. */
const keyed = (row: RawRow, tally: Tally, i: number): RawRow => ({
  ...row,
  ...("id" in row ? { id: String(i + 1) } : {}),
  [tally.distinct]: /^[0-9A-Z]{18}$/.test(String(row[tally.distinct])) ? exampleCode(i + 1) : String(i + 1),
});

/** What a row must fulfil to be counted for sure. */
export function countedIn(world: World, tally: Tally): Term {
  const counts = truthOf(translate(tally.counts, world.scope));
  return and(world.valid, all(truths(tally.when, world.scope)), counts.yes);
}

export function withRows(dossier: RawDossier, list: string, rows: readonly RawRow[]): RawDossier {
  const dot = list.indexOf(".");
  if (dot < 0) return { ...dossier, [list]: rows };
  const record = list.slice(0, dot);
  return { ...dossier, [record]: { ...(dossier[record] as RawRow), [list.slice(dot + 1)]: rows } };
}
