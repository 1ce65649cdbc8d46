/** What in the ledger doesn't go together: one invoice in two awards, one project from two bureaux, more paid than approved. Each with its sentence. */
import { formatMoney, formatWanText } from "@zhengdui/basics";
import type { Award } from "./award.ts";

export interface FiledAward extends Award {
  readonly id: string;
}

export type FindingKind = "invoice-twice" | "project-two-organs" | "paid-over-approved" | "approved-differs";

export interface LedgerFinding {
  readonly kind: FindingKind;
  /** The invoice, the project, the award. */
  readonly about: string;
  readonly sentence: string;
  /** Ids of the rows. */
  readonly awards: readonly string[];
}

export function findDuplicates(awards: readonly FiledAward[]): readonly LedgerFinding[] {
  const whole = [...grouped(awards, (award) => [partOf(award)]).values()];
  return [...invoicesTwice(awards), ...projectsOfTwoOrgans(awards), ...whole.flatMap(amountsOfAward)];
}

const partOf = ({ awardKey, id }: FiledAward): string => awardKey ?? id;

function grouped(
  awards: readonly FiledAward[],
  keysOf: (award: FiledAward) => readonly string[],
): ReadonlyMap<string, readonly FiledAward[]> {
  const groups = new Map<string, FiledAward[]>();
  for (const award of awards)
    for (const key of keysOf(award)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [award]);
      else group.push(award);
    }
  return groups;
}

const idsOf = (awards: readonly FiledAward[]): string[] => awards.map(({ id }) => id);

/** One line for each award, not for each of its instalments. */
function saidOnce(awards: readonly FiledAward[]): string {
  const first = new Map(awards.map((award) => [partOf(award), award] as const).reverse());
  return [...first.values()].reverse().map(said).join("；");
}

/** 分 in 0.01 万元. */
const SHOWN_SIZE = 10_000;

/** In 万元 where two decimals say it, else in 元. */
const moneyWords = (fen: number): string => (fen % SHOWN_SIZE === 0 ? formatWanText(fen) : `${formatMoney(fen)} 元`);

const said = ({ claimYear, payee, organ, policy, clause, approved }: FiledAward): string =>
  `${claimYear} 申报年度${payee}，${organ}，${policy}${clause ?? ""}，核定 ${moneyWords(approved)}`;

function invoicesTwice(awards: readonly FiledAward[]): LedgerFinding[] {
  return [...grouped(awards, ({ invoices }) => invoices)].flatMap(([invoice, using]) => {
    const count = new Set(using.map(partOf)).size;
    if (count < 2) return [];
    const sentence = `发票 ${invoice} 用于 ${count} 笔奖补：${saidOnce(using)}。同一支出只能获得一次补助，请核对。`;
    return [{ kind: "invoice-twice" as const, about: invoice, sentence, awards: idsOf(using) }];
  });
}

function projectsOfTwoOrgans(awards: readonly FiledAward[]): LedgerFinding[] {
  const seen = new Set<string>();
  return [...grouped(awards, ({ projectKeys }) => projectKeys).values()].flatMap((same) => {
    const organs = [...new Set(same.map(({ organ }) => organ))];
    const ids = idsOf(same);
    // Number and name of one project say the same thing once.
    if (organs.length < 2 || seen.has(ids.join())) return [];
    seen.add(ids.join());
    const project = same.find((award) => award.project !== null)?.project ?? same[0]?.projectNumber ?? "";
    const sentence = `项目“${project}”由 ${organs.length} 个部门给予奖补（${organs.join("、")}）：${saidOnce(same)}。同一项目就高不重复，请核对。`;
    return [{ kind: "project-two-organs" as const, about: project, sentence, awards: ids }];
  });
}

/** Every instalment's row states what was approved for the whole award. */
function amountsOfAward(parts: readonly FiledAward[]): LedgerFinding[] {
  const [first] = parts;
  if (first === undefined) return [];
  const stated = [...new Set(parts.map(({ approved }) => approved))];
  const approved = Math.max(...stated);
  const paid = parts.reduce((sum, part) => sum + (part.paid ?? 0), 0);
  const findings: LedgerFinding[] = [];
  const about = `${first.payee} ${first.document ?? first.policy}`;
  const head = `${first.payee}（${first.claimYear} 申报年度，${first.document ?? first.policy}${first.clause ?? ""}）`;
  if (paid > approved) {
    const sentence = `${head}已付合计 ${moneyWords(paid)}，超过核定的 ${moneyWords(approved)}，多 ${moneyWords(paid - approved)}。`;
    findings.push({ kind: "paid-over-approved", about, sentence, awards: idsOf(parts) });
  }
  if (stated.length > 1) {
    const sentence = `${head}是同一笔奖补，各行的核定金额却不同：${stated.map(moneyWords).join("、")}。`;
    findings.push({ kind: "approved-differs", about, sentence, awards: idsOf(parts) });
  }
  return findings;
}
