/** What in the ledger doesn't go together: one invoice in two awards, one project from two bureaux or under two codes, more paid than approved. Each with its sentence. */
import { formatMoney, formatWanText } from "@zhengdui/basics";
import { type Award, projectKeysInLine } from "./award.ts";
import { type EnterpriseLines, lineOf } from "./enterprise-lines.ts";

export interface FiledAward extends Award {
  readonly id: string;
}

export type FindingKind =
  | "invoice-twice"
  | "project-two-organs"
  | "project-across-merger"
  | "organiser-again"
  | "paid-over-approved"
  | "approved-differs";

export interface LedgerFinding {
  readonly kind: FindingKind;
  /** The invoice, the project, the award. */
  readonly about: string;
  readonly sentence: string;
  /** Ids of the rows. */
  readonly awards: readonly string[];
}

/** `lines`: which enterprises became one. */
export function findDuplicates(awards: readonly FiledAward[], lines: EnterpriseLines): readonly LedgerFinding[] {
  const whole = [...grouped(awards, (award) => [partOf(award)]).values()];
  return [...invoicesTwice(awards), ...projectsAgain(awards, lines), ...whole.flatMap(amountsOfAward)];
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

/** Instalments are one. */
export const countAwards = (awards: readonly FiledAward[]): number => new Set(awards.map(partOf)).size;

/** Of more than so many a sentence says the first ones and how many there are. */
const SAID_AWARDS = 12;

/** One line for each award, not for each of its instalments. */
export function awardsInWords(awards: readonly FiledAward[]): string {
  const first = new Map(awards.map((award) => [partOf(award), award] as const).reverse());
  const all = [...first.values()].reverse();
  const shown = all.slice(0, SAID_AWARDS).map(said).join("；");
  return all.length > SAID_AWARDS ? `${shown}；等 ${all.length} 笔` : shown;
}

/** 分 in 0.01 万元. */
const SHOWN_SIZE = 10_000;

/** In 万元 where two decimals say it, else in 元. */
const moneyWords = (fen: number): string => (fen % SHOWN_SIZE === 0 ? formatWanText(fen) : `${formatMoney(fen)} 元`);

const said = ({ claimYear, payee, organ, policy, clause, approved }: FiledAward): string =>
  `${payee}（申报年度 ${claimYear}），${organ}，${policy}${clause ?? ""}，核定 ${moneyWords(approved)}`;

function invoicesTwice(awards: readonly FiledAward[]): LedgerFinding[] {
  return [...grouped(awards, ({ invoices }) => invoices)].flatMap(([invoice, using]) => {
    const count = countAwards(using);
    if (count < 2) return [];
    const sentence = `发票 ${invoice} 用于 ${count} 笔奖补：${awardsInWords(using)}。同一支出只能获得一次补助，请核对。`;
    return [{ kind: "invoice-twice" as const, about: invoice, sentence, awards: idsOf(using) }];
  });
}

function projectsAgain(awards: readonly FiledAward[], lines: EnterpriseLines): LedgerFinding[] {
  const seen = new Set<string>();
  return [...grouped(awards, (award) => projectKeysInLine(award, lines)).values()].flatMap((same) => {
    const ids = idsOf(same);
    // Number and name of one project say the same thing once.
    if (seen.has(ids.join())) return [];
    const finding = projectOf(same, lines);
    if (finding !== null) seen.add(ids.join());
    return finding ?? [];
  });
}

function projectOf(same: readonly FiledAward[], lines: EnterpriseLines): LedgerFinding | null {
  const organs = [...new Set(same.map(({ organ }) => organ))];
  const merged = mergedIn(same, lines);
  if (organs.length < 2 && merged.length < 2) return null;
  const project = same.find((award) => award.project !== null)?.project ?? same[0]?.projectNumber ?? "";
  const joined = merged.length < 2 ? "" : `${merged.join("、")}已合并为一家。`;
  const common = { about: project, awards: idsOf(same) };
  if (organs.length < 2) {
    const sentence = `项目“${project}”在合并前后由不同的单位得到奖补：${awardsInWords(same)}。${joined}同一项目就高不重复，请核对。`;
    return { kind: "project-across-merger", sentence, ...common };
  }
  const sentence = `项目“${project}”由 ${organs.length} 个部门给予奖补（${organs.join("、")}）：${awardsInWords(same)}。${joined}同一项目就高不重复，请核对。`;
  return { kind: "project-two-organs", sentence, ...common };
}

/** The payees, with their codes, that were paid before and after they became one; none where no two did. */
function mergedIn(same: readonly FiledAward[], lines: EnterpriseLines): readonly string[] {
  const names = new Map(same.map(({ uscc, payee }) => [uscc, `${payee}（${uscc}）`] as const));
  const codes = [...names.keys()];
  const together = codes.filter((one) => codes.some((other) => other !== one && lineOf(lines, other) === lineOf(lines, one)));
  return together.map((uscc) => names.get(uscc) ?? uscc);
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
  const head = `${first.payee}（申报年度 ${first.claimYear}，${first.document ?? first.policy}${first.clause ?? ""}）`;
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
