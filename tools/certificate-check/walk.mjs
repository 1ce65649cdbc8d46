/** Where prices leave something open: all partial choices project by project, each way on bounded or covered by a better one. */
import { least, most, must, same, sum } from "./exact.mjs";
import { limitsAt, readPrices, weight, worth } from "./posed-choice.mjs";

/** What can be said of a partial choice after so many projects. */
function course(r, stages, prices, T) {
  const ahead = (pick) =>
    r.rows.map((_, row) => {
      const all = [0n];
      for (const list of stages.toReversed()) all.unshift(all[0] + pick(list.map((o) => weight(o, row))));
      return all;
    });
  const [min, max] = [ahead(least), ahead(most)];
  const capped = r.rows.map((_, row) => r.funds.some((f) => f.cap !== null && f.rows.includes(row)));
  const full = r.rows.map((_, row) => {
    // from here on a further 分 changes nothing; null: it may
    const at = r.funds.findIndex((f) => f.rows.includes(row));
    const [f, top] = [r.funds[at], r.most[at]];
    if (r.high[row] < max[row][0] || !f.rising) return null;
    const end = f.cap === null ? least([top, f.steps.at(-1).value]) : null;
    return most([r.low[row], f.cap !== null ? top : f.steps.find((s) => least([top, s.value]) === end).from]);
  });
  const lines = prices.map((line) => ({ ...readPrices(r, line), rest: new Map() }));
  const rest = (line, price, mask) => {
    if (!line.rest.has(mask)) {
      const all = [0n];
      for (const list of stages.toReversed()) all.unshift(all[0] + most(list.map((o) => worth(o, price, line.unit))));
      line.rest.set(mask, all);
    }
    return line.rest.get(mask);
  };
  const isFull = (sums, row) => full[row] !== null && sums[row] >= full[row];
  const bounded = ({ sums, gain }, stage) => {
    const low = sums.map((S, row) => most([r.low[row], S + min[row][stage]]));
    const high = sums.map((S, row) => least([r.high[row], S + max[row][stage]]));
    if (low.some((one, row) => one > high[row])) return true;
    const mask = sums.map((_, row) => (isFull(sums, row) ? 1 : 0)).join("");
    return lines.some((line) => {
      const price = line.price.map((one, row) => (mask[row] === "1" ? 0n : one));
      const carried = line.unit * gain + sum(sums.map((S, row) => S * price[row]));
      return limitsAt({ ...r, low, high }, price, line.unit) + carried + rest(line, price, mask)[stage] < line.unit * (T + 1n);
    });
  };
  const covers = (one, other) => {
    let missing = 0n;
    for (const [row, S] of one.sums.entries()) {
      if (S === other.sums[row]) continue;
      if (full[row] === null || (S < other.sums[row] && !capped[row])) return false;
      if (S < other.sums[row]) missing += other.sums[row] - S;
    }
    return one.gain - other.gain >= missing;
  };
  return { full, bounded, covers };
}

/** All partial choices, project by project: each way on is bounded by some prices, or no better than one that is kept. */
export function walks(r, walk, T) {
  same([...walk.order].sort(), [...r.open.keys()].sort(), "a walk that leaves projects out");
  const stages = walk.order.map((p) => r.open.get(p));
  const { full, bounded, covers } = course(r, stages, walk.prices, T);
  let present = [{ sums: r.rows.map(() => 0n), gain: 0n }];
  const numbers = (text) => (text === "" ? [] : text.split(" ").map(Number));
  must(walk.layers.length <= stages.length, "a walk beyond its projects");
  for (const [stage, layer] of walk.layers.entries()) {
    const ways = present.flatMap(({ sums, gain }) =>
      stages[stage].map((o) => ({
        gain: gain + o.gain,
        sums: sums.map((S, row) => S + weight(o, row)).map((S, row) => (full[row] !== null && S > full[row] ? full[row] : S)),
      })),
    );
    const [kept, codes] = [numbers(layer.kept), numbers(layer.ways)];
    must(
      codes.length === ways.length && new Set(kept).size === kept.length && kept.every((k, i) => codes[k] === i),
      "a layer that names other ways than there are",
    );
    for (const [i, way] of ways.entries())
      must(
        codes[i] === -1 ? bounded(way, stage + 1) : covers(ways[kept[codes[i]]], way),
        "a way on is neither bounded nor covered",
      );
    present = kept.map((k) => ways[k]);
  }
  return present.length === 0;
}
