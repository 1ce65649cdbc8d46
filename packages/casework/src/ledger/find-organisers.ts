/**
 * Who organised what was funded more than once: not wrong by itself, but where a clause pays its organiser once, it has to be seen. Which clause that
 * is, a policy's interpretations say: one whose words name the very payee of its measure, such as 一次性给予组织方.
 */
import type { Policy } from "@zhengdui/policy";
import { folded } from "../sheet/sheet-cell.ts";
import { awardsInWords, countAwards, type FiledAward, type LedgerFinding } from "./find-duplicates.ts";

/** A clause that the number of payments to one organiser matters to. */
export interface OrganiserClause {
  readonly policy: Pick<Policy, "number" | "title">;
  readonly id: string;
  /** 第四条第（一）项 */
  readonly label: string;
  /** As promulgated. */
  readonly words: string;
  /** The default first. */
  readonly readings: readonly string[];
}

export const organiserClauses = (policies: readonly Policy[]): readonly OrganiserClause[] =>
  policies.flatMap((policy) =>
    policy.measures.flatMap(({ clause, payee }) => {
      const organiser = payee.replace(/[（(].*$/, "");
      const open = policy.interpretations.find((one) => one.clause === clause && one.words.includes(organiser));
      if (open === undefined) return [];
      const label = policy.clauses.find(({ id }) => id === clause)?.label ?? clause;
      return [{ policy, id: clause, label, words: open.words, readings: open.readings.map(({ text }) => text) }];
    }),
  );

type Placed = Pick<FiledAward, "policy" | "clause">;

function clauseOf({ policy, clause }: Placed, clauses: readonly OrganiserClause[]): OrganiserClause | undefined {
  if (clause === null) return undefined;
  const [named, place] = [folded(policy), bare(clause)];
  return clauses.find(
    (one) =>
      (bare(one.label) === place || bare(one.id) === place) &&
      (named.includes(folded(one.policy.number)) || named === folded(one.policy.title)),
  );
}

/** 第四条第（一）项, 第四条（一） and 四（一） are one place. */
const bare = (clause: string): string => folded(clause).replace(/[第条款项()]/g, "");

/** null: nobody is said to have organised it. A clause that pays the organiser names it as payee. */
export const organiserOf = (
  award: Placed & Pick<FiledAward, "organiser" | "payee">,
  clauses: readonly OrganiserClause[],
): string | null => award.organiser ?? (clauseOf(award, clauses) === undefined ? null : award.payee);

/** Several awards of different years; or of one year, by a clause that it matters to. */
export function findOrganisers(awards: readonly FiledAward[], clauses: readonly OrganiserClause[]): readonly LedgerFinding[] {
  const groups = new Map<string, FiledAward[]>();
  for (const award of awards) {
    const organiser = organiserOf(award, clauses);
    if (organiser === null) continue;
    const key = folded(organiser);
    groups.set(key, [...(groups.get(key) ?? []), award]);
  }
  return [...groups.values()].flatMap((own) => findingOf(own, clauses));
}

function findingOf(own: readonly FiledAward[], clauses: readonly OrganiserClause[]): readonly LedgerFinding[] {
  const [first] = own;
  const count = countAwards(own);
  if (first === undefined || count < 2) return [];
  const years = [...new Set(own.map(({ policyYear }) => policyYear))].sort();
  const mattering = clauses.filter((clause) => countAwards(own.filter((one) => clauseOf(one, clauses) === clause)) > 1);
  if (years.length < 2 && mattering.length === 0) return [];
  const about = organiserOf(first, clauses) ?? "";
  const head = `“${about}”举办、组织的，政策年度 ${years.join("、")} 共有 ${count} 笔奖补：${awardsInWords(own)}。`;
  const cited = mattering.map(citation).join("");
  const sentence = `${head}这本身不是重复补助，请看是不是同一场活动、同一项服务。${cited}`;
  return [{ kind: "organiser-again", about, sentence, awards: own.map(({ id }) => id) }];
}

function citation({ policy, label, words, readings: [first, ...others] }: OrganiserClause): string {
  const other = others.length === 0 ? "" : `（另一读法：${others.join("；")}，须集体决定）`;
  return `${policy.number}${label}“${words}”，默认读作“${first ?? ""}”${other}。`;
}
