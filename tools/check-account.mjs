/**
 * Checks a round's account (zhengdui settle ROUND --account FILE) by adding up again. It needs Node and the folder account-check beside it,
 * and nothing of the program that wrote it:
 *   node tools/check-account.mjs account.json [round file] [policy.json]
 * Exit status: 0 it adds up; 1 refused; 2 not readable. That the choices are the best is what the certificate proves. Money is in 分, exact (BigInt).
 */
import { readFileSync, realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { checkApplicant } from "./account-check/applicant.mjs";
import { by, fen, must, same, sha, sum } from "./account-check/exact.mjs";
import { checkRound } from "./account-check/round.mjs";
import { checkSelection } from "./account-check/selection.mjs";

/** The step functions by measure are those that the claims name, each once. */
function checkLimits(cert) {
  const sums = cert.applicants.flatMap((a) => a.claims.filter((c) => c.kind === "sum"));
  const found = [...by(sums, "measure")]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([id, list]) => {
      return [id, [...new Set(list.map((c) => JSON.stringify(c.steps)))].map((text) => JSON.parse(text))];
    });
  same(cert.limits, Object.fromEntries(found), "the steps of measures and of claims differ");
}

/** Against the compiled policy: its hash, the lists of its measures, places and budgets, the facts of the ceiling. */
function checkPolicy(cert, policy) {
  const { hash, ...rest } = policy;
  same(
    [policy.id, policy.version, hash, sha(JSON.stringify(rest))],
    [cert.policy.id, cert.policy.version, cert.policy.hash, cert.policy.hash],
    "the policy is another",
  );
  const measure = (id) => policy.measures.find((m) => m.id === id);
  for (const g of cert.selection) {
    const { quota, budget } = measure(g.measure).selection;
    const { value, scale } = policy.params.find((p) => p.name === (quota ?? budget));
    const figure = BigInt(value) / 10n ** BigInt(scale);
    must(quota ? BigInt(g.places) === figure : fen(g.budget) === figure * 100n, `${g.measure}: places or budget`);
  }
  for (const a of cert.applicants) {
    same(
      a.measures.map((m) => m.id),
      policy.measures.map((m) => m.id),
      `${a.at}: measures`,
    );
    for (const u of a.uses) must(measure(u.measure).form.list === u.at.replace(/\[\d+\]$/, ""), `${a.at}.${u.at}: measure`);
    for (const u of a.uses) must(!measure(u.measure).selection || u.use === "none" || u.ranked, `${a.at}.${u.at}: not selected`);
    for (const key of ["contribution", "otherAwards"]) {
      const fact = policy.ceiling?.[key];
      same(a.ceiling[key].at, fact ? `${fact.record}.${fact.key}` : "", `${a.at}: ${key}`);
    }
  }
}

/** { refused: why, or null; untied: at which applicants equal totals weren't tried; compared: was the round read? } */
export function checkAccount(cert, roundBytes = null, policy = null) {
  try {
    const { seal, ...body } = cert;
    same(cert.format, "zhengdui-account-1", "format");
    same(seal, sha(JSON.stringify(body)), "the seal doesn't belong to this text");
    for (const digest of [cert.policy.hash, cert.round.sha256]) must(/^[0-9a-f]{64}$/.test(digest), "a digest is none");
    must(new Set(cert.applicants.map((a) => a.uscc)).size === cert.applicants.length, "an applicant stands twice");
    for (const [i, a] of cert.applicants.entries()) same(a.at, `dossiers[${i}]`, "applicants out of order");
    for (const a of cert.applicants)
      same(
        a.measures.map((m) => [m.id, m.competes]),
        cert.applicants[0].measures.map((m) => [m.id, m.competes]),
        "measures differ",
      );
    checkLimits(cert);
    const found = cert.applicants.map((a) => {
      try {
        return { at: a.at, ...checkApplicant(cert, a) };
      } catch (error) {
        if (error instanceof ReferenceError) throw error;
        throw new Error(`${a.at} ${a.name}: ${error.message}`);
      }
    });
    for (const g of cert.selection) checkSelection(cert, g);
    const ranked = cert.selection.flatMap((g) => g.ranked.map((one) => `${g.measure} ${one.at}`)).sort();
    const said = cert.applicants.flatMap((a) => a.uses.filter((u) => u.ranked).map((u) => `${u.measure} ${a.at}.${u.at}`)).sort();
    same(ranked, said, "the selection and the uses of expenses differ");
    const kept = cert.applicants.flatMap((a) =>
      a.uses.filter((u) => u.stated && u.use === "kept").map((u) => ({ project: u.project, uscc: a.uscc })),
    );
    const shared = [...by(kept, "project")].map(([project, list]) => ({
      project,
      payees: [...new Set(list.map((one) => one.uscc))],
    }));
    same(
      cert.shared,
      shared.filter((one) => one.payees.length > 1).sort((x, y) => (x.project < y.project ? -1 : 1)),
      "projects with more than one payee",
    );
    const totals = {
      granted: (a) => a.ceiling.granted,
      standing: (a) => a.standing,
      payableKnown: (a) => a.ceiling.payable ?? "0.00",
    };
    for (const [name, of] of Object.entries(totals))
      must(fen(cert.totals[name]) === sum(cert.applicants.map((a) => fen(of(a)))), `totals: ${name}`);
    if (policy !== null) checkPolicy(cert, policy);
    const compared = roundBytes !== null && checkRound(cert, roundBytes);
    return {
      refused: null,
      untied: found.filter((f) => !f.ties).map((f) => f.at),
      compared,
    };
  } catch (error) {
    // What is missing or of another kind is refused like what is wrong; a mistake of this program isn't the certificate's.
    if (error instanceof ReferenceError) throw error;
    return { refused: error.message, untied: [], compared: false };
  }
}

function main([file, round, policy]) {
  let given;
  try {
    given = [
      JSON.parse(readFileSync(file, "utf8")),
      round ? readFileSync(round) : null,
      policy ? JSON.parse(readFileSync(policy, "utf8")) : null,
    ];
  } catch (error) {
    console.error(`不能读取：${error.message}\n用法：node check-account.mjs 账目.json [批次文件] [policy.json]`);
    return 2;
  }
  const { refused, untied, compared } = checkAccount(...given);
  if (refused !== null) {
    console.error(`不予认可：${refused}`);
    return 1;
  }
  const [cert] = given;
  console.log(
    `${cert.policy.id} ${cert.round.year} 年度，${cert.applicants.length} 家，核定合计 ${cert.totals.granted} 元，逐项复算一致`,
  );
  if (round) console.log(compared ? "与批次文件逐项相符" : "批次文件的摘要相符（不是 JSON，内容未逐项比对）");
  if (untied.length > 0) console.log(`合计相同时的取舍没有逐一试过：${untied.join("、")}`);
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
  process.exitCode = main(process.argv.slice(2));
