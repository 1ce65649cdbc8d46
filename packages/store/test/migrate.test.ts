/** The steps of the schema: once each, in order, by one server at a time; what was changed or is unknown is refused, and a step that fails leaves nothing. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeEach, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/database/test-postgres.ts";
import { migrate } from "../src/index.ts";

let database: TestDatabase;
let folder: string;
const made: (() => Promise<void> | void)[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "zhengdui-steps-"));
  const [drop, place] = [database.drop, folder];
  made.push(drop, () => rmSync(place, { recursive: true }));
  step("0001-first.sql", "create table first (tenant_id text primary key)");
  step("0002-second.sql", "create table second (tenant_id text primary key); insert into second values ('x')");
});
afterAll(async () => {
  for (const undo of made) await undo();
});

const step = (name: string, sql: string) => writeFileSync(join(folder, name), sql);

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it("is done once, whoever else starts at the same time", async () => {
  const four = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, folder)));
  const applied = four.map((one) => (one.ok ? one.value.applied.length : -1));
  expect(applied.sort()).toEqual([0, 0, 0, 2]);
  expect(await ask("select count(*)::int as rows from second")).toEqual([{ rows: 1 }]);
});

it("goes on where a later version of the program begins", async () => {
  await migrate(database.url, folder);
  step("0003-third.sql", "create table third (tenant_id text primary key)");
  expect(await migrate(database.url, folder)).toEqual({ ok: true, value: { applied: ["0003-third.sql"] } });
});

it("leaves nothing of a step that fails, and says where", async () => {
  step("0002-second.sql", "create table second (tenant_id text primary key); select 1/0");
  expect(await migrate(database.url, folder)).toMatchObject({
    ok: false,
    errors: [{ problem: expect.stringMatching(/division by zero/) }],
  });
  expect(await ask("select to_regclass('first') is not null as first, to_regclass('second') is null as gone")).toEqual([
    { first: true, gone: true },
  ]);
});

it("refuses a step that was changed after it was done, and a database of a later program", async () => {
  await migrate(database.url, folder);
  step("0001-first.sql", "create table first (tenant_id text primary key, more text)");
  const changed = await migrate(database.url, folder);
  expect(changed).toMatchObject({ ok: false, errors: [{ path: "0001-first.sql", problem: expect.stringMatching(/改动/) }] });
  step("0001-first.sql", "create table first (tenant_id text primary key)");
  rmSync(join(folder, "0002-second.sql"));
  expect(await migrate(database.url, folder)).toMatchObject({
    ok: false,
    errors: [{ problem: expect.stringMatching(/0002-second.sql.*更新的版本/) }],
  });
});

it("says in words why a database can't be reached", async () => {
  const nowhere = await migrate("postgres://zhengdui@127.0.0.1:1/none", folder);
  expect(nowhere).toMatchObject({
    ok: false,
    errors: [{ path: "DATABASE_URL", problem: expect.stringMatching(/没有在那里监听/) }],
  });
});
