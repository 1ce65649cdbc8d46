/** The enterprise file as a register needs it: names for many credit codes at once, and new heads. */
import { sql } from "drizzle-orm";
import type { Tx } from "../open-store.ts";
import { enterprise } from "../schema/enterprises.ts";

const BATCH_ROWS = 1_000;
/** Looked for in one query, which reads the whole file of enterprises. */
const SOUGHT_CODES = 16_384;

export async function namesByCode(
  tx: Tx,
  codes: readonly string[],
  told: (codes: number) => void = () => undefined,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let from = 0; from < codes.length; from += BATCH_ROWS) {
    const batch = codes.slice(from, from + BATCH_ROWS);
    const found = await tx
      .select({ uscc: enterprise.uscc, name: enterprise.name })
      .from(enterprise)
      .where(sql`${enterprise.uscc} = any(${sql.param(batch)}::text[])`);
    for (const { uscc, name } of found) names.set(uscc, name);
    told(Math.min(from + BATCH_ROWS, codes.length));
  }
  return names;
}

/** Which of the codes the enterprise file doesn't have. */
export async function codesNotFiled(tx: Tx, codes: readonly string[]): Promise<ReadonlySet<string>> {
  const missing = new Set<string>();
  for (let from = 0; from < codes.length; from += SOUGHT_CODES) {
    const found = await tx.execute<{ code: string }>(sql`
      select code from unnest(${sql.param(codes.slice(from, from + SOUGHT_CODES))}::text[]) as code
      where not exists (select from ${enterprise} e where e.tenant_id = app_tenant() and e.uscc = code)`);
    for (const { code } of found.rows) missing.add(code);
  }
  return missing;
}

/** With their town unknown. Who is there already stays as it is. */
export async function addEnterprises(
  tx: Tx,
  enterprises: readonly { readonly uscc: string; readonly name: string }[],
  now: Date,
  told: (enterprises: number) => void = () => undefined,
): Promise<void> {
  for (let from = 0; from < enterprises.length; from += BATCH_ROWS) {
    const batch = JSON.stringify(enterprises.slice(from, from + BATCH_ROWS));
    await tx.execute(sql`
      insert into enterprise (uscc, name, known_at)
      select r.uscc, r.name, ${now.toISOString()}::timestamptz
      from json_to_recordset(${batch}::json) as r(uscc text, name text)
      on conflict (tenant_id, uscc) do nothing`);
    told(Math.min(from + BATCH_ROWS, enterprises.length));
  }
}
