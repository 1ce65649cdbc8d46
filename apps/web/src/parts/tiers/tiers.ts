/**
 * The tiers of an amount over its deciding fact, found by asking: the engine is evaluated, and every place where the answer jumps or bends is
 * narrowed down to one step (one 分, one 家). No formula of a policy is read here.
 */

/** From `from` to `to` the amount runs straight from `start` to `end`. Integers: 分, or whole units of what is counted. */
export interface Tier {
  readonly from: number;
  readonly to: number;
  /** Does the bound itself belong to this tier? */
  readonly holdsFrom: boolean;
  readonly holdsTo: boolean;
  readonly start: number;
  readonly end: number;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** An amount that is cut to the 分 differs from a straight line by less than one. */
const CUT = 1;
/** A piece that is shorter than this part of its neighbours is the blur of their bend. */
const BLUR = 0.05;
/** Where an amount climbs without end (2万元 for every 1000万元), a few steps show how. */
const MOST_JUMPS = 10;
/** Uneven, so that even steps can't look like a line. */
const PROBES = [0.1370371, 0.3103717, 0.5017291, 0.7331931, 0.9110713];

export type Ask = (at: number) => number;

/** `seeds`: places worth looking at, such as the figures of the clause. Tiers begin at 0, without a gap, and end at `top` or after ten jumps. */
export function tiersOf(ask: Ask, seeds: readonly number[], top: number): Tier[] {
  const known = new Map<number, number>();
  const at = (x: number): number => {
    const found = known.get(x) ?? ask(x);
    known.set(x, found);
    return found;
  };
  const near = seeds.flatMap((seed) => [seed - 1, seed, seed + 1]);
  const points = [...new Set([0, ...near.filter((x) => x > 0 && x < top), top])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [i, to] of points.slice(1).entries()) straighten(at, points[i] ?? 0, to, pieces);
  const tiers = bound(join(at, pieces)).map(leveled);
  // Where it stops for the number of jumps, nothing is known of what begins there.
  return (tiers.at(-1)?.to ?? top) < top ? tiers.filter(({ from, to }) => from < to) : tiers;
}

/** Halves a stretch until every part of it is straight or a single step; `pieces` is the output, from left to right. */
function straighten(at: Ask, from: number, to: number, pieces: Piece[]): void {
  if (pieces.filter(isJump).length >= MOST_JUMPS) return;
  const isStraight = PROBES.every((part) => isOnLine(at, from, to, from + Math.floor((to - from) * part)));
  if (to - from <= 1 || isStraight) {
    pieces.push({ from, to, start: at(from), end: at(to) });
    return;
  }
  const middle = from + Math.floor((to - from) / 2);
  straighten(at, from, middle, pieces);
  straighten(at, middle, to, pieces);
}

function isOnLine(at: Ask, from: number, to: number, x: number): boolean {
  const line = at(from) + ((at(to) - at(from)) * (x - from)) / (to - from);
  return Math.abs(at(x) - line) <= CUT;
}

const isJump = ({ from, to, start, end }: Piece): boolean => to - from === 1 && Math.abs(end - start) > CUT;

/** Neighbours on one line become one; jumps stay between. */
function join(at: Ask, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const isOne =
      last !== undefined &&
      !isJump(last) &&
      !isJump(piece) &&
      isOnLine(at, last.from, piece.to, piece.from) &&
      sameSlope(last, piece);
    if (isOne) joined.splice(-1, 1, { ...last, to: piece.to, end: piece.end });
    else joined.push(piece);
  }
  return joined;
}

/** Cutting makes the slope of a short piece uncertain by two 分 over its length. */
function sameSlope(a: Piece, b: Piece): boolean {
  const slope = (piece: Piece) => (piece.end - piece.start) / (piece.to - piece.from);
  return Math.abs(slope(a) - slope(b)) <= (2 * CUT) / (a.to - a.from) + (2 * CUT) / (b.to - b.from);
}

