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
/** A bend is found to within a few steps; a person reads the round number beside it. */
const NEAR_BEND = 50;

export type Ask = (at: number) => number;

/** `seeds`: places worth looking at, such as the figures of the clause. Tiers cover 0 to `top` without a gap. */
export function tiersOf(ask: Ask, seeds: readonly number[], top: number): Tier[] {
  const known = new Map<number, number>();
  const at = (x: number): number => {
    const found = known.get(x) ?? ask(x);
    known.set(x, found);
    return found;
  };
  const near = seeds.flatMap((seed) => [seed - 1, seed, seed + 1]);
  const points = [...new Set([0, ...near.filter((x) => x > 0 && x < top), top])].sort((a, b) => a - b);
  const pieces = points.slice(1).flatMap((to, i) => straighten(at, points[i] ?? 0, to));
  return bound(join(at, pieces));
}

/** Halves a stretch until every part of it is straight or a single step. */
function straighten(at: Ask, from: number, to: number): Piece[] {
  if (to - from <= 1 || [1, 2, 3].every((k) => isOnLine(at, from, to, from + Math.floor(((to - from) * k) / 4))))
    return [{ from, to, start: at(from), end: at(to) }];
  const middle = from + Math.floor((to - from) / 2);
  return [...straighten(at, from, middle), ...straighten(at, middle, to)];
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

/** Short pieces left over where the line bends go to the neighbour, and the bend to the round number beside it. */
function roundBends(tiers: readonly Tier[]): Tier[] {
  const kept: Tier[] = [];
  for (const tier of tiers) {
    const last = kept.at(-1);
    const bends =
      last !== undefined && last.to === tier.from && last.holdsTo && !tier.holdsFrom && Math.abs(last.end - tier.start) <= CUT;
    if (last !== undefined && bends && tier.to - tier.from < NEAR_BEND && tier !== tiers.at(-1)) {
      kept.splice(-1, 1, { ...last, to: tier.to, end: tier.end, holdsTo: tier.holdsTo });
      continue;
    }
    if (last !== undefined && bends) {
      const edge = roundNear(tier.from);
      kept.splice(-1, 1, { ...last, to: edge });
      kept.push({ ...tier, from: edge });
      continue;
    }
    kept.push(tier);
  }
  return kept;
}

function roundNear(x: number): number {
  const best = Array.from({ length: 2 * NEAR_BEND + 1 }, (_, i) => x - NEAR_BEND + i).reduce(
    (a, b) => (roundness(b) > roundness(a) ? b : a),
    x,
  );
  return roundness(best) >= roundness(x) + 2 ? best : x;
}

/** Zeros at the end. */
export const roundness = (x: number): number => (x === 0 ? Number.POSITIVE_INFINITY : (/0*$/.exec(String(x))?.[0].length ?? 0));
