/** The account against the file of the round itself. */
import { fen, must, same, sha } from "./exact.mjs";
import { decimal } from "./selection.mjs";

/** Against the round's own file: who, which items, which scores, contributions and outside awards. */
export function checkRound(cert, bytes) {
  same(cert.round.sha256, sha(bytes), "the round is another");
  let round;
  try {
    round = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return false;
  }
  const at = (from, path) =>
    path
      .split(/[.[\]]+/)
      .filter(Boolean)
      .reduce((one, key) => one?.[key], from);
  const money = (raw) => {
    if (raw === undefined || raw === null) return null;
    const [i, f = ""] = String(raw).split(".");
    return BigInt(i + f.padEnd(2, "0"));
  };
  must(round.year === cert.round.year && round.dossiers.length === cert.applicants.length, "year or applicants");
  for (const a of cert.applicants) {
    const dossier = at(round, a.at);
    must(dossier.applicant.uscc === a.uscc && dossier.applicant.name === a.name, `${a.at}: applicant`);
    for (const u of a.uses) {
      const row = at(dossier, u.at);
      must(
        row.id === u.id &&
          (row.project ?? row.id) === u.project &&
          u.stated === (row.project !== undefined && row.project !== null),
        `${a.at}.${u.at}`,
      );
    }
    for (const list of new Set(a.uses.map((u) => u.at.replace(/\[\d+\]$/, ""))))
      same(
        at(dossier, list).length,
        new Set(a.uses.filter((u) => u.at.startsWith(`${list}[`)).map((u) => u.at)).size,
        `${a.at}.${list}`,
      );
    same(a.outside.length, (dossier.outsideAwards ?? []).length, `${a.at}: outside awards`);
    for (const o of a.outside) {
      const row = at(dossier, o.at);
      must(row.programme === o.programme && row.project === o.project && money(row.amount) === fen(o.amount), `${a.at}.${o.at}`);
    }
    const { contribution, otherAwards } = a.ceiling;
    if (contribution.at !== "")
      must(
        money(at(dossier, contribution.at)) === (contribution.amount === null ? null : fen(contribution.amount)),
        `${a.at}: contribution`,
      );
    if (otherAwards.at !== "")
      must((money(at(dossier, otherAwards.at)) ?? 0n) === fen(otherAwards.amount), `${a.at}: other awards`);
  }
  for (const g of cert.selection)
    for (const one of g.ranked) {
      const [score, decided] = [at(round, `${one.at}.${g.fact}`) ?? null, at(round, `${one.at}.${g.decision}`) ?? null];
      must(decided === one.decided, `${one.at}: decision`);
      must(g.groupedBy === "" || at(round, `${one.at}.${g.groupedBy}`) === g.group, `${one.at}: group`);
      must(
        score === null ? one.score === null : one.score !== null && decimal(String(score)) === decimal(one.score),
        `${one.at}: score`,
      );
    }
  return true;
}
