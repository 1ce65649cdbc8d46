/** Awards of earlier years: written with the version that brought them, looked up by invoice, project, organiser, enterprise or year. Only versions in force count. */
import type { Award, FiledAward } from "@zhengdui/casework";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { likePart } from "../like-part.ts";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { awardMark, ledgerAward, registerVersion } from "../schema/registers.ts";

/** An award has many cells, and each is a parameter of the statement. */
const BATCH_ROWS = 100;

export interface SavedAwards<Row> {
  readonly versionId: string;
  readonly rows: readonly Row[];
  /** null: the row is none. */
  readonly awardOf: (row: Row) => Award | null;
  readonly now: Date;
  readonly told?: (rows: number) => void;
}

/** Each batch is made when its turn comes, so that others are served in between. */
export async function saveAwards<Row>(tx: Tx, { versionId, rows: all, awardOf, now, told }: SavedAwards<Row>): Promise<void> {
  for (let from = 0; from < all.length; from += BATCH_ROWS) {
    const batch = all.slice(from, from + BATCH_ROWS).flatMap((row) => awardOf(row) ?? []);
    told?.(from);
    if (batch.length === 0) continue;
    const rows = batch.map((award) => ({
      ...award,
      id: newId(now),
      versionId,
      invoices: [...award.invoices],
      projectKeys: [...award.projectKeys],
    }));
    await tx.insert(ledgerAward).values(rows);
    const marks = rows.flatMap((row) => marksOf(row).map((mark) => ({ mark, awardId: row.id })));
    if (marks.length > 0) await tx.insert(awardMark).values(marks);
  }
}

const byInvoice = (invoice: string): string => `i${invoice}`;

/** What an award may share with another one. */
const marksOf = ({ invoices, projectKeys, awardKey }: Pick<Award, "invoices" | "projectKeys" | "awardKey">): string[] => [
  ...new Set([
    ...invoices.map(byInvoice),
    ...projectKeys.map((key) => `p${key}`),
    ...(awardKey === null ? [] : [`a${awardKey}`]),
  ]),
];

export interface LedgerQuery {
  readonly invoice?: string;
  readonly project?: string;
  readonly organiser?: string;
  readonly uscc?: string;
  /** A part of its name as the award says it. */
  readonly payee?: string;
  readonly claimYear?: number;
  readonly policyYear?: number;
  readonly budgetYear?: number;
  /** Of the last award of the page before. */
  readonly after?: { readonly claimYear: number; readonly id: string };
  readonly limit: number;
}

/** The versions are looked up once: joined, the awards were walked for each of them. */
const isInForce = sql`${ledgerAward.versionId} = any (array(select v.id from ${registerVersion} v where v.current))`;

/** The latest claim year first. */
export function awardsPage(tx: Tx, query: LedgerQuery): Promise<FiledAward[]> {
  const { invoice, project, organiser, uscc, payee, claimYear, policyYear, budgetYear, after, limit } = query;
  const conditions = [
    invoice === undefined ? undefined : isMarked([byInvoice(invoice)]),
    project === undefined ? undefined : sql`project_sought like ${like(project)}`,
    organiser === undefined ? undefined : sql`organiser_sought like ${like(organiser)}`,
    uscc === undefined ? undefined : isOfLine(uscc),
    payee === undefined ? undefined : sql`payee_sought like ${like(payee)}`,
    claimYear === undefined ? undefined : eq(ledgerAward.claimYear, claimYear),
    policyYear === undefined ? undefined : eq(ledgerAward.policyYear, policyYear),
    budgetYear === undefined ? undefined : eq(ledgerAward.budgetYear, budgetYear),
    after === undefined ? undefined : sql`(${ledgerAward.claimYear}, ${ledgerAward.id}) < (${after.claimYear}, ${after.id})`,
  ];
  return found(tx, and(...conditions), limit);
}

/** The enterprise and those that merged into it, and into those: what they got stays with what became of them. */
const isOfLine = (uscc: string): SQL => sql`${ledgerAward.uscc} = any (array(
  with recursive line (uscc) as (
    select ${uscc}::text
    union select p.uscc from line l
      join enterprise_event e on e.tenant_id = app_tenant() and e.other_uscc = l.uscc and e.kind = 'merged'
      join enterprise p on p.tenant_id = e.tenant_id and p.uscc = e.uscc and p.status = 'merged'
  ) select uscc from line))`;

/** Folded once, not for every row. */
const like = (words: string): SQL => sql`(select ${likePart(words)})`;

const isMarked = (marks: readonly string[]): SQL =>
  sql`${ledgerAward.id} in (select m.award_id from ${awardMark} m where m.mark = any(${sql.param(marks)}::text[]))`;

/** Whatever shares an invoice, a project or an award with one of these. */
export function relatedAwards(tx: Tx, awards: readonly Award[], limit: number): Promise<FiledAward[]> {
  const marks = [...new Set(awards.flatMap(marksOf))];
  return marks.length === 0 ? Promise.resolve([]) : found(tx, isMarked(marks), limit);
}

const found = (tx: Tx, condition: SQL | undefined, limit: number): Promise<FiledAward[]> =>
  tx
    .select()
    .from(ledgerAward)
    .where(and(isInForce, condition))
    .orderBy(desc(ledgerAward.claimYear), desc(ledgerAward.id))
    .limit(limit);
