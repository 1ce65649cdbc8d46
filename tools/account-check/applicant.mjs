/** One applicant: claims against the use of every expense, keepers, sums, ceiling. */
import { by, fen, least, most, must, OUTSIDE, same, sum } from "./exact.mjs";
import { checkTies, objective } from "./objective.mjs";

/** Claims against the uses of expenses, keepers, sums; answers whether equal totals were tried. */
export function checkApplicant(cert, a) {
  const ids = a.measures.map((m) => m.id);
  must(
    new Set(ids).size === ids.length && new Set(a.claims.map((c) => c.measure)).size === a.claims.length,
    "a measure stands twice",
  );
  const keepers = new Map(a.keepers.map(({ project, keeper }) => [project, keeper]));
  const options = optionsOf(a);
  same(
    a.keepers.map((k) => k.project),
    [...options.keys()],
    "not every claimed project has one keeper, in order",
  );
  for (const [project, list] of options)
    must(
      list.some((o) => o.keeper === keepers.get(project)),
      `${project} is kept by a stranger`,
    );
  checkUses(a, keepers);
  const own = objective(a, keepers);
  for (const [i, m] of a.measures.entries()) checkMeasure(cert, a, m, own[3 + i], i);
  must(fen(a.standing) === own[1] && fen(a.standingLocal) === -own[2] && fen(a.total) === own[0], "standing or total");
  const ties = checkTies(a, options, keepers, own);
  checkCeiling(a, keepers);
  return { ties };
}

/** By project, in their order, who claims it. */
function optionsOf(a) {
  const claims = a.claims.flatMap((c) => c.entries.map((e) => ({ project: e.project, keeper: c.measure })));
  const outside = a.outside.filter((o) => o.competes).map((o) => ({ project: o.project, keeper: OUTSIDE }));
  const found = [...by([...outside, ...claims], "project")].sort(([x], [y]) => (x < y ? -1 : 1));
  return new Map(
    found.map(([project, list]) => [project, [...new Set(list.map((one) => one.keeper))].map((keeper) => ({ keeper }))]),
  );
}

/** Every item stands once, in its order; what counts is claimed, and nothing is used twice. */
function checkUses(a, keepers) {
  const entries = a.claims.flatMap((c) => c.entries.map((e) => [e.at, c.measure, e.project, e.amount ?? e.basis]));
  const claimed = a.uses.filter((u) => u.use !== "none" && a.measures.find((m) => m.id === u.measure).competes);
  same(
    entries,
    claimed.map((u) => [u.at, u.measure, u.project, u.figure]),
    "claims and uses of expenses differ",
  );
  const places = a.uses.map((u) => a.measures.findIndex((m) => m.id === u.measure));
  must(
    places.every((place, i) => place >= 0 && (i === 0 || places[i - 1] <= place)),
    "uses of expenses out of order",
  );
  for (const u of a.uses) {
    const competes = a.measures.find((m) => m.id === u.measure).competes;
    must((u.use === "none" || !competes) === (u.figure === null), `${u.at}: use and figure`);
    if (u.use !== "none") same(u.use, !competes || keepers.get(u.project) === u.measure ? "kept" : "given-up", `${u.at}: use`);
    must(!u.stated || u.project !== "", `${u.at}: project`);
    must(u.stated || u.project === u.id, `${u.at}: a project of its own is the item's id`);
  }
  for (const list of by(a.uses, "at").values()) {
    must(
      list.every((u) => u.id === list[0].id && u.project === list[0].project && u.stated === list[0].stated),
      `${list[0].at} differs`,
    );
    must(
      list.filter((u) => u.use === "kept" && a.measures.find((m) => m.id === u.measure).competes).length <= 1,
      `${list[0].at} is used twice`,
    );
  }
  const lists = by(
    a.uses.map((u) => ({ key: `${u.measure} ${u.at.replace(/\[\d+\]$/, "")}`, at: u.at })),
    "key",
  );
  for (const list of lists.values())
    for (const [i, u] of list.entries()) must(u.at.endsWith(`[${i}]`), "an item is left out or out of order");
  for (const [i, o] of a.outside.entries()) {
    fen(o.amount);
    must(o.at.endsWith(`[${i}]`), "an outside award is left out");
    must(o.competes || !o.local, "outside");
  }
}

/** Granted is what the kept claims pay, the amount is what all of them would, and caps and steps are those of the measure. */
function checkMeasure(cert, a, m, paid, i) {
  const c = a.claims.find((one) => one.measure === m.id);
  must(!c || m.competes, `${m.id} doesn't compete`);
  if (!m.competes) {
    same(m.granted, m.amount, `${m.id}: granted`);
    return;
  }
  must(fen(m.granted) === paid, `${m.id}: granted`);
  if (!c) {
    must(fen(m.amount) === 0n, `${m.id}: an amount without claims`);
    return;
  }
  const everything = new Map(c.entries.map((e) => [e.project, m.id]));
  must(fen(m.amount) === objective(a, everything)[3 + i], `${m.id}: amount`);
  if (c.kind === "sum") {
    same(c.alone, m.amount, `${m.id}: alone`);
    must(
      cert.limits[m.id].some((steps) => JSON.stringify(steps) === JSON.stringify(c.steps)),
      `${m.id}: steps`,
    );
  } else must(c.cap === null || (c.cap === m.amount && sum(c.entries.map((e) => fen(e.amount))) > fen(c.cap)), `${m.id}: cap`);
}

/** Payable = at most what the contribution leaves beside other local awards; nothing while an outside award has to be returned. */
function checkCeiling(a, keepers) {
  const c = a.ceiling;
  const money = (text) => (text === null ? null : fen(text));
  const granted = sum(a.measures.map((m) => fen(m.granted)));
  const beside = sum(a.measures.filter((m) => c.except.includes(m.id)).map((m) => fen(m.granted)));
  same(
    c.toRepay,
    a.outside.some((o) => o.competes && keepers.get(o.project) !== OUTSIDE),
    "toRepay",
  );
  must(
    c.except.every((id) => a.measures.some((m) => m.id === id)),
    "ceiling",
  );
  const held = c.toRepay || !c.searched;
  const contribution = money(c.contribution.amount);
  let [cut, payable] = [0n, held ? null : granted];
  const rest = most([0n, least([granted - beside, (contribution ?? 0n) - fen(c.otherAwards.amount) - fen(a.standingLocal)])]);
  if (granted === 0n) payable = 0n;
  else if (c.bound && granted > beside)
    [cut, payable] = contribution === null ? [null, null] : [granted - beside - rest, held ? null : beside + rest];
  must(fen(c.granted) === granted && money(c.cut) === cut && money(c.payable) === payable, "ceiling, cut or payable");
}
