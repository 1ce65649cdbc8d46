/** The amount over the spending that decides it, for this applicant: asked of the engine, never read from a formula; and where he stands. */
import type { Answers, Explanation, Interview, MeasureWhy } from "@zhengdui/engine";
import type { Fact, FactList, Measure, Policy } from "@zhengdui/policy";
import { fenOf } from "../../../parts/figures/money.ts";
import { getAt, isList, isRecord, type JsonRecord, setAt } from "../../../parts/form/json.ts";
import { rowTitle } from "../../../parts/form/row-title.ts";
import { textOf } from "../../../parts/form/typed.ts";
import { cropped, limitOf, numbersOf, type Picture, seedsOf, writtenAs } from "../../../parts/tiers/picture.ts";
import { type Tier, tiersOf } from "../../../parts/tiers/tiers.ts";
import { type Answered, answersOf } from "./answered.ts";

export interface StandingPicture extends Picture {
  /** 分: where one stands, and what the measure brings there, standing alone. */
  readonly at: number;
  readonly amount: number;
  /** Does the whole sum move, or one row's figure, the others unchanged? */
  readonly isSum: boolean;
  /** That row's name; "" where it is the only one. */
  readonly row: string;
  /** Where more spending brings less. */
  readonly drops: readonly Drop[];
}

export interface Drop {
  readonly at: number;
  /** Is it less at that very figure, or only beyond it? */
  readonly isThere: boolean;
  readonly from: number;
  readonly to: number;
}

export interface Asking {
  readonly policy: Policy;
  readonly now: Answered;
  /** Quick, and right for settled measures. */
  readonly trial: (answers: Answers) => Explanation;
  /** Slow, and says whether a measure is settled. */
  readonly interview: (answers: Answers) => Interview;
}

type Axis = Omit<StandingPicture, "tiers" | "isWhole" | "drops"> & {
  readonly seeds: readonly number[];
  readonly limit: number;
  readonly answersAt: (x: number) => Answers;
};

/** null: no spending decides the measure, or nothing of it counts yet. */
export function standingPicture(asking: Asking, measure: Measure): StandingPicture | null {
  const { policy, now, trial } = asking;
  const { form } = measure;
  if (form.kind !== "each" && form.kind !== "pool") return null;
  const index = policy.measures.indexOf(measure);
  const why = trial(answersOf(now))[index];
  const list = policy.facts.lists.find(({ id }) => id === form.list);
  if (why === undefined || why.holds !== true || list === undefined) return null;
  const item = why.items.filter(({ holds }) => holds === true).sort((a, b) => b.value - a.value)[0];
  const rows = getAt(now.dossier, list.id.split("."));
  const row = isList(rows) && item !== undefined ? rows[item.index] : undefined;
  if (item === undefined || !isRecord(row)) return null;
  const place: Place = { asking, measure, index, list, row, at: item.index, why };
  for (const fact of numbersOf(list).filter(({ type }) => type.kind === "money")) {
    const axis = form.kind === "pool" ? sumAxis(place, fact, form.name) : rowAxis(place, fact);
    const picture = axis === null ? null : drawn(place, axis);
    if (picture !== null) return picture;
  }
  return null;
}

interface Place {
  readonly asking: Asking;
  readonly measure: Measure;
  readonly index: number;
  readonly list: FactList;
  readonly row: JsonRecord;
  readonly at: number;
  readonly why: MeasureWhy;
}

const sumOf = (why: MeasureWhy | undefined): number => {
  const value = why?.body.find(({ of }) => of.kind === "sum")?.value;
  return typeof value === "number" ? value : 0;
};

/** What is added up moves as a whole: one row stands for all, and its figure is found that makes the sum. */
function sumAxis(place: Place, fact: Fact, name: string): Axis | null {
  const { asking, measure, index, list, row, why } = place;
  const { policy, now, trial } = asking;
  const path = list.id.split(".");
  const skipped = now.skipped.filter((each) => !each.startsWith(`${list.id}[`));
  const alone = (figure: number): Answers =>
    answersOf({ ...now, dossier: setAt(now.dossier, path, [{ ...row, [fact.key]: String(writtenAs(fact, figure)) }]), skipped });
  const sumAt = (figure: number): number => sumOf(trial(alone(figure))[index]);
  const whole = sumAt(PROBE);
  if (whole === 0) return null;
  const figureFor = (sum: number): number => {
    let figure = Number((BigInt(sum) * BigInt(PROBE)) / BigInt(whole));
    for (let i = 0; i < NEAR && sumAt(figure) < sum; i++) figure++;
    return figure;
  };
  return {
    fact: name,
    unit: "元",
    at: sumOf(why),
    amount: why.value,
    isSum: true,
    row: "",
    seeds: seedsOf(policy, measure, fact),
    limit: Math.min(limitOf(policy, measure, fact, list, row), whole),
    answersAt: (x) => alone(figureFor(x)),
  };
}

/** 分; large enough to tell the share of a figure that counts. */
const PROBE = 10 ** 14;
const NEAR = 4;

function rowAxis({ asking, measure, list, row, at, why }: Place, fact: Fact): Axis | null {
  const { policy, now } = asking;
  const stated = fenOf(textOf(row[fact.key]));
  if (stated === null) return null;
  const path = [...list.id.split("."), at, fact.key];
  const rows = getAt(now.dossier, list.id.split("."));
  return {
    fact: fact.label,
    unit: "元",
    at: Number(stated),
    amount: why.value,
    isSum: false,
    row: isList(rows) && rows.length > 1 ? rowTitle(list, row, at).name : "",
    seeds: seedsOf(policy, measure, fact),
    limit: limitOf(policy, measure, fact, list, row),
    answersAt: (x) => answersOf({ ...now, dossier: setAt(now.dossier, path, String(writtenAs(fact, x))) }),
  };
}

function drawn({ asking, index }: Place, { seeds, limit, answersAt, ...axis }: Axis): StandingPicture | null {
  const ask = (x: number): number => asking.trial(answersAt(x))[index]?.value ?? 0;
  const looked = [...new Set([0, ...seeds, axis.at, limit])];
  if (new Set(looked.map(ask)).size === 1) return null;
  const found = tiersOf(
    ask,
    [...seeds, axis.at].filter((x) => x < limit),
    limit,
  );
  const isWhole = found.at(-1)?.to === limit;
  const tiers = isWhole ? cropped(found, axis.at) : found;
  if (!tiers.every((tier) => isSettled(asking, index, answersAt(Math.floor((tier.from + tier.to) / 2))))) return null;
  return { ...axis, tiers, isWhole, drops: dropsOf(tiers) };
}

/** Elsewhere on the line a fact may decide that was never asked: then nothing is drawn. */
const isSettled = ({ interview }: Asking, index: number, answers: Answers): boolean =>
  interview(answers).prospects[index]?.settled === true;

/** Cutting to the 分 makes no drop. */
const CUT = 1;

export function dropsOf(tiers: readonly Tier[]): Drop[] {
  return tiers.flatMap((tier, i) => {
    const before = tiers[i - 1];
    if (before === undefined || tier.start >= before.end - CUT) return [];
    return [{ at: tier.from, isThere: tier.holdsFrom, from: before.end, to: tier.start }];
  });
}
