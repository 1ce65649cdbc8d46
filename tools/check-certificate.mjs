/**
 * Checks the certificate of a settled round (zhengdui settle ROUND --certificate FILE) by adding up again. It needs nothing but Node:
 *   node check-certificate.mjs cert.json [round file] [policy.json]
 * Exit status: 0 lawful and proved best; 3 lawful, optimality not proved; 1 refused; 2 not readable. Money is in 分, exact (BigInt).
 *
 * Whatever is chosen, an item or a step of a measure, fills rows. The row "money" is paid. What another row is short of at the end is
 * taken off the money if the row is soft (of a cap: { money: cap, row: −cap }), and can't be if it is hard (a step: { money: value, row: −from }).
 */
import { ok as must, deepEqual as same } from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";

const sha = (bytes) => createHash("sha256").update(bytes).digest("hex");
const sum = (list) => list.reduce((all, one) => all + one, 0n);
const most = (list) => list.reduce((top, one) => (one > top ? one : top));
const least = (list) => list.reduce((low, one) => (one < low ? one : low));
const once = (list, key) => must(new Set(list.map((one) => one[key])).size === list.length, `${key}: one stands twice`);
const fen = (text) => BigInt(/^-?(0|[1-9]\d*)\.\d\d$/.test(text) ? text.replace(".", "") : must(false, `not money: ${text}`));
const filled = (rows, list) => rows.map(({ name }) => sum(list.map(({ fills }) => (name in fills ? fen(fills[name]) : 0n))));
const less = (sums, others) => sums.map((S, r) => S - others[r]);
const dot = (sums, price) => sum(sums.map((S, r) => S * price[r]));
const worth = (rows, sums) => {
  const short = sums.map((S, r) => (r > 0 && S < 0n ? S : 0n));
  return rows.some(({ hard }, r) => hard && short[r] < 0n) ? -Infinity : sums[0] + sum(short);
};

/** What was claimed, the use of every item, and what is granted: as much as the best of the terms gives for the items kept. */
function checkClaim({ by, kind, list, terms, digest, claimed, granted, items }, rows, keeper) {
  for (const [i, { at, fills, project, use }] of items.entries()) {
    const due = fills === null ? "none" : kind === "apart" || keeper.get(project) === by ? "kept" : "given-up";
    must(at === `${list}[${i}]` && use === due && (due === "none" || kind === "apart" || keeper.has(project)), `${at}: use`);
  }
  const [counted, kept] = [items.filter(({ use }) => use !== "none"), items.filter(({ use }) => use === "kept")];
  same(filled(rows, counted), filled(rows, [{ fills: claimed }]), `${by}: claimed`);
  must(digest === sha(JSON.stringify(terms)) && ["each", "sum", "apart"].includes(kind), `${by}: terms`);
  const paid = terms.map((term) => worth(rows, filled(rows, kind === "apart" ? [term] : [term, ...kept])));
  must(fen(granted) === most(paid), `${by}: granted`);
}

/** All partial choices, stage by stage: each way on is kept (0), bounded by the nth prices (−n), or no better than the nth way, which is kept (n). */
function checkProof(rows, stages, { order, prices, layers }, T) {
  must(order.length === stages.length && stages.every((_, stage) => order.includes(stage)), "a proof that leaves something out");
  const ahead = order.map((stage) => stages[stage]);
  const lines = prices.map((line) => {
    const price = rows.map(({ name }) => BigInt(line[name] ?? 0));
    must(price[0] > 0n && rows.every(({ hard }, r) => price[r] >= 0n && (hard || price[r] <= price[0])), "a price out of range");
    return { price, tops: ahead.map((ways) => most(ways.map((way) => dot(way, price)))) };
  });
  let present = [rows.map(() => 0n)];
  for (const [stage, layer] of layers.entries()) {
    const later = ahead.slice(stage + 1);
    // More of a row than what may still be taken out of it is worth nothing.
    const full = rows.map((_, r) => (r === 0 ? Infinity : -sum(later.map((ways) => least([0n, ...ways.map((way) => way[r])])))));
    const ways = present.flatMap((sums) => ahead[stage].map((way) => sums.map((S, r) => least([S + way[r], full[r]]))));
    const rest = lines.map(({ price, tops }) => sum(tops.slice(stage + 1)) - price[0] * (T + 1n));
    const codes = layer.split(" ").map(Number);
    const isBounded = (way, n) => dot(way, lines[n].price) + rest[n] < 0n;
    const isCovered = (way, n) => codes[n] === 0 && worth(rows, less(ways[n], way)) >= 0n;
    const isSettled = (way, n) => n === 0 || (n < 0 ? isBounded(way, -n - 1) : isCovered(way, n - 1));
    must(codes.length === ways.length && ways.every((way, i) => isSettled(way, codes[i])), "the proof leaves something open");
    present = ways.filter((_, i) => codes[i] === 0);
  }
  const isDone = (sums) => layers.length === ahead.length && worth(rows, sums) <= T;
  must(present.every(isDone), "the proof has no end");
}

