/** What a measure can still bring while facts are open, and the open facts that decide it: walks as evaluate/run.ts does, on spans. */
import type { Condition, Form, Let, Measure } from "@zhengdui/policy";
import type { Figures } from "../kernel/closures.ts";
import type { Knowledge } from "./answers.ts";
import { foresee, type Outlook } from "./foresee.ts";
import { groupBy, type Pair, placeOf } from "./place.ts";
import {
  both,
  canBeTrue,
  endsOf,
  FALSE,
  firstOf,
  hull,
  isFalse,
  isHoped,
  isTrue,
  type Need,
  needsOf,
  open,
  type Span,
  sure,
  union,
  ZERO,
} from "./span.ts";
import { tallySpans } from "./tally-outlook.ts";

/** Between which amounts a measure can still end, in 分; null: no limit is known. */
export interface Range {
  readonly low: bigint;
  readonly high: bigint | null;
}

export interface MeasureOutlook {
  /** Of the conditions on the applicant. */
  readonly holds: Span;
  readonly who: readonly Span[];
  readonly amount: Range;
  /** With what isn't known taken as true. */
  readonly potential: Range;
  /** Can no further answer change what it brings? */
  readonly settled: boolean;
  /** Facts of records that decide; lists of which nobody has said whether there are any; facts of their rows. */
  readonly records: readonly Need[];
  readonly gates: readonly string[];
  /** Lists whose rows haven't all been stated. */
  readonly growing: readonly string[];
  readonly cells: readonly Need[];
  /** Rows of its list (not of a tally) that may still bring something. */
  readonly alive: readonly number[];
}

export interface Bodied {
  readonly value: Pair;
  readonly alive: readonly number[];
  readonly cells: readonly Need[];
}

const NOBODY: Bodied = { value: { known: ZERO, hoped: ZERO }, alive: [], cells: [] };
const UNBOUNDED: Span = open(0n, null, false, []);

export const listsOf = (form: Form): readonly string[] =>
  form.kind === "tally" ? [...new Set(form.tallies.map((tally) => tally.list))] : form.kind === "no-subsidy" ? [] : [form.list];

export function outlookOf(measure: Measure, at: Knowledge, figures: Figures): MeasureOutlook {
  const place = placeOf(at, "", -1);
  const who = measure.who.map((condition) => foresee(condition.test, place, figures));
  const holds = both(who);
  const lists = listsOf(measure.form);
  const nothing = isFalse(holds) || lists.every((list) => at.rows(list)?.length === 0 && !at.isOpenEnded(list));
  const shut = lists.filter(at.isOpenEnded);
  const body = nothing ? NOBODY : bodyOf(measure.form, at, figures, shut.length > 0);
  const { known: amount, hoped: potential } = under(holds, body.value);
  const decided = (amount.sure && potential.sure) || nothing;
  const waits = measure.form.kind === "discretionary" && !nothing && (shut.length > 0 || !holds.sure);
  const settled = decided && !waits;
  const records = union(
    needsOf(holds),
    body.cells.filter((need) => need.row < 0),
  );
  return {
    holds,
    who,
    amount: rangeOf(amount),
    potential: rangeOf(potential),
    settled,
    records: settled ? [] : records,
    gates: settled ? [] : shut.filter((list) => at.rows(list) === null && !at.isSkipped(list)),
    growing: settled ? [] : shut.filter((list) => at.rows(list) !== null),
    cells: settled ? [] : body.cells.filter((need) => need.row >= 0),
    alive: body.alive,
  };
}

function rangeOf(span: Span): Range {
  const [low, high] = endsOf(span) as [bigint | null, bigint | null];
  return { low: low === null || low < 0n ? 0n : low, high };
}

function bodyOf(form: Form, at: Knowledge, figures: Figures, shut: boolean): Bodied {
  switch (form.kind) {
    case "each":
      return eachBody(form, at, figures, shut);
    case "pool":
      return poolBody(form, at, figures, shut);
    case "tally":
      return tallyBody(form, at, figures, shut);
    case "discretionary":
    case "no-subsidy":
      return NOBODY;
  }
}

interface Item {
  readonly holds: Span;
  readonly value: Span;
  readonly needs: readonly Need[];
}

/** What an item brings to its measure: nothing where a condition surely fails. Its conditions are asked before its amount. */
function itemOf(
  form: { readonly list: string; readonly when: readonly Condition[]; readonly lets: readonly Let[] },
  row: number,
  value: (place: Outlook) => Span,
  at: Knowledge,
  figures: Figures,
): Item {
  const lets: Record<string, Span> = {};
  const place = placeOf(at, form.list, row, lets);
  for (const each of form.lets) lets[each.name] = foresee(each.value, place, figures);
  const holds = both(form.when.map((condition) => foresee(condition.test, place, figures)));
  if (isFalse(holds)) return { holds, value: ZERO, needs: [] };
  const full = value(place);
  if (full.sure && full.value === 0n) return { holds: FALSE, value: ZERO, needs: [] };
  return { holds, value: full, needs: firstOf(needsOf(holds), needsOf(full)) };
}

/** What counts for certain, and what may: between nothing and all of it where the conditions are open. */
const under = (holds: Span, { known, hoped }: Pair): Pair => ({
  known: isTrue(holds) ? known : canBeTrue(holds) ? hull([known, ZERO], []) : ZERO,
  hoped: isHoped(holds) ? hoped : isFalse(holds) ? ZERO : hull([hoped, ZERO], []),
});

const counted = ({ holds, value }: Item): Pair => under(holds, { known: value, hoped: value });

