/** The regions of a measure's difference: for every scenario of what isn't a quantity, along each quantity, with the other one at its ends. */
import type { Model } from "../smt/session.ts";
import { compare, int } from "../smt/terms.ts";
import type { Pair, Region } from "./difference.ts";
import { amountIn, type Joint } from "./joint-world.ts";
import { pairAt } from "./pair-at.ts";
import { type Slice, slicesOf } from "./quantities.ts";
import { type Scenario, scenariosOf } from "./scenarios.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";

type Say = (what: string, why: string) => void;

interface Found {
  /** What holds in the scenario, one entry a fact; then where the other quantity stands. */
  readonly words: readonly string[];
  readonly region: Region;
  readonly pairs: readonly (Pair | null)[];
}

export async function regionsOf(joint: Joint, say: Say): Promise<{ regions: readonly Region[]; pairs: readonly Pair[] }> {
  const scenarios = await scenariosOf(joint);
  if (scenarios === null) {
    say("差别的全部范围", "决定金额的选择太多，只举例子");
    return { regions: [], pairs: [] };
  }
  const found: Found[] = [];
  for (const scenario of scenarios) {
    const slices = slicesOf(joint, scenario.model);
    if (slices === null) say("差别的全部范围", "金额由三个以上的数决定，只举例子");
    for (const choice of slices ?? []) found.push(...(await firstWithDifference(joint, scenario, choice, say)));
  }
  const told = merged(found, scenarios.length);
  if (told.some(({ region }) => !region.proved)) say("注明“未证”的范围", "界限是逐点找到的，求解器没有证明范围以内没有相反的");
  const pairs = new Map(told.flatMap((f) => f.pairs.flatMap((pair) => (pair === null ? [] : [[pair.label, pair] as const]))));
  return { regions: told.map((f) => f.region), pairs: [...pairs.values()] };
}

/** What several scenarios have in common is told once, with what they have in common. */
function merged(found: readonly Found[], scenarios: number): Found[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = JSON.stringify(one.region);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Found];
    const common = group.length === scenarios ? [] : first.words.filter((word) => group.every((f) => f.words.includes(word)));
    const scenario = [...common, first.region.scenario].filter((word) => word !== "").join("，");
    const label = (pair: Pair | null): Pair | null => (pair === null ? null : { ...pair, label: prefixed(scenario, pair.label) });
    return { ...first, region: { ...first.region, scenario }, pairs: first.pairs.map(label) };
  });
}

const prefixed = (scenario: string, label: string): string => (scenario === "" ? label : `${scenario}，${label}`);

async function firstWithDifference(joint: Joint, scenario: Scenario, slices: readonly Slice[], say: Say): Promise<Found[]> {
  for (const slice of slices) {
    const { quantity, model } = slice;
    const at = (value: bigint): Model | null => quantity.at(model, value);
    const stretches = stretchesOf((value) => bothAmounts(joint, at(value)), quantity.marks, quantity.end);
    if (stretches === null) {
      say(`${quantity.label}的范围`, "有的数写不成两版都收的档案，只举例子");
      continue;
    }
    const moved = stretches.filter((stretch) => stretch.sign !== 0);
    if (moved.length === 0) continue;
    const found: Found[] = [];
    for (const stretch of moved) {
      const values = [stretch.from - 1n, stretch.from, stretch.most.at].filter((value) => value >= 0n);
      const pairs = values.map((value) => {
        const there = at(value);
        return there === null ? null : pairAt(joint, `${quantity.label} ${quantity.words(value)}`, there);
      });
      found.push({ words: scenario.words, region: await regionOf(joint, scenario, slice, stretch), pairs });
    }
    return found;
  }
  return [];
}

function bothAmounts(joint: Joint, model: Model | null): readonly [number, number] | null {
  if (model === null) return null;
  const [before, after] = [amountIn(joint.old, model), amountIn(joint.new, model)];
  return before === null || after === null ? null : [before, after];
}

async function regionOf(joint: Joint, scenario: Scenario, slice: Slice, stretch: Stretch): Promise<Region> {
  const { quantity } = slice;
  const { from, below, most, first, sign } = stretch;
  const { paid: before } = joint.old.world.terms;
  const { paid: after } = joint.new.world.terms;
  const contrary = await joint.check([
    scenario.holds,
    slice.holds,
    quantity.othersHold,
    compare(">=", quantity.name, int(from)),
    below === null ? compare("<=", quantity.name, int(quantity.end)) : compare("<", quantity.name, int(below)),
    compare(sign > 0 ? "<" : ">", after, before),
  ]);
  return {
    scenario: slice.words,
    quantity: quantity.label,
    from: quantity.words(from),
    below: below === null ? null : quantity.words(below),
    first,
    most: { at: quantity.words(most.at), old: most.amounts[0], new: most.amounts[1] },
    change: sign > 0 ? "gain" : "loss",
    proved: contrary === "unsat",
  };
}
