/** Nothing is timed before both sides give the same: amounts to the 分, explanations node by node. */
import type { Explanation, Why } from "@zhengdui/engine";

/** The first difference, or null. NaN (not known yet) equals NaN. */
export function firstDifference(ours: Float64Array, peer: Float64Array): string | null {
  for (let i = 0; i < ours.length; i++) if (!Object.is(ours[i], peer[i])) return `[${i}] ours ${ours[i]}, peer ${peer[i]}`;
  return null;
}

/** Kinds and values of a tree, without labels: what must be equal. */
const shapeOf = (why: Why): unknown => [why.of.kind, plain(why.value), why.because.map(shapeOf)];
const plain = (value: Why["value"]): unknown =>
  typeof value === "object" && value !== null && "n" in value ? Number(value.n) / Number(value.d) : value;

export function firstTreeDifference(ours: Explanation, peer: Explanation): string | null {
  for (const [i, mine] of ours.entries()) {
    const theirs = peer[i];
    if (theirs === undefined) return `measure ${i} is missing`;
    const heads = [mine, theirs].map((m) => [m.holds, m.value, m.potential, [...m.marks].sort()]);
    const parts: readonly (readonly [string, unknown, unknown])[] = [
      ["head", heads[0], heads[1]],
      ["who", mine.who.map(shapeOf), theirs.who.map(shapeOf)],
      ["body", mine.body.map(shapeOf), theirs.body.map(shapeOf)],
      ["items", mine.items.map(itemShape), theirs.items.map(itemShape)],
    ];
    for (const [name, a, b] of parts) {
      const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
      if (left !== right) return `${mine.of.label} ${name}:\n  ours ${left}\n  peer ${right}`;
    }
  }
  return null;
}

const itemShape = (item: Explanation[number]["items"][number]): unknown => [
  item.index,
  item.holds,
  item.value,
  [...item.marks].sort(),
  item.conditions.map(shapeOf),
  item.lets.map(shapeOf),
  shapeOf(item.amount),
];

export function countNodes(explanation: Explanation): number {
  const count = (whys: readonly Why[]): number => whys.reduce((sum, why) => sum + 1 + count(why.because), 0);
  return explanation.reduce(
    (sum, m) =>
      sum +
      1 +
      count(m.who) +
      count(m.body) +
      m.items.reduce((s, i) => s + 1 + count(i.conditions) + count(i.lets) + count([i.amount]), 0),
    0,
  );
}
