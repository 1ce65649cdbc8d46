/** Allocation problems from a seed: small ones full of ties and odd steps, large ones in which every project is disputed. */
import type { AllocationProblem, Fund } from "../src/allocation-problem.ts";

type Dice = (below: number) => number;

/** Mulberry32: the same seed gives the same problem on every machine. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

type Pool = Extract<Fund, { kind: "pool" }>;

/** What a pool pays with all its entries, capped or not by chance: any `alone` that no choice exceeds or that cuts. */
export function pool(entries: Pool["entries"], steps: Pool["steps"], largest: boolean, alone: number): Pool {
  return { kind: "pool", entries, steps, largest, alone };
}

/** ≤ 8 projects; few distinct amounts, so that ties abound. */
export function smallProblem(seed: number): AllocationProblem {
  const roll = dice(seed);
  const projects = 1 + roll(8);
  const grain = [1, 1, 3, 7, 1_000_003][roll(5)] ?? 1;
  const span = [2, 4, 10, 1_000][roll(4)] ?? 2;
  const density = 1 + roll(3);
  const some = <T>(make: (project: number) => T[]): T[] =>
    Array.from({ length: projects }, (_, project) => (roll(4) <= density ? make(project) : [])).flat();
  const each = (): Fund => ({
    kind: "each",
    cap: roll(3) === 0 ? null : roll(span * 3) * grain,
    entries: some((project) => [{ project, amount: (1 + roll(span)) * grain }]),
  });
  const pooled = (): Fund => {
    const groups = 1 + roll(3);
    let from = 0;
    let value = roll(3) === 0 ? roll(span) * grain : 0;
    const rising = roll(3) > 0;
    const steps = [{ from, value }];
    for (let step = roll(4); step > 0; step--) {
      from += (1 + roll(span * 2)) * grain;
      value = rising ? value + roll(span * 2) * grain : roll(span * 4) * grain;
      steps.push({ from, value });
    }
    const entries = some((project) =>
      Array.from({ length: roll(5) === 0 ? 2 : 1 }, () => ({ project, group: roll(groups), basis: roll(span + 1) * grain })),
    );
    const alone = roll(4) === 0 ? roll(span * 4) * grain : Math.max(...steps.map((step) => step.value));
    return pool(entries, steps, roll(2) === 0, alone);
  };
  const funds = Array.from({ length: 1 + roll(5) }, () => (roll(2) === 0 ? each() : pooled()));
  const outside = some((project) => {
    const total = roll(span + 1) * grain;
    return roll(2) === 0 ? [] : [{ project, total, local: roll(3) === 0 ? total : roll(2) * Math.floor(total / 2) }];
  });
  return { projects, funds, outside };
}

const YUAN = 100;
const WAN = 10_000 * YUAN;

/**
 * Every project is claimed by two to five of: two pools (four tiers, two tiers), capped each-funds, uncapped ones, an outside award.
 * `family` shifts what is scarce; amounts are uneven 分, so that it matters which sums can be formed.
 */
export function largeProblem(seed: number, projects: number, family: number): AllocationProblem {
  const roll = dice(seed * 7_919 + projects * 31 + family);
  const amountUpTo = (most: number): number => 1 + roll(most);
  const capped = 1 + (family % 3);
  const free = family === 3 ? 0 : 1 + roll(2);
  const funds = 2 + capped + free;
  const lists: { project: number; amount: number }[][] = Array.from({ length: funds + 1 }, () => []);
  for (let project = 0; project < projects; project++) {
    const claimed = new Set<number>();
    const wanted = family === 4 ? funds + 1 : 2 + roll(Math.min(4, funds));
    while (claimed.size < Math.min(wanted, funds + 1)) claimed.add(roll(funds + 1));
    for (const fund of [...claimed].sort((one, other) => one - other)) {
      const scarce = family === 5 ? Math.ceil((600 * WAN) / projects) : 120 * WAN;
      const amount =
        fund === 0
          ? amountUpTo(scarce)
          : fund === 1
            ? amountUpTo(3 * WAN)
            : family === 2
              ? Math.min(10 * WAN, amountUpTo(15 * WAN))
              : amountUpTo(10 * WAN);
      lists[fund]?.push({ project, amount: fund === funds ? amountUpTo(family === 5 ? WAN : 8 * WAN) : amount });
    }
  }
  const bases = (fund: number, groups: number): Pool["entries"] =>
    (lists[fund] ?? []).map(({ project, amount }) => ({ project, group: roll(groups), basis: amount }));
  const software = [0, 50, 100, 200, 300].map((from, index) => ({ from: from * WAN, value: [0, 5, 10, 20, 30][index] ?? 0 }));
  const services = [0, 5, 10].map((from, index) => ({ from: from * WAN + (from > 0 ? 1 : 0), value: [0, 3, 6][index] ?? 0 }));
  const inFen = <T extends { from: number; value: number }>(steps: T[]): T[] =>
    steps.map((step) => ({ ...step, value: step.value * WAN }));
  return {
    projects,
    funds: [
      pool(bases(0, 4), inFen(software), family === 1, 30 * WAN),
      pool(bases(1, 1), inFen(services), false, 6 * WAN),
      ...Array.from({ length: capped }, (_, index): Fund => ({ kind: "each", cap: 50 * WAN, entries: lists[2 + index] ?? [] })),
      ...Array.from(
        { length: free },
        (_, index): Fund => ({ kind: "each", cap: null, entries: lists[2 + capped + index] ?? [] }),
      ),
    ],
    outside: (lists[funds] ?? []).map(({ project, amount }) => ({ project, total: amount, local: roll(2) * amount })),
  };
}
