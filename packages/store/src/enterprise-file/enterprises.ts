/** Enterprises found by part of a name (borne now or earlier) or of a credit code, and by town; a page at a time, in the order of their names. */
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { likePart } from "../like-part.ts";
import type { Tx } from "../open-store.ts";
import { enterprise } from "../schema/enterprises.ts";

export type EnterpriseRow = typeof enterprise.$inferSelect;

export interface Sought {
  readonly words?: string;
  readonly territory?: string;
  /** The last row of the page before. */
  readonly after?: { readonly name: string; readonly uscc: string };
}

export interface FoundEnterprises {
  readonly rows: readonly EnterpriseRow[];
  readonly more: boolean;
  /** On the first page alone, up to COUNTED_ROWS; `more` of them aren't counted. */
  readonly total: { readonly rows: number; readonly more: boolean } | null;
}

const PAGE_ROWS = 50;
const COUNTED_ROWS = 1000;

export async function searchEnterprises(tx: Tx, sought: Sought): Promise<FoundEnterprises> {
  const isFirst = sought.after === undefined;
  const most = isFirst ? COUNTED_ROWS + 1 : PAGE_ROWS + 1;
  const found = tx.$with("found").as(
    tx
      .select()
      .from(enterprise)
      .where(and(...conditionsOf(sought)))
      .orderBy(asc(enterprise.name), asc(enterprise.uscc))
      .limit(most),
  );
  // Searched once, counted there; no more than a page travels.
  const page = await tx
    .with(found)
    .select({ row: found._.selectedFields, counted: sql<number>`(select count(*)::int from found)` })
    .from(found)
    .orderBy(asc(found.name), asc(found.uscc))
    .limit(PAGE_ROWS + 1);
  const counted = page[0]?.counted ?? 0;
  const total = isFirst ? { rows: Math.min(counted, COUNTED_ROWS), more: counted > COUNTED_ROWS } : null;
  return { rows: page.slice(0, PAGE_ROWS).map(({ row }) => row), more: page.length > PAGE_ROWS, total };
}

function conditionsOf({ words, territory, after }: Sought): SQL[] {
  // Row-level security says the same; said here, the index on (tenant, town, name) serves.
  const conditions = [sql`${enterprise.tenantId} = (select app_tenant())`];
  if (territory !== undefined) conditions.push(eq(enterprise.territory, territory));
  if (after !== undefined) conditions.push(sql`(${enterprise.name}, ${enterprise.uscc}) > (${after.name}, ${after.uscc})`);
  if (words !== undefined && words.trim() !== "") conditions.push(matching(words));
  return conditions;
}

/** Folded once, not for every row. */
const matching = (words: string): SQL => sql`enterprise.sought like (select ${likePart(words)})`;

/** null: not known, or not within reach. `lock`: nobody changes it until the transaction ends. */
export async function findEnterprise(tx: Tx, uscc: string, lock = false): Promise<EnterpriseRow | null> {
  const query = tx.select().from(enterprise).where(eq(enterprise.uscc, uscc));
  const [found] = lock ? await query.for("update") : await query;
  return found ?? null;
}

export type NewEnterprise = Pick<EnterpriseRow, "uscc" | "name" | "territory">;

/** false: it is known already. */
export async function addEnterprise(tx: Tx, one: NewEnterprise, now: Date): Promise<boolean> {
  const added = await tx
    .insert(enterprise)
    .values({ ...one, knownAt: now })
    .onConflictDoNothing()
    .returning({ uscc: enterprise.uscc });
  return added.length === 1;
}
