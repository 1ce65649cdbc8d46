/**
 * Boxes in bands and columns, lines between them that cross no box. A line leaves its source to the right, runs down the gutter behind the
 * column, along the lane below the band, up the gutter before its target's column, and in from the left. All lines of one source share
 * their way, each source has a way of its own.
 */

export interface Box {
  readonly id: string;
  readonly band: number;
  readonly column: number;
  readonly width: number;
  readonly height: number;
}

export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface Shape {
  readonly of: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly shapes: readonly Shape[];
  readonly edges: readonly { readonly of: string; readonly points: readonly Point[] }[];
  readonly width: number;
  readonly height: number;
}

/** Pixels. */
const MARGIN = 40;
/** Viewers put the model's name over the top left corner. */
const TOP = 130;
const GAP = 14;
const BAND_GAP = 36;
const WAY = 6;
const GUTTER = 36;

interface Way {
  readonly link: Link;
  readonly from: Box;
  readonly to: Box;
  /** A gutter bears the number of the column on its left. */
  readonly out: number;
  readonly in: number;
}

export function layOut(boxes: readonly Box[], links: readonly Link[]): Layout {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const ways = links.flatMap((link): Way[] => {
    const [from, to] = [byId.get(link.from), byId.get(link.to)];
    return from === undefined || to === undefined ? [] : [{ link, from, to, out: from.column, in: to.column - 1 }];
  });
  const far = new Set(ways.filter((w) => w.from.band !== w.to.band).map((w) => w.from.id));
  const gutters = slots(
    ways.flatMap((w) => [w.out, w.in].map((gutter) => ({ key: gutter, source: w.from }))),
    far,
  );
  const lanes = slots(
    ways.filter((w) => w.out !== w.in).map((w) => ({ key: w.from.band, source: w.from })),
    far,
  );
  const last = Math.max(0, ...boxes.map((box) => box.column));
  const columns = Array.from({ length: last + 1 }, (_, column) => column);
  const left = new Map<number, number>();
  let x = MARGIN + gutters.size(-1) * WAY;
  for (const column of columns) {
    left.set(column, x);
    x += widest(boxes, column) + GUTTER + gutters.size(column) * WAY;
  }
  const { shapes, bottom, height } = stack(boxes, columns, left, (band) => lanes.size(band) * WAY);
  const gutterX = (gutter: number, source: string): number => {
    const start = gutter < 0 ? MARGIN : (left.get(gutter) ?? 0) + widest(boxes, gutter) + GUTTER / 3;
    return start + gutters.at(gutter, source) * WAY;
  };
  const entries = entryPoints(ways, shapes);
  const edges = ways.map((way) => {
    const source = shapes.get(way.from.id) as Shape;
    const end = entries.get(way.link.id) as Point;
    const start = { x: source.x + source.width, y: source.y + source.height / 2 };
    const first = gutterX(way.out, source.of);
    const lane = (bottom.get(way.from.band) ?? 0) + (lanes.at(way.from.band, source.of) + 1) * WAY;
    const turn = gutterX(way.in, source.of);
    const across =
      way.out === way.in
        ? []
        : [
            { x: first, y: lane },
            { x: turn, y: lane },
          ];
    return { of: way.link.id, points: [start, { x: first, y: start.y }, ...across, { x: turn, y: end.y }, end] };
  });
  return { shapes: [...shapes.values()], edges, width: x + MARGIN, height };
}

const range = (of: readonly number[]): number[] => [...new Set(of)].sort((a, b) => a - b);
const widest = (boxes: readonly Box[], column: number): number =>
  Math.max(0, ...boxes.filter((box) => box.column === column).map((box) => box.width));

interface Slots {
  readonly size: (key: number) => number;
  readonly at: (key: number, source: string) => number;
}

/** Numbers the sources that share a gutter or a lane: first those that leave their band, then those of each band for itself. */
function slots(uses: readonly { readonly key: number; readonly source: Box }[], far: ReadonlySet<string>): Slots {
  const numbers = new Map<string, number>();
  const sizes = new Map<number, number>();
  const filled = new Map<string, number>();
  const number = (key: number, source: Box, group: string, from: number): void => {
    const id = `${key} ${source.id}`;
    if (numbers.has(id)) return;
    const at = filled.get(`${key} ${group}`) ?? from;
    numbers.set(id, at);
    filled.set(`${key} ${group}`, at + 1);
    sizes.set(key, Math.max(sizes.get(key) ?? 0, at + 1));
  };
  for (const { key, source } of uses) if (far.has(source.id)) number(key, source, "far", 0);
  const farSizes = new Map(sizes);
  for (const { key, source } of uses) if (!far.has(source.id)) number(key, source, `band ${source.band}`, farSizes.get(key) ?? 0);
  return { size: (key) => sizes.get(key) ?? 0, at: (key, source) => numbers.get(`${key} ${source}`) ?? 0 };
}

function stack(
  boxes: readonly Box[],
  columns: readonly number[],
  left: ReadonlyMap<number, number>,
  laneHeight: (band: number) => number,
): { shapes: Map<string, Shape>; bottom: Map<number, number>; height: number } {
  const shapes = new Map<string, Shape>();
  const bottom = new Map<number, number>();
  let y = TOP;
  for (const band of range(boxes.map((box) => box.band))) {
    let lowest = y;
    for (const column of columns) {
      let at = y;
      for (const box of boxes) {
        if (box.band !== band || box.column !== column) continue;
        shapes.set(box.id, { of: box.id, x: left.get(column) ?? 0, y: at, width: box.width, height: box.height });
        at += box.height + GAP;
      }
      lowest = Math.max(lowest, at);
    }
    bottom.set(band, lowest);
    y = lowest + laneHeight(band) + BAND_GAP;
  }
  return { shapes, bottom, height: y + MARGIN };
}

/** Lines come in one below the other along the left side of their target. */
function entryPoints(ways: readonly Way[], shapes: ReadonlyMap<string, Shape>): Map<string, Point> {
  const byTarget = new Map<string, Way[]>();
  for (const way of ways) byTarget.set(way.to.id, [...(byTarget.get(way.to.id) ?? []), way]);
  const points = new Map<string, Point>();
  for (const [id, coming] of byTarget) {
    const shape = shapes.get(id) as Shape;
    for (const [i, way] of coming.entries())
      points.set(way.link.id, { x: shape.x, y: shape.y + (shape.height * (i + 1)) / (coming.length + 1) });
  }
  return points;
}
