/** Who is selected where places or money are few: ranks by score, or first come first served, worked out again. */
import { fen, must, same, sum } from "./exact.mjs";
import { ahead } from "./objective.mjs";

/** Scores are decimals: compared as integers after 60 decimals. */
export const decimal = (text) => {
  must(/^\d+(\.\d{1,60})?$/.test(text), `not a decimal: ${text}`);
  const [i, f = ""] = text.split(".");
  return BigInt(i + f.padEnd(60, "0"));
};

export function checkSelection(cert, g) {
  const rows = g.ranked.map((one) => ({ ...one, n: one.score === null ? null : decimal(one.score) }));
  const rivals = rows.filter((one) => one.n !== null && (one.decided === true || (one.decided === null && one.competes)));
  const open = rows.filter((one) => one.decided === null && one.competes && one.n !== null);
  const verdict = (one) => (one.decided !== null ? one.decided : !one.competes ? false : one.n === null ? null : undefined);
  const expected = new Map(rows.map((one) => [one, { place: null, selected: verdict(one) }]));
  if (g.by === "score") {
    const free = Math.max(0, g.places - rows.filter((one) => one.decided === true).length);
    for (const one of rivals) expected.get(one).place = 1 + rivals.filter((other) => other.n > one.n).length;
    for (const one of open) {
      const [better, level] = [open.filter((other) => other.n > one.n).length, open.filter((other) => other.n === one.n).length];
      expected.get(one).selected = better + level <= free ? true : better < free ? null : false;
    }
  } else {
    let left = fen(g.budget) - sum(rows.filter((one) => one.decided === true).map((one) => fen(one.amount)));
    let [closed, place] = [false, 1];
    for (const n of [...new Set(open.map((one) => one.n))].sort((x, y) => (x < y ? -1 : 1))) {
      const level = open.filter((one) => one.n === n);
      const fits = !closed && sum(level.map((one) => fen(one.amount))) <= left;
      const undecided = !closed && !fits && level.length > 1 && level.some((one) => fen(one.amount) <= left);
      for (const one of level) Object.assign(expected.get(one), { place, selected: fits ? true : undecided ? null : false });
      if (fits) left -= sum(level.map((one) => fen(one.amount)));
      else closed = true;
      place += level.length;
    }
    same(g.places, rows.filter((one) => expected.get(one).selected === true).length, "places served");
  }
  for (const one of rows)
    same({ place: one.place, selected: one.selected }, expected.get(one), `${g.group} ${one.project}: place or selection`);
  const keys = rows.map((one) => [one.place ?? Number.POSITIVE_INFINITY, ...one.at.match(/\d+(?=\])/g).map(Number)]);
  must(
    keys.every((key, i) => i === 0 || ahead(key, keys[i - 1])),
    `${g.group}: order`,
  );
  for (const one of rows) {
    const a = cert.applicants.find((other) => one.at.startsWith(`${other.at}.`));
    const use = a?.uses.find((u) => `${a.at}.${u.at}` === one.at && u.measure === g.measure);
    must(use?.ranked && a.uscc === one.uscc && use.project === one.project, `${g.group} ${one.project}: nobody's`);
    must(use.use === "none" || one.selected === true, `${one.at} is paid without being selected`);
    must(use.use === "none" || g.by === "score" || one.competes || one.decided === true, `${one.at}: competes`);
  }
}
