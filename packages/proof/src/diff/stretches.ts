/**
 * Two amounts over one whole quantity, cut into stretches within which the same one of them is the higher. Every place where the two change
 * sides, jump or leave a straight line is halved until the two neighbouring values are found; what may jump between is handed in as marks.
 */

/** Old and new amount, 分. */
export type Amounts = readonly [number, number];

export interface Stretch {
  readonly from: bigint;
  /** The next stretch begins here; null: without end. */
  readonly below: bigint | null;
  readonly first: Amounts;
  readonly last: Amounts;
  /** Where the two lie furthest apart. */
  readonly most: { readonly at: bigint; readonly amounts: Amounts };
  readonly sign: -1 | 0 | 1;
}

interface Point {
  readonly at: bigint;
  readonly amounts: Amounts;
}

/** Amounts are cut to the 分: two formulas may differ by one where the same is meant, and a straight line be off by as much. */
const CUT = 1;
/** Samples within a piece that must lie on its line. */
const PARTS = 4n;
/** Where cutting alone makes the two agree now and then, the gap is no wider than this. */
const NARROW = 10n ** 4n;

/** `marks`: where something may jump; `end`: from where on nothing is looked at. null: some value has no dossier. */
export function stretchesOf(evaluate: (at: bigint) => Amounts | null, marks: readonly bigint[], end: bigint): Stretch[] | null {
  const known = new Map<bigint, Amounts>();
  const at = (value: bigint): Point | null => {
    const amounts = known.get(value) ?? evaluate(value);
    if (amounts === null) return null;
    known.set(value, amounts);
    return { at: value, amounts };
  };
  const places = [0n, end, ...marks.flatMap((m) => [m - 1n, m, m + 1n])].filter((p) => p >= 0n && p <= end);
  const sorted = [...new Set(places)].sort((a, b) => (a < b ? -1 : 1)).map(at);
  if (sorted.some((p) => p === null)) return null;
  const points = sorted as Point[];
  const fine: Point[] = points.slice(0, 1);
  for (const [i, next] of points.slice(1).entries()) {
    const between = refine(points[i] as Point, next, at);
    if (between === null) return null;
    fine.push(...between, next);
  }
  return withoutNarrow(joined(fine)).map((stretch) => ({ ...stretch, most: rounder(stretch, at) }));
}

/** A rounder value of the stretch, close by, where the two lie as far apart. */
function rounder({ from, below, most, sign }: Stretch, at: (value: bigint) => Point | null): Stretch["most"] {
  if (sign === 0 || most.at === from) return most;
  for (let unit = NARROW * NARROW; unit > 1n; unit /= 10n)
    for (const place of [(most.at / unit) * unit, (most.at / unit + 1n) * unit]) {
      const off = place > most.at ? place - most.at : most.at - place;
      if (place < from || (below !== null && place >= below) || off > NARROW) continue;
      const point = at(place);
      if (point !== null && apart(point.amounts) >= apart(most.amounts)) return point;
    }
  return most;
}

const apart = ([old, now]: Amounts): number => Math.abs(now - old);
const signOf = ([old, now]: Amounts): -1 | 0 | 1 => (now > old + CUT ? 1 : now < old - CUT ? -1 : 0);

/** The points needed between two, so that each neighbouring pair is a line on one side. */
function refine(a: Point, b: Point, at: (value: bigint) => Point | null): Point[] | null {
  const gap = b.at - a.at;
  if (gap <= 1n) return [];
  const inner: Point[] = [];
  for (let k = 1n; k < PARTS; k++) {
    const place = a.at + (gap * k) / PARTS;
    const point = place > a.at && place < b.at ? at(place) : undefined;
    if (point === null) return null;
    if (point !== undefined) inner.push(point);
  }
  if (signOf(a.amounts) === signOf(b.amounts) && inner.every((p) => isOnLine(a, p, b))) return [];
  const middle = at(a.at + gap / 2n);
  if (middle === null) return null;
  const [left, right] = [refine(a, middle, at), refine(middle, b, at)];
  return left === null || right === null ? null : [...left, middle, ...right];
}

const isOnLine = (a: Point, p: Point, b: Point): boolean =>
  [0, 1].every((i) => {
    const [y0, y, y1] = [a, p, b].map(({ amounts }) => BigInt(amounts[i] as number)) as [bigint, bigint, bigint];
    const off = (y - y0) * (b.at - a.at) - (y1 - y0) * (p.at - a.at);
    return (off < 0n ? -off : off) <= 2n * BigInt(CUT) * (b.at - a.at);
  });

/** A jump between two neighbours begins a new stretch, and so does a change of sides. */
const belongs = (a: Point, b: Point): boolean => {
  const jumps = [0, 1].some((i) => Math.abs((b.amounts[i] as number) - (a.amounts[i] as number)) > 2 * CUT);
  return signOf(a.amounts) === signOf(b.amounts) && !(b.at - a.at === 1n && jumps);
};

function joined(points: readonly Point[]): Stretch[] {
  const stretches: Stretch[] = [];
  let run: Point[] = [];
  for (const [i, point] of points.entries()) {
    run.push(point);
    const next = points[i + 1];
    if (next !== undefined && belongs(point, next)) continue;
    const [first] = run as [Point];
    const most = run.reduce((best, p) => (apart(p.amounts) > apart(best.amounts) ? p : best));
    stretches.push({
      from: first.at,
      below: next?.at ?? null,
      first: first.amounts,
      last: point.amounts,
      most,
      sign: signOf(first.amounts),
    });
    run = [];
  }
  return stretches;
}

const isCutOnly = (amounts: Amounts): boolean => apart(amounts) <= 3 * CUT;

/** One side, then for a few 分 none because of the cutting, then the same side: one stretch. */
function withoutNarrow(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const [i, stretch] of stretches.entries()) {
    const [before, after] = [kept.at(-1), stretches[i + 1]];
    const narrow = stretch.sign === 0 && stretch.below !== null && stretch.below - stretch.from <= NARROW;
    const lull = narrow && before !== undefined && before.sign !== 0 && after?.sign === before.sign && isCutOnly(after.first);
    const again = before !== undefined && before.sign !== 0 && before.sign === stretch.sign && isCutOnly(stretch.first);
    if (before === undefined || !isCutOnly(before.last) || !(lull || again)) kept.push(stretch);
    else {
      const most = apart(stretch.most.amounts) > apart(before.most.amounts) ? stretch.most : before.most;
      kept[kept.length - 1] = { ...before, below: stretch.below, last: stretch.last, most };
    }
  }
  return kept;
}
