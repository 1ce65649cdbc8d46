/** What a choice pays, and whether another one comes first: where there are few, each is tried. */
import { by, fen, least, most, must, OUTSIDE, same, sum } from "./exact.mjs";

/** [total, standing, −local, granted by measure …] of a choice. */
export function objective(a, keepers) {
  const paid = a.measures.map(({ id }) => {
    const c = a.claims.find((one) => one.measure === id);
    if (!c) return 0n;
    const kept = c.entries.filter((e) => keepers.get(e.project) === id);
    if (c.kind === "each") {
      const all = sum(kept.map((e) => fen(e.amount)));
      return c.cap === null ? all : least([fen(c.cap), all]);
    }
    const sums = [
      ...by(
        kept.map((e) => ({ group: c.largest ? e.group : 0, basis: fen(e.basis) })),
        "group",
      ).values(),
    ].map((list) => sum(list.map((e) => e.basis)));
    return least([fen(c.alone), fen(c.steps.findLast((s) => fen(s.from) <= most([0n, ...sums])).value)]);
  });
  const stand = a.outside.filter((o) => o.competes && keepers.get(o.project) === OUTSIDE);
  const standing = sum(stand.map((o) => fen(o.amount)));
  return [sum(paid) + standing, standing, -sum(stand.filter((o) => o.local).map((o) => fen(o.amount))), ...paid];
}
export const ahead = (one, other) => {
  const at = one.findIndex((v, i) => v !== other[i]);
  return at >= 0 && one[at] > other[at];
};

export function checkTies(a, options, keepers, own) {
  const names = [...options.keys()];
  const count = names.reduce((all, p) => all * options.get(p).length, 1);
  same(a.choices, count <= 4096 ? String(count) : null, "the number of choices");
  if (a.choices === null) return false;
  const rank = (keeper) => (keeper === OUTSIDE ? -1 : a.measures.findIndex((m) => m.id === keeper));
  const order = (choice) => names.map((p) => -rank(choice.get(p)));
  for (let n = 0; n < count; n++) {
    const choice = new Map();
    let left = n;
    for (const p of names) {
      const list = options.get(p);
      choice.set(p, list[left % list.length].keeper);
      left = Math.floor(left / list.length);
    }
    must(!ahead([...objective(a, choice), ...order(choice)], [...own, ...order(keepers)]), "another choice comes first");
  }
  return true;
}
