/** What a backup has to know of a database: its tables in the product's schemas, the columns that hold data, its sequences, its migrations. */
import type pg from "pg";
import type { Migration } from "./manifest.ts";

export interface TableShape {
  /** "public.enterprise" */
  readonly name: string;
  /** As SQL: "public"."enterprise" */
  readonly quoted: string;
  /** Without generated ones, which compute themselves. */
  readonly columns: readonly string[];
}

/** Of the migrations themselves: they say what a database is, and are compared, never copied. */
const MIGRATION_TABLE = "public.migration";

export async function tablesOf(client: pg.Client, schemas: readonly string[]): Promise<readonly TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted,
       coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attname is not null), '{}') as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and n.nspname = any($1)
     group by n.nspname, c.relname order by 1`,
    [schemas],
  );
  return rows.filter(({ name }) => name !== MIGRATION_TABLE);
}

export const copyTarget = ({ quoted, columns }: TableShape): string =>
  `${quoted} (${columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(", ")})`;

export async function sequencesOf(client: pg.Client, schemas: readonly string[]) {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
     from pg_sequences where schemaname = any($1) order by 1`,
    [schemas],
  );
  return rows;
}

/** Null: this database was never migrated. */
export async function migrationsOf(client: pg.Client): Promise<readonly Migration[] | null> {
  const { rows: there } = await client.query("select to_regclass($1) is not null as there", [MIGRATION_TABLE]);
  if (!there[0]?.there) return null;
  const { rows } = await client.query<Migration>(`select name, sha256 from ${MIGRATION_TABLE} order by name`);
  return rows;
}
