/**
 * First come, first served: in the order of filing each is granted its amount until one no longer fits; from there on nobody. Equal places in
 * the order that don't all fit leave all of them undecided. What the office has decided is served first.
 */
import { compareFigures, type Figure, isSame } from "../figure.ts";
import type { Candidate, Placed, PlacedGroup } from "./select-places.ts";

/** `score` is the place in the order of filing: the smaller comes first. */
export interface Applicant extends Candidate {
  /** 分 that it would be granted. */
  readonly amount: number;
}

/** `budget`: 分 for each group. `places` of a group: how many are served. */
export function spendBudget<C extends Applicant>(applicants: readonly C[], budget: number): readonly PlacedGroup<C>[] {
  const groups = new Map<string, C[]>();
  for (const applicant of applicants) {
    const group = groups.get(applicant.industry);
    if (group) group.push(applicant);
    else groups.set(applicant.industry, [applicant]);
  }
  return [...groups].map(([industry, group]) => {
    const ranked = serve(group, budget);
    return { industry, places: ranked.filter((placed) => placed.selected === true).length, ranked };
  });
}

function serve<C extends Applicant>(group: readonly C[], budget: number): Placed<C>[] {
  let left = budget - group.reduce((sum, one) => (one.decided === true ? sum + one.amount : sum), 0);
  const waiting = group.filter((one) => one.decided === null && one.competes && one.score !== null);
  const scores = waiting.flatMap(({ score }) => (score === null ? [] : [score])).sort(compareFigures);
  const order = scores.filter((at, i) => i === 0 || !isSame(at, scores[i - 1] as Figure));
  const verdicts = new Map<C, Pick<Placed<C>, "place" | "selected" | "why">>();
  let closed = false;
  let place = 1;
  for (const at of order) {
    const same = waiting.filter(({ score }) => score !== null && isSame(score, at));
    const wanted = same.reduce((sum, one) => sum + one.amount, 0);
    const fits = !closed && wanted <= left;
    const open = !closed && !fits && same.length > 1 && same.some((one) => one.amount <= left);
    for (const one of same)
      verdicts.set(one, { place, selected: fits ? true : open ? null : false, why: whyServed(place, fits, open) });
    if (fits) left -= wanted;
    else closed = true;
    place += same.length;
  }
  const placed = group.map((candidate) => ({ candidate, ...(verdicts.get(candidate) ?? unranked(candidate)) }));
  return placed.sort((a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY) || 0);
}

function whyServed(place: number, fits: boolean, open: boolean): string {
  if (fits) return `按受理先后列第 ${place}，在资金总额之内`;
  return open ? `与另外的申请同列第 ${place}，余额不够，议定之前均不给予` : `按受理先后列第 ${place}，资金总额已用完`;
}

function unranked(one: Applicant): Pick<Placed<Applicant>, "place" | "selected" | "why"> {
  if (one.decided !== null)
    return { place: null, selected: one.decided, why: one.decided ? "已决定给予，先占用资金" : "已决定不给予" };
  if (!one.competes) return { place: null, selected: false, why: "不符合本条的其他条件，不占用资金" };
  return { place: null, selected: null, why: "没有受理次序，不能排先后" };
}