/** A jump between two neighbouring steps is a bound at the rounder of them, which belongs to its own side. */
function bound(pieces: readonly Piece[]): Tier[] {
  const tiers: Tier[] = [];
  let open: { from: number; holdsFrom: boolean } = { from: 0, holdsFrom: true };
  for (const [i, piece] of pieces.entries()) {
    if (isJump(piece)) {
      const isUpper = roundness(piece.to) > roundness(piece.from);
      const edge = isUpper ? piece.to : piece.from;
      const last = tiers.at(-1);
      if (last !== undefined) tiers.splice(-1, 1, { ...last, to: edge, holdsTo: !isUpper });
      open = { from: edge, holdsFrom: isUpper };
      // Two jumps side by side: one step has an amount of its own.
      const next = pieces[i + 1];
      if (next === undefined || isJump(next))
        tiers.push({ from: piece.to, to: piece.to, holdsFrom: true, holdsTo: true, start: piece.end, end: piece.end });
      continue;
    }
    tiers.push({ ...piece, ...open, holdsTo: true });
    open = { from: piece.to, holdsFrom: false };
  }
  return roundBends(tiers);
}

/** Where a line bends, cutting blurs the place: a short piece left between two lines goes, and they meet where they cross. */
function roundBends(tiers: readonly Tier[]): Tier[] {
  const kept: Tier[] = [];
  for (let i = 0; i < tiers.length; i++) {
    const [last, tier, next] = [kept.at(-1), tiers[i] as Tier, tiers[i + 1]];
    if (last === undefined || !meets(last, tier)) kept.push(tier);
    else if (next !== undefined && meets(tier, next) && lengthOf(tier) < BLUR * Math.min(lengthOf(last), lengthOf(next))) {
      kept.splice(-1, 1, ...meetingOf(last, next));
      i++;
    } else kept.splice(-1, 1, ...meetingOf(last, tier));
  }
  return kept;
}

const lengthOf = ({ from, to }: Tier): number => to - from;
const slopeOf = (tier: Tier): number => (tier.end - tier.start) / Math.max(1, lengthOf(tier));
const meets = (a: Tier, b: Tier): boolean => a.to === b.from && a.holdsTo && !b.holdsFrom && Math.abs(a.end - b.start) <= CUT;

function meetingOf(a: Tier, b: Tier): [Tier, Tier] {
  const bend = slopeOf(a) - slopeOf(b);
  const crossing = (b.end - slopeOf(b) * b.to - a.start + slopeOf(a) * a.from) / bend;
  const isNear = Math.abs(crossing - a.to) <= BLUR * (lengthOf(a) + lengthOf(b));
  const edge = roundNear(isNear ? Math.round(crossing) : a.to, Math.min((4 * CUT) / Math.abs(bend), lengthOf(a), lengthOf(b)));
  const met = Math.round(b.end - slopeOf(b) * (b.to - edge));
  return [
    { ...a, to: edge, end: met },
    { ...b, from: edge, start: met },
  ];
}

/** The roundest number no further away than that. */
function roundNear(x: number, away: number): number {
  for (let unit = 10 ** Math.ceil(Math.log10(Math.max(x, 1))); unit > 1; unit /= 10) {
    const round = Math.round(x / unit) * unit;
    if (Math.abs(round - x) <= away) return round;
  }
  return x;
}

/** What differs by no more than cutting does is level, at its far end's amount; a slope's ends are what it leads to, uncut. */
function leveled(tier: Tier): Tier {
  if (Math.abs(tier.end - tier.start) <= CUT) return { ...tier, start: tier.end };
  return { ...tier, start: roundNear(tier.start, 2 * CUT), end: roundNear(tier.end, 2 * CUT) };
}

/** Zeros at the end. */
export const roundness = (x: number): number => (x === 0 ? Number.POSITIVE_INFINITY : (/0*$/.exec(String(x))?.[0].length ?? 0));
