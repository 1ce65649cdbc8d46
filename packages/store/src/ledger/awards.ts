/** Awards of earlier years: written with the version that brought them, looked up by invoice, project, organiser, enterprise or year. Only versions in force count. */
import { type Award, type EnterpriseLines, type FiledAward, folded, type Merger, projectKeysAnywhere } from "@zhengdui/casework";
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
const byOrganiser = (organiser: string): string => `o${folded(organiser)}`;

type Sharing = Pick<Award, "invoices" | "projectKeys" | "awardKey">;

/** What makes an award doubtful beside another one. */
const sharedMarks = ({ invoices, projectKeys, awardKey }: Sharing): string[] => [
  ...invoices.map(byInvoice),
  ...projectKeys.map((key) => `p${key}`),
  ...(awardKey === null ? [] : [`a${awardKey}`]),
];

/** Where nobody is said to have organised it, its payee may have: whether that counts is asked when it is sought. */
const marksOf = (award: Sharing & Pick<Award, "organiser" | "payee">): string[] => [
  ...new Set([...sharedMarks(award), byOrganiser(award.organiser ?? award.payee)]),
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

/** An enterprise that is gone (`e.uscc`) and what it went into: the last time, where it was restored in between. */
const isMerger = sql`e.tenant_id = app_tenant() and e.kind = 'merged'
  and exists (select from enterprise p where p.tenant_id = e.tenant_id and p.uscc = e.uscc and p.status = 'merged')
  and not exists (
    select from enterprise_event l where l.tenant_id = e.tenant_id and l.uscc = e.uscc and l.kind = 'merged'
      and (l.happened_on, l.id) > (e.happened_on, e.id)
  )`;

/** The enterprise and those that merged into it, and into those: what they got stays with what became of them. */
const isOfLine = (uscc: string): SQL => sql`${ledgerAward.uscc} = any (array(
  with recursive line (uscc) as (
    select ${uscc}::text
    union select e.uscc from line l join enterprise_event e on e.other_uscc = l.uscc and ${isMerger}
  ) select uscc from line))`;

/** All mergers that these are of, from both ends and on; a circle is walked once. */
export async function mergersAround(tx: Tx, codes: readonly string[]): Promise<Merger[]> {
  if (codes.length === 0) return [];
  const found = await tx.execute<{ gone: string; into: string }>(sql`
    with recursive reached (uscc) as (
      select unnest(${sql.param([...new Set(codes)])}::text[])
      union select n.uscc from reached r, lateral (
        select e.other_uscc as uscc from enterprise_event e where e.uscc = r.uscc and ${isMerger}
        union all select e.uscc from enterprise_event e where e.other_uscc = r.uscc and ${isMerger}
      ) n
    )
    select e.uscc as gone, e.other_uscc as "into" from reached r join enterprise_event e on e.uscc = r.uscc and ${isMerger}`);
  return found.rows.map(({ gone, into }) => ({ gone, into }));
}

/** Folded once, not for every row. */
const like = (words: string): SQL => sql`(select ${likePart(words)})`;

const isMarked = (marks: readonly string[]): SQL =>
  sql`${ledgerAward.id} in (select m.award_id from ${awardMark} m where m.mark = any(${sql.param(marks)}::text[]))`;

/** Whatever shares an invoice, a project or an award with one of these; a project also under the codes that became one with theirs. */
export function relatedAwards(tx: Tx, awards: readonly Award[], lines: EnterpriseLines, limit: number): Promise<FiledAward[]> {
  const sought = awards.flatMap((award) => sharedMarks({ ...award, projectKeys: projectKeysAnywhere(award, lines) }));
  return marked(tx, sought, limit);
}

/** What these organised, and what was paid to them where nobody is said to have organised it. */
export const awardsOfOrganisers = (tx: Tx, organisers: readonly string[], limit: number): Promise<FiledAward[]> =>
  marked(tx, organisers.map(byOrganiser), limit);

function marked(tx: Tx, sought: readonly string[], limit: number): Promise<FiledAward[]> {
  const marks = [...new Set(sought)];
  return marks.length === 0 ? Promise.resolve([]) : found(tx, isMarked(marks), limit);
}

const found = (tx: Tx, condition: SQL | undefined, limit: number): Promise<FiledAward[]> =>
  tx
    .select()
    .from(ledgerAward)
    .where(and(isInForce, condition))
    .orderBy(desc(ledgerAward.claimYear), desc(ledgerAward.id))
    .limit(limit);