/** One applicant: claims, keepers, sums, and the proof that no other choice has a larger total. */
function checkApplicant({ claims, keepers, granted, standing, optimal, bound, proof }) {
  const competing = claims.filter(({ kind }) => kind !== "apart");
  const names = competing.flatMap(({ kind, claimed }) => Object.keys(claimed).map((name) => ({ name, hard: kind === "sum" })));
  const rows = [{ name: "money", hard: false }, ...names.filter(({ name }) => name !== "money")];
  const keeper = new Map(keepers.map((one) => [one.project, one.keeper]));
  for (const claim of claims) checkClaim(claim, rows, keeper);
  const kept = competing.flatMap(({ items }) => items.filter(({ use }) => use === "kept"));
  once(claims, "by");
  once(keepers, "project");
  once(rows, "name");
  once(kept, "at");
  const projects = keepers.map(({ project, keeper: own }) => {
    const itemsOf = ({ items }) => items.filter((item) => item.project === project && item.use !== "none");
    const claimants = competing.filter((claim) => itemsOf(claim).length > 0);
    const isClaimed = claimants.some(({ by }) => by === own);
    must(isClaimed, `${project} is kept by a stranger`);
    return claimants.map((claim) => filled(rows, itemsOf(claim)));
  });
  const stages = [...projects, ...claims.map(({ terms }) => terms.map((term) => filled(rows, [term])))];
  const [total, outside] = [sum(claims.map((claim) => fen(claim.granted))), claims.find(({ by }) => by === "outside")];
  must(standing === outside.granted && fen(granted) + fen(standing) === total, "granted or standing");
  must(optimal === (bound !== null && fen(bound) === total), "bound and total");
  if (bound !== null) checkProof(rows, stages, proof, fen(bound));
}

/** Against the round's own file: who applied, and every item with its project. Of a workbook the digest alone. */
function checkRound({ round, applicants }, bytes) {
  must(round.sha256 === sha(bytes), "the round is another");
  if (!String(bytes).startsWith("{")) return;
  const { year, dossiers } = JSON.parse(bytes);
  same([round.year, applicants.length], [year, dossiers.length], "year or applicants");
  for (const [i, { uscc, name, claims }] of applicants.entries()) {
    const { applicant, ...lists } = dossiers[i];
    const found = claims.map(({ list }) => (lists[list] ?? []).map((row) => [row.id ?? row.programme, row.project ?? row.id]));
    const said = claims.map(({ items }) => items.map(({ id, project }) => [id, project]));
    same([uscc, name, said], [applicant.uscc, applicant.name, found], `${uscc}: applicant or items`);
  }
}

/** Against the compiled policy: which it is, and that every measure of it stands. */
function checkPolicy({ policy, applicants }, { hash, ...rest }) {
  same(policy, { id: rest.id, version: rest.version, hash: sha(JSON.stringify(rest)) }, "the policy is another");
  const listOf = ({ kind, list }) => (kind === "each" || kind === "pool" ? list : "");
  const due = [...rest.measures.map(({ id, form }) => [id, listOf(form)]), ["outside", rest.combination?.outside ?? ""]];
  for (const { uscc, claims } of applicants) {
    const said = claims.map(({ by, list }) => [by, list]);
    same(said, due, `${uscc}: measures`);
  }
}

/** { refused: why, or null; unproved: the codes of those whose choice isn't proved best } */
export function checkCertificate(cert, round = null, policy = null) {
  try {
    const { seal, ...body } = cert;
    must(cert.format === "zhengdui-certificate-2" && seal === sha(JSON.stringify(body)), "format or seal");
    const [applicants, total] = [cert.applicants, (key) => sum(applicants.map((one) => fen(one[key])))];
    once(applicants, "uscc");
    same(Object.values(cert.totals).map(fen), ["granted", "standing"].map(total), "totals");
    if (round) checkRound(cert, round);
    if (policy) checkPolicy(cert, policy);
    applicants.forEach(checkApplicant);
    return { refused: null, unproved: applicants.filter(({ optimal }) => !optimal).map(({ uscc }) => uscc) };
  } catch (error) {
    return { refused: error.message, unproved: [] };
  }
}

if (import.meta.filename === realpathSync(process.argv[1] ?? ".")) {
  try {
    const [cert, round, policy] = process.argv.slice(2).map((name) => readFileSync(name));
    const { refused, unproved } = checkCertificate(JSON.parse(cert), round, policy && JSON.parse(policy));
    if (refused) console.error(`不予认可：${refused}`);
    else console.log(unproved.length === 0 ? "合法，且已证明合计最大" : `合法，最优未证明：${unproved.join("、")}`);
    process.exitCode = refused ? 1 : unproved.length === 0 ? 0 : 3;
  } catch (error) {
    console.error(`不能读取：${error.message}\n用法：node check-certificate.mjs 证书.json [批次文件] [policy.json]`);
    process.exitCode = 2;
  }
}
