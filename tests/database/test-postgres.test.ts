/** That the tests' database is one for all, and that each test file's database is its own. */
import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { createTestDatabase, type Template, type TestDatabase, testPostgres } from "./test-postgres.ts";

const made: TestDatabase[] = [];
afterAll(async () => {
  for (const database of made) await database.drop();
});

let prepared = 0;
const template: Template = {
  name: "shelf",
  prepare: async (url) => {
    prepared++;
    await ask(url, "create table shelf (book text); insert into shelf values ('一')");
  },
};

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows ?? [];
  } finally {
    await client.end();
  }
}

it("copies a template that is prepared once, into databases that don't see each other", async () => {
  const [first, second] = await Promise.all([createTestDatabase(template), createTestDatabase(template)]);
  made.push(first, second);
  await ask(first.url, "insert into shelf values ('二')");
  expect(await ask(first.url, "select count(*)::int as books from shelf")).toEqual([{ books: 2 }]);
  expect(await ask(second.url, "select count(*)::int as books from shelf")).toEqual([{ books: 1 }]);
  expect(prepared).toBeLessThanOrEqual(1);
});

it("lets the owner work without being a superuser", async () => {
  const database = await createTestDatabase();
  made.push(database);
  const [me] = await ask(database.url, "select rolsuper, rolbypassrls from pg_roles where rolname = current_user");
  expect(me).toEqual({ rolsuper: false, rolbypassrls: false });
  const [admin] = await ask(database.adminUrl, "select rolsuper from pg_roles where rolname = current_user");
  expect(admin).toEqual({ rolsuper: true });
});

it("outlives the test file that began it", async () => {
  const { url } = await testPostgres();
  expect(
    await ask(
      url,
      "select current_setting('zhengdui.owner') like $$".concat(process.env.ZHENGDUI_TEST_OWNER ?? "", ":%$$ as run"),
    ),
  ).toEqual([{ run: true }]);
});
