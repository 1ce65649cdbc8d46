/** The proof that no lawful choice has a larger total: a tree of bounds, each added up again from its prices. */
import { fen, least, most, must, sum } from "./exact.mjs";
import { limitsAt, narrow, readPrices, worth } from "./posed-choice.mjs";
import { walks } from "./walk.mjs";

/** Does the node show that no choice of the region has a larger total than T? */
export function proves(start, node, T) {
  let r = narrow(start);
  const closed = (i) => {
    must(i === node.prices.length && !node.split && !node.walk, "something stands after the end of a proof");
    return true;
  };
  for (const [i, line] of node.prices.entries()) {
    if (r === null) return closed(i);
    const { unit, price } = readPrices(r, line);
    const values = new Map([...r.open].map(([p, list]) => [p, list.map((o) => worth(o, price, unit))]));
    const [limits, projects] = [limitsAt(r, price, unit), sum([...values.values()].map(most))];
    must(String(limits) === line.limits && String(projects) === line.projects, "a bound is not what its prices give");
    const slack = limits + projects - unit * (T + 1n);
    if (slack < 0n) return closed(i + 1);
    r = narrow({
      ...r,
      open: new Map([...r.open].map(([p, list]) => [p, list.filter((_, k) => most(values.get(p)) - values.get(p)[k] <= slack)])),
    });
  }
  if (r === null) return closed(node.prices.length);
  must(!(node.split && node.walk), "a node with two ways on");
  if (node.walk) return walks(r, node.walk, T);
  if (!node.split) return false;
  const at = r.funds.findIndex((f) => f.id === node.split.measure);
  const [f, from] = [r.funds[at], fen(node.split.from)];
  must(
    f && f.cap === null && from > 0n && node.split.reached.length === f.rows.length && (f.rising || node.split.strict),
    "a split that leaves something out",
  );
  const less = {
    ...r,
    most: r.most.map((m, i) => (i === at ? least([m, most(f.steps.filter((s) => s.from < from).map((s) => s.value))]) : m)),
  };
  if (node.split.strict) less.high = r.high.map((h, row) => (f.rows.includes(row) ? least([h, from - 1n]) : h));
  return (
    proves(less, node.split.below, T) &&
    f.rows.every((top, i) =>
      proves({ ...r, low: r.low.map((l, row) => (row === top ? most([l, from]) : l)) }, node.split.reached[i], T),
    )
  );
}
