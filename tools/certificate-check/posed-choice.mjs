/** A choice between claims as running sums, and what prices of its limits prove about any choice. */
import { fen, least, most, must, OUTSIDE, sum } from "./exact.mjs";

/** The choice as running sums: a row for a cap, a row for a measure that adds up (of groups: one each), options by project. */
export function pose(a) {
  const [rows, funds, options] = [[], [], new Map()];
  const claim = (project, keeper, gain, row, weight) => {
    const own = options.get(project) ?? options.set(project, new Map()).get(project);
    const option = own.get(keeper) ?? own.set(keeper, { keeper, gain: 0n, fill: new Map() }).get(keeper);
    if (row === undefined) option.gain += gain;
    else option.fill.set(row, (option.fill.get(row) ?? 0n) + weight);
  };
  for (const { project, amount, competes } of a.outside) if (competes) claim(project, OUTSIDE, fen(amount));
  for (const c of a.claims) {
    const groups = c.kind === "sum" && c.largest ? [...new Set(c.entries.map((e) => e.group))].sort((x, y) => x - y) : [null];
    const fund = { id: c.measure, cap: c.kind === "each" && c.cap !== null ? fen(c.cap) : null, steps: [], rising: true };
    if (c.kind === "sum")
      fund.steps = c.steps.map(({ from, value }) => ({ from: fen(from), value: least([fen(value), fen(c.alone)]) }));
    fund.steps.forEach((s, i) => {
      must(i === 0 ? s.from === 0n : s.from > fund.steps[i - 1].from, "steps");
      if (i > 0 && s.value < fund.steps[i - 1].value) fund.rising = false;
    });
    fund.rows =
      c.kind === "sum" || c.cap !== null ? groups.map((g) => rows.push(g === null ? c.measure : `${c.measure}#${g}`) - 1) : [];
    fund.pays = (S) => (fund.cap !== null ? least([fund.cap, S]) : fund.steps.findLast((s) => s.from <= S).value);
    if (fund.rows.length > 0) funds.push(fund);
    for (const e of c.entries)
      claim(
        e.project,
        c.measure,
        fund.rows.length > 0 ? 0n : fen(e.amount),
        fund.rows[c.largest ? groups.indexOf(e.group) : 0],
        fen(e.amount ?? e.basis),
      );
  }
  const open = new Map([...options].sort(([x], [y]) => (x < y ? -1 : 1)).map(([p, own]) => [p, [...own.values()]]));
  const value = (f) => f.cap ?? most(f.steps.map((s) => s.value));
  return { rows, funds, open, low: rows.map(() => 0n), high: rows.map(() => null), most: funds.map(value) };
}

export const weight = (option, row) => option.fill.get(row) ?? 0n;
const reach = (lists, row, pick) => sum(lists.map((list) => pick(list.map((o) => weight(o, row)))));
/** With sums that can't be avoided or exceeded; null: no choice is left. */
export function narrow(r) {
  const lists = [...r.open.values()];
  const low = r.low.map((one, row) => most([one, reach(lists, row, least)]));
  const high = r.high.map((one, row) => {
    const top = reach(lists, row, most);
    return one === null ? top : least([one, top]);
  });
  return low.some((one, row) => one > high[row]) ? null : { ...r, low, high };
}
/** The most of payment − price × sum that a fund can have, whatever its sums in low … high are. */
function conjugate(r, f, price, unit) {
  const pays = (S) => unit * least([r.most[r.funds.indexOf(f)], f.pays(S)]);
  if (f.cap !== null) {
    const [row, cap] = [f.rows[0], r.most[r.funds.indexOf(f)]];
    return most([r.low[row], least([r.high[row], most([r.low[row], cap])]), r.high[row]].map((S) => pays(S) - price[row] * S));
  }
  const found = f.steps.flatMap((step, i) => {
    const end = (row) => (i + 1 < f.steps.length ? least([f.steps[i + 1].from - 1n, r.high[row]]) : r.high[row]);
    if (f.rows.some((row) => i + 1 < f.steps.length && r.low[row] >= f.steps[i + 1].from)) return [];
    return f.rows
      .filter((top) => most([step.from, r.low[top]]) <= end(top))
      .map(
        (top) =>
          pays(step.from) -
          sum(
            f.rows.map(
              (row) => price[row] * (price[row] < 0n ? end(row) : row === top ? most([step.from, r.low[row]]) : r.low[row]),
            ),
          ),
      );
  });
  return most(found);
}
export const limitsAt = (r, price, unit) => sum(r.funds.map((f) => conjugate(r, f, price, unit)));
export const worth = (option, price, unit) => {
  let all = unit * option.gain;
  for (const [row, w] of option.fill) all += price[row] * w;
  return all;
};
export function readPrices(r, { unit, price }) {
  must(Object.keys(price).every((name) => r.rows.includes(name)) && BigInt(unit) > 0n, "prices of unknown limits");
  return { unit: BigInt(unit), price: r.rows.map((name) => BigInt(price[name] ?? 0)) };
}
