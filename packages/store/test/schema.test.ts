/** What every table must be, read from the database itself, so that it holds of tables that come later; and that the program's columns are the database's. */
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/database/test-postgres.ts";
import * as store from "../src/index.ts";

let database: TestDatabase;
let client: pg.Client;
const folder = new URL("../migrations", import.meta.url).pathname;

beforeAll(async () => {
  database = await createTestDatabase();
  const migrated = await store.migrate(database.url, folder);
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.errors));
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const column = async (sql: string): Promise<string[]> =>
  (await client.query({ text: sql, rowMode: "array" })).rows.map(([x]) => x);

describe("every table", () => {
  it("has tenant_id in every primary key, unique and foreign key", async () => {
    const without = await column(`
      select conrelid::regclass || ' ' || conname from pg_constraint c
      where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
        and not exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname = 'tenant_id')`);
    expect(without).toEqual([]);
  });

  it("has tenant_id in every unique index, and a primary key", async () => {
    const loose = await column(`
      select indexrelid::regclass::text from pg_index i join pg_class t on t.oid = i.indrelid
      where t.relnamespace = 'public'::regnamespace and i.indisunique
        and not exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname = 'tenant_id')`);
    expect(loose).toEqual([]);
    const keyless = await column(`
      select relname from pg_class t where relnamespace = 'public'::regnamespace and relkind = 'r'
        and not exists (select from pg_constraint where conrelid = t.oid and contype = 'p')`);
    expect(keyless).toEqual([]);
  });

  it("is guarded by row-level security, but for the list of counties and the list of schema steps", async () => {
    const open = await column(
      "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity order by 1",
    );
    expect(open).toEqual(["migration", "tenant"]);
    const silent = await column(`
      select relname from pg_class t where relnamespace = 'public'::regnamespace and relrowsecurity
        and not exists (select from pg_policy where polrelid = t.oid)`);
    expect(silent, "without a policy nobody sees anything").toEqual([]);
  });

  it("is never emptied by the program, and what is history is never changed", async () => {
    const held = await column(`
      select table_name || ' ' || privilege_type from information_schema.role_table_grants
      where grantee = 'zhengdui_app' and privilege_type in ('DELETE', 'TRUNCATE')`);
    expect(held).toEqual([]);
    const changed = await column(`
      select table_name from information_schema.role_table_grants
      where grantee = 'zhengdui_app' and privilege_type = 'UPDATE' and table_name in ('record', 'file')`);
    expect(changed).toEqual([]);
  });
});

describe("the program's tables", () => {
  const tables = Object.values(store).filter((one) => one instanceof PgTable);

  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    "%s: its columns are the database's",
    async (name, table) => {
      const { rows } = await client.query<{ column_name: string; is_nullable: string; data_type: string; udt_name: string }>(
        "select column_name, is_nullable, data_type, udt_name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'",
        [name],
      );
      const there = rows.map((row) => [row.column_name, row.is_nullable === "NO", typeOf(row.data_type, row.udt_name)]);
      const here = getTableConfig(table).columns.map((one) => [one.name, one.notNull, one.getSQLType()]);
      expect(here.sort()).toEqual(there.sort());
    },
  );
});

/** As drizzle calls it. */
function typeOf(type: string, udt: string): string {
  if (type === "ARRAY") return `${udt.slice(1)}[]`;
  return type === "timestamp with time zone" ? "timestamp with time zone" : type;
}
