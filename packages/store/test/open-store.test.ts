/** A database that goes away: the transaction under way is told, the program lives on, and the next transaction finds a new connection. */
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestStore, type TestStore } from "../../../tests/database/test-store.ts";
import { type Acting, databaseProblem, isDatabaseAway } from "../src/index.ts";

let opened: TestStore;
beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(() => opened.close());

const system: Acting = { tenant: "350582", account: null, reach: "system" };

async function end(pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: opened.adminUrl });
  await client.connect();
  await client.query("select pg_terminate_backend($1, 5000)", [pid]);
  await client.end();
}

it("outlives a connection that is cut between two queries", async () => {
  const cut = opened.store.within(system, async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await end(rows[0]?.pid ?? 0);
    await tx.execute(sql`select 1`);
  });
  expect(isDatabaseAway(await cut.catch((error: unknown) => error))).toBe(true);
  expect(await opened.store.within(system, async () => "again")).toBe("again");
});

const coded = (code: string, cause?: unknown) => Object.assign(new Error("Failed query", { cause }), { code });

it.each([
  [coded("57P01"), true],
  [coded("57P02"), true],
  [coded("08006"), true],
  [coded("ECONNREFUSED"), true],
  [new Error("Failed query", { cause: coded("57P01") }), true],
  [new Error("Failed query", { cause: new Error("Connection terminated unexpectedly") }), true],
  [coded("23505"), false],
  [new Error("Failed query", { cause: coded("42501") }), false],
  ["57P01", false],
])("tells being away from a refusal: %s", (error, isAway) => {
  expect(isDatabaseAway(error)).toBe(isAway);
  expect("away" in databaseProblem(error)).toBe(isAway);
});
