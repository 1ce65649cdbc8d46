/** Awards of earlier years: written with the version that brought them, looked up by invoice, project, organiser, enterprise or year. Only versions in force count. */
import type { Award, FiledAward } from "@zhengdui/casework";
import { and, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { newId } from "../new-id.ts";
import type { Tx } from "../open-store.ts";
import { ledgerAward, registerVersion } from "../schema/registers.ts";

const BATCH_ROWS = 2_000;

export async function saveAwards(tx: Tx, versionId: string, awards: readonly Award[], now: Date): Promise<void> {
  for (let from = 0; from < awards.length; from += BATCH_ROWS) {
    const batch = awards.slice(from, from + BATCH_ROWS);
    await tx.insert(ledgerAward).values(
      batch.map((award) => ({
        ...award,
        id: newId(now),
        versionId,
        invoices: [...award.invoices],
        projectKeys: [...award.projectKeys],
      })),
    );
  }
}

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

const isInForce = sql`exists (select from ${registerVersion} v where v.tenant_id = ${ledgerAward.tenantId} and v.id = ${ledgerAward.versionId} and v.current)`;

/** The latest claim year first. */
export function awardsPage(tx: Tx, query: LedgerQuery): Promise<FiledAward[]> {
  const { invoice, project, organiser, uscc, payee, claimYear, policyYear, budgetYear, after, limit } = query;
  const conditions = [
    invoice === undefined ? undefined : sql`${ledgerAward.invoices} @> array[${invoice}]::text[]`,
    project === undefined ? undefined : sql`project_sought like ${like(project)}`,
    organiser === undefined ? undefined : sql`organiser_sought like ${like(organiser)}`,
    uscc === undefined ? undefined : eq(ledgerAward.uscc, uscc),
    payee === undefined ? undefined : sql`folded(${ledgerAward.payee}) like ${like(payee)}`,
    claimYear === undefined ? undefined : eq(ledgerAward.claimYear, claimYear),
    policyYear === undefined ? undefined : eq(ledgerAward.policyYear, policyYear),
    budgetYear === undefined ? undefined : eq(ledgerAward.budgetYear, budgetYear),
    after === undefined ? undefined : sql`(${ledgerAward.claimYear}, ${ledgerAward.id}) < (${after.claimYear}, ${after.id})`,
  ];
  return found(tx, and(...conditions), limit);
}

/** The words anywhere in the text, whatever their width, case and spaces. */
const like = (words: string): SQL => sql`'%' || regexp_replace(folded(${words}), '([%_\\\\])', '\\\\\\1', 'g') || '%'`;

/** Whatever shares an invoice, a project or an award with one of these. */
export function relatedAwards(tx: Tx, awards: readonly Award[], limit: number): Promise<FiledAward[]> {
  const invoices = distinct(awards.flatMap((award) => award.invoices));
  const projects = distinct(awards.flatMap((award) => award.projectKeys));
  const keys = distinct(awards.flatMap(({ awardKey }) => (awardKey === null ? [] : [awardKey])));
  const conditions = [
    ...(invoices.length === 0 ? [] : [sql`${ledgerAward.invoices} && ${sql.param(invoices)}::text[]`]),
    ...(projects.length === 0 ? [] : [sql`${ledgerAward.projectKeys} && ${sql.param(projects)}::text[]`]),
    ...(keys.length === 0 ? [] : [sql`${ledgerAward.awardKey} = any(${sql.param(keys)}::text[])`]),
  ];
  return conditions.length === 0 ? Promise.resolve([]) : found(tx, or(...conditions), limit);
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

const found = (tx: Tx, condition: SQL | undefined, limit: number): Promise<FiledAward[]> =>
  tx
    .select()
    .from(ledgerAward)
    .where(and(isInForce, condition))
    .orderBy(desc(ledgerAward.claimYear), desc(ledgerAward.id))
    .limit(limit);
