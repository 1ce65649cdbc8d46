/** One applicant's part of the account: claims in plain data, the choice, the use of every expense, the ceiling. */
import { formatMoney } from "@zhengdui/basics";
import type { Measure, Policy } from "@zhengdui/policy";
import { OUTSIDE } from "../allocation-problem.ts";
import { projectOf } from "../claims.ts";
import type { OutsideAward } from "../combine.ts";
import type { Prepared, Row } from "../dossier.ts";
import type { Posed } from "../engine.ts";
import { choicesOf } from "../prove/staging.ts";
import { rowsOf } from "../rows.ts";
import type { AccountedApplicant, AccountedCeiling, AccountedUse, WrittenClaims } from "./account.ts";

/** So many choices are tried one by one by whoever checks. */
const FEW = 4_096;

/** Does the item stand in the selection of the measure? */
export type Ranked = (measure: string, at: string) => boolean;

const listOf = ({ form }: Measure): string | null => (form.kind === "each" || form.kind === "pool" ? form.list : null);
const written = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;

export function accountOfApplicant(
  policy: Policy,
  dossier: Prepared,
  at: string,
  posed: Posed,
  ranked: Ranked,
): AccountedApplicant {
  const { combined } = posed;
  const { problem } = combined;
  const ids = policy.measures.map(({ id }) => id);
  const choices = choicesOf(problem);
  const awards = [...combined.awards.values()].flat();
  const standing = awards.filter(({ project }) => combined.keeper.get(project) === OUTSIDE);
  const sum = (amounts: readonly number[]): bigint => amounts.reduce((all, one) => all + BigInt(one), 0n);
  const stands = sum(standing.map(({ amount }) => amount));
  return {
    at,
    uscc: String(dossier.applicant.uscc),
    name: String(dossier.applicant.name),
    measures: ids.map((id, m) => ({
      id,
      competes: combined.competing[m] ?? false,
      amount: formatMoney(posed.claims[m]?.alone ?? 0),
      granted: formatMoney(combined.granted[m] ?? 0),
    })),
    claims: policy.measures.flatMap((measure, m) => writtenClaims(measure, m, dossier, posed) ?? []),
    outside: outsideOf(policy, dossier, awards),
    keepers: [...combined.keeper].map(([project, keeper]) => ({ project, keeper: ids[keeper] ?? "outside" })),
    standing: written(stands),
    standingLocal: written(sum(standing.flatMap(({ local, amount }) => (local ? [amount] : [])))),
    total: written(sum(combined.granted.filter((_, m) => combined.competing[m])) + stands),
    choices: choices <= FEW ? String(choices) : null,
    uses: policy.measures.flatMap((measure, m) =>
      usesOf(measure, m, dossier, posed).map((use) => ({ ...use, ranked: ranked(measure.id, use.at) })),
    ),
    ceiling: accountedCeiling(policy, posed),
  };
}

function outsideOf(policy: Policy, dossier: Prepared, awards: readonly OutsideAward[]): AccountedApplicant["outside"] {
  if (policy.combination === null) return [];
  const list = policy.combination.outside;
  return rowsOf(dossier, list).map((row, i) => {
    const award = awards.find(({ index }) => index === i);
    return {
      at: `${list}[${i}]`,
      competes: award !== undefined,
      programme: String(row.programme),
      project: String(row.project),
      amount: formatMoney(row.amount as number),
      local: award?.local ?? false,
    };
  });
}

/** The rows of the claims that the fund's entries stand for, in their order. */
function claimedRows(m: number, { claims, combined }: Posed): readonly Row[] {
  const fund = combined.problem.funds[m];
  const claim = claims[m];
  if (fund === undefined || claim === undefined || fund.entries.length === 0) return [];
  return fund.kind === "pool" ? claim.rows : claim.rows.filter((_, i) => (claim.values[i] ?? 0) > 0);
}

function writtenClaims(measure: Measure, m: number, dossier: Prepared, posed: Posed): WrittenClaims | null {
  const fund = posed.combined.problem.funds[m];
  const list = listOf(measure);
  const rows = claimedRows(m, posed);
  if (fund === undefined || list === null || rows.length === 0) return null;
  const all = rowsOf(dossier, list);
  const at = rows.map((row) => `${list}[${all.indexOf(row)}]`);
  const project = (i: number): string => projectOf(rows[i] as Row);
  if (fund.kind === "each") {
    const entries = fund.entries.map(({ amount }, i) => ({ at: at[i] ?? "", project: project(i), amount: formatMoney(amount) }));
    return { measure: measure.id, kind: "each", cap: fund.cap === null ? null : formatMoney(fund.cap), entries };
  }
  return {
    measure: measure.id,
    kind: "sum",
    largest: fund.largest,
    steps: fund.steps.map(({ from, value }) => ({ from: formatMoney(from), value: formatMoney(value) })),
    alone: formatMoney(fund.alone),
    entries: fund.entries.map(({ group, basis }, i) => ({
      at: at[i] ?? "",
      project: project(i),
      group,
      basis: formatMoney(basis),
    })),
  };
}

function usesOf(measure: Measure, m: number, dossier: Prepared, posed: Posed): Omit<AccountedUse, "ranked">[] {
  const list = listOf(measure);
  if (list === null) return [];
  const { combined, claims } = posed;
  const competes = combined.competing[m] ?? false;
  const claim = claims[m];
  const pays = (row: Row): boolean => {
    if (competes) return claimedRows(m, posed).includes(row);
    const at = claim?.rows.indexOf(row) ?? -1;
    return at >= 0 && (claim?.alone ?? 0) > 0 && (claim?.values[at] ?? 0) > 0;
  };
  return rowsOf(dossier, list).map((row, index): Omit<AccountedUse, "ranked"> => {
    const project = projectOf(row);
    const counts = pays(row);
    const kept = !competes || combined.keeper.get(project) === m;
    const figure = counts && competes ? formatMoney(claim?.values[claim.rows.indexOf(row)] ?? 0) : null;
    const use = counts ? (kept ? "kept" : "given-up") : "none";
    return {
      at: `${list}[${index}]`,
      id: String(row.id),
      project,
      stated: row.projectStated === true,
      measure: measure.id,
      figure,
      use,
    };
  });
}

function accountedCeiling(policy: Policy, { combined, payment }: Posed): AccountedCeiling {
  const { ceiling } = policy;
  const at = (fact: { record: string; key: string } | null | undefined): string =>
    fact === undefined || fact === null ? "" : `${fact.record}.${fact.key}`;
  const money = (fen: number | null): string | null => (fen === null ? null : formatMoney(fen));
  return {
    bound: payment.bound,
    contribution: { at: at(ceiling?.contribution), amount: money(payment.contribution) },
    otherAwards: { at: at(ceiling?.otherAwards), amount: formatMoney(payment.otherAwards) },
    except: ceiling?.except ?? [],
    toRepay: payment.marks.includes("outside-award-to-repay"),
    searched: combined.allocation.optimal,
    granted: formatMoney(payment.granted),
    cut: money(payment.cut),
    payable: money(payment.payable),
  };
}