/** Money is never negative. */
const moneyEnds = (span: Span): readonly [bigint, bigint | null] => {
  const { low, high } = rangeOf(span);
  return [low, high];
};

const added = (spans: readonly Span[]): Span =>
  spans.reduce((sum, span) => {
    const [[a, b], [c, d]] = [moneyEnds(sum), moneyEnds(span)];
    return open(a + c, b === null || d === null ? null : b + d, false, []);
  }, ZERO);

const lesser = (a: bigint | null, b: bigint | null): bigint | null => (a === null ? b : b === null ? a : a < b ? a : b);
const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);

const least = (span: Span, cap: Span | null): Span => {
  if (cap === null) return span;
  const [[a, b], [c, d]] = [moneyEnds(span), moneyEnds(cap)];
  return open(a < c ? a : c, lesser(b, d), false, []);
};

type Each = Extract<Form, { kind: "each" }>;
type Pool = Extract<Form, { kind: "pool" }>;

function eachBody(form: Each, at: Knowledge, figures: Figures, shut: boolean): Bodied {
  const value = (place: Outlook) => {
    const amount = foresee(form.amount, place, figures);
    if (form.itemCap === null) return amount;
    const cap = foresee(form.itemCap, place, figures);
    const capped = least(amount, cap);
    return capped.sure ? capped : { ...capped, needs: union(needsOf(amount), needsOf(cap)) };
  };
  const items = (at.rows(form.list) ?? []).map((_, row) => itemOf(form, row, value, at, figures));
  const cap = form.yearCap === null ? null : foresee(form.yearCap, placeOf(at, "", -1), figures);
  const total = (which: keyof Pair) => least(shut ? UNBOUNDED : added(items.map((item) => counted(item)[which])), cap);
  return {
    value: { known: total("known"), hoped: total("hoped") },
    alive: aliveOf(items),
    cells: union(...items.map((item) => item.needs), cap === null ? [] : needsOf(cap)),
  };
}

const aliveOf = (items: readonly Item[]): number[] => items.flatMap((item, i) => (canBeTrue(item.holds) ? [i] : []));

function poolBody(form: Pool, at: Knowledge, figures: Figures, shut: boolean): Bodied {
  const items = (at.rows(form.list) ?? []).map((_, row) =>
    itemOf(form, row, (place) => foresee(form.basis, place, figures), at, figures),
  );
  const largest = form.largest === null ? FALSE : foresee(form.largest.when, placeOf(at, "", -1), figures);
  const keys = items.map((_, row) =>
    form.largest === null ? sure("") : foresee(form.largest.by, placeOf(at, form.list, row), figures),
  );
  const sum = (which: keyof Pair): Span => {
    const values = items.map((item) => counted(item)[which]);
    const whole = added(values);
    if (!canBeTrue(largest)) return whole;
    const groups = groupBy(values, (_, i) => keyOf(keys[i] as Span));
    const tops = [...groups].map(([key, list]) => [key, moneyEnds(added(list))] as const);
    const low = tops.reduce((top, [key, [end]]) => (key === null ? top : greater(top, end)), 0n);
    const highs = tops.map(([, [, end]]) => end);
    const apart = isTrue(largest) && !groups.has(null);
    const high = apart
      ? highs.reduce((top, end) => (top === null || end === null ? null : greater(top, end)), 0n)
      : moneyEnds(whole)[1];
    return open(low, high, false, []);
  };
  const cells = union(
    ...items.map((item) => item.needs),
    needsOf(largest),
    ...keys.map((key, i) => (isFalse((items[i] as Item).holds) ? [] : needsOf(key))),
  );
  const paid = (which: keyof Pair) =>
    foresee(form.amount, placeOf(at, "", -1, { [form.name]: shut ? UNBOUNDED : sum(which) }), figures);
  const [known, hoped] = [paid("known"), paid("hoped")];
  return { value: { known, hoped: larger(known, hoped) }, alive: aliveOf(items), cells: union(cells, needsOf(known)) };
}

const keyOf = (key: Span): string | null => (key.sure ? String(key.value) : null);

/** The potential is never below the amount. */
function larger(known: Span, hoped: Span): Span {
  if (known.sure && hoped.sure) return (known.value as bigint) > (hoped.value as bigint) ? known : hoped;
  const [[a, b], [c, d]] = [moneyEnds(known), moneyEnds(hoped)];
  const high = b === null || d === null ? null : greater(b, d);
  return open(greater(a, c), high, false, union(needsOf(known), needsOf(hoped)));
}

function tallyBody(form: Extract<Form, { kind: "tally" }>, at: Knowledge, figures: Figures, shut: boolean): Bodied {
  const counts = tallySpans(form, at, figures);
  const paid = (which: keyof Pair): Span => {
    const lets = Object.fromEntries(counts.map(({ name, count, closed }) => [name, closed ? count[which] : UNBOUNDED]));
    const place = placeOf(at, "", -1, lets);
    const holds = both(form.when.map((condition) => foresee(condition.test, place, figures)));
    const amount = isFalse(holds) ? ZERO : foresee(form.amount, place, figures);
    return isTrue(holds) ? amount : holds.sure ? ZERO : hull([amount, ZERO], union(needsOf(holds), needsOf(amount)));
  };
  const [known, hoped] = [paid("known"), paid("hoped")];
  const value = { known, hoped: larger(known, hoped) };
  const decided = !shut && value.known.sure && value.hoped.sure;
  return { value, alive: [], cells: decided ? [] : union(needsOf(known), needsOf(hoped), ...counts.map(({ needs }) => needs)) };
}
