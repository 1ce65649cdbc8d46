/** The login of requests: whatever a statement that crept in may reset, become or make, PostgreSQL refuses it; and it is there again after everything that may befall it. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "@zhengdui/basics";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/database/test-postgres.ts";
import { MIGRATIONS } from "../../../tests/office/test-office.ts";
import {
  type Acting,
  backupDatabase,
  createTenant,
  migrate,
  openStore,
  restoreDatabase,
  type Store,
  type StoreOptions,
  startPostgres,
  tenantsOf,
} from "../src/index.ts";
import { scramVerifier } from "../src/requests/scram-verifier.ts";

const system: Acting = { tenant: "350582", account: null, reach: "system" };
const county = { tenantId: "350582", name: "示例市", hosts: [], territories: [], demonstration: false };

let database: TestDatabase;
let store: Store;
const stores: Store[] = [];

async function ask<Row = Record<string, string>>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as Row[];
    return rows;
  } finally {
    await client.end();
  }
}

async function open(options: StoreOptions): Promise<Store> {
  const opened = await openStore(options);
  if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
  stores.push(opened.value);
  return opened.value;
}

beforeAll(async () => {
  database = await createTestDatabase();
  expect((await migrate(database.url, MIGRATIONS)).ok).toBe(true);
  await createTenant(database.url, county);
  store = await open({ url: database.url, onLoose: (problem) => expect.unreachable(problem.problem) });
});
afterAll(async () => {
  for (const one of stores) await one.close();
  await database.drop();
});

const who = (of: Store) =>
  of.within(system, async (tx) => {
    const { rows } = await tx.execute<{ login: string; role: string }>(sql`select session_user as login, current_user as role`);
    return rows[0] ?? { login: "", role: "" };
  });

/** As a request would send them, each in a query of its own. */
const inject = (...statements: string[]) =>
  store.within(system, async (tx) => {
    let rows: readonly Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await tx.execute(sql.raw(statement)));
    return rows;
  });

const refusal = (...statements: string[]): Promise<string> =>
  inject(...statements).then(
    (rows) => `done: ${JSON.stringify(rows)}`,
    (error: Error) => String(error.cause instanceof Error ? error.cause.message : error.message),
  );

describe("a statement that crept in", () => {
  it("comes by a login that isn't the owner, and works as the role of requests", async () => {
    expect(await who(store)).toEqual({ login: expect.stringMatching(/^zhengdui_requests_\d+_\d+$/), role: "zhengdui_app" });
  });

  it.each([
    ["becomes the owner", ["set role zhengdui"], "permission denied to set role"],
    ["becomes the superuser", ["set role postgres"], "permission denied to set role"],
    ["signs in as the owner", ["set session authorization zhengdui"], "permission denied to set session authorization"],
    ["becomes the owner after a reset", ["reset role", "set role zhengdui"], "permission denied to set role"],
    ["becomes the owner by way of nobody", ["set role none", "set role zhengdui"], "permission denied to set role"],
    ["is granted the owner", ["set role none", "grant zhengdui to current_user"], "permission denied"],
    ["reads passwords", ["select rolpassword from pg_authid"], "permission denied for table pg_authid"],
    [
      "reads passwords as the login itself",
      ["set role none", "select rolpassword from pg_authid"],
      "permission denied for table pg_authid",
    ],
    ["opens a policy", ["alter policy reach on enterprise using (true)"], "must be owner of table enterprise"],
    [
      "drops a policy as the login itself",
      ["set role none", "drop policy reach on enterprise"],
      "must be owner of relation enterprise",
    ],
    ["turns row-level security off", ["alter table record disable row level security"], "must be owner of table record"],
    ["is granted more", ["grant delete on record to zhengdui_app", "delete from record"], "permission denied for table record"],
    ["makes a table", ["create table loot (words text)"], "permission denied for schema public"],
    [
      "hides a table behind its own",
      ["create temporary table enterprise (uscc text)"],
      "permission denied to create temporary tables",
    ],
    [
      "hides one as the login itself",
      ["set role none", "create temporary table enterprise ()"],
      "permission denied to create temporary tables",
    ],
    [
      "makes a function",
      ["create function app_scope() returns text language sql as 'select 1'"],
      "permission denied for schema public",
    ],
    ["makes a schema", ["create schema loot"], "permission denied for database"],
    ["makes an extension", ["create extension dblink"], "permission denied to create extension"],
    ["makes a role", ["set role none", "create role another login"], "permission denied to create role"],
    ["makes itself more", ["set role none", "alter role current_user createrole"], "permission denied to alter role"],
    ["reads a file", ["copy record from '/etc/passwd'"], "permission denied to COPY from a file"],
    ["runs a program", ["copy tenant to program 'true'"], "permission denied to COPY to or from an external program"],
    ["changes what was recorded", ["set role none", "delete from record"], "permission denied for table record"],
    ["changes the list of steps", ["delete from migration"], "permission denied for table migration"],
  ])("isn't carried out where it %s", async (_, statements, said) => {
    expect(await refusal(...statements)).toContain(said);
  });

  it("sees nothing at all as the login itself", async () => {
    expect(await refusal("set role none", "select * from enterprise")).toContain("permission denied for table enterprise");
    expect(await inject("set role none", "set role zhengdui_app", "select count(*)::int as n from tenant")).toEqual([{ n: 1 }]);
  });
});

describe("the login", () => {
  const login = async () => (await who(store)).login;

  it("is one, of servers that start at once over a new copy", async () => {
    const copy = await createTestDatabase();
    await migrate(copy.url, MIGRATIONS);
    const four = await Promise.all([1, 2, 3, 4].map(() => open({ url: copy.url, connections: 1 })));
    const names = await Promise.all(four.map(async (one) => (await who(one)).login));
    expect(new Set(names).size).toBe(1);
    expect(names[0]).not.toBe(await login());
    for (const one of four) await one.close();
    stores.splice(-4);
    await copy.drop();
  });

  it.each([
    ["its password was changed", (name: string) => `alter role ${name} password 'another'`],
    ["it may not sign in", (name: string) => `alter role ${name} nologin`],
    ["it was given settings", (name: string) => `alter role ${name} set search_path = elsewhere`],
    ["it may make roles", (name: string) => `alter role ${name} createrole`],
    ["it was expelled", (name: string) => `revoke zhengdui_app from ${name}`],
  ])("is mended by the next start where %s", async (_, harm) => {
    await ask(database.adminUrl, harm(await login()));
    const next = await open({ url: database.url, connections: 1, onLoose: ({ problem }) => expect.unreachable(problem) });
    expect(await tenantsOf(next)).toHaveLength(1);
    expect(await refusal("set role none", "create role another")).toContain("permission denied to create role");
  });

  it("isn't touched by a start that finds it in order", async () => {
    const state = () =>
      ask(database.adminUrl, "select oid, xmin::text, rolpassword from pg_authid where rolname like 'zhengdui_requests%'");
    const before = await state();
    await open({ url: database.url, connections: 1 });
    expect(await state()).toEqual(before);
  });

  it("is made in another server, to which a backup was brought", async () => {
    const place = mkdtempSync(join(tmpdir(), "zhengdui-requests-"));
    const files = join(place, "files");
    const file = join(place, "office.zhengdui");
    const elsewhere = await startPostgres({ folder: join(place, "postgres") });
    if (!elsewhere.ok) throw new Error(JSON.stringify(elsewhere.errors));
    try {
      const { url, adminUrl, stop } = elsewhere.value;
      expect(await backupDatabase({ url: database.adminUrl, file, files, now: "" })).toMatchObject({ ok: true });
      expect(await restoreDatabase({ url, adminUrl, file, files, migrations: MIGRATIONS })).toMatchObject({ ok: true });
      const restored = await open({ url, connections: 1, onLoose: ({ problem }) => expect.unreachable(problem) });
      expect(await tenantsOf(restored)).toHaveLength(1);
      expect((await who(restored)).login).toMatch(/^zhengdui_requests_/);
      await restored.close();
      stores.pop();
      await stop();
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });

  it("has its password in no statement: what is sent is what PostgreSQL would keep", () => {
    // RFC 7677, section 3.
    expect(scramVerifier("pencil", Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64"))).toBe(
      "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
    );
  });
});

describe("an owner who may not make roles", () => {
  const owner = `managed_${randomBytes(4).toString("hex")}`;
  const at = (user: string) => {
    const url = new URL(managed.url);
    [url.username, url.password] = [user, "of-a-test"];
    return url.href;
  };
  let managed: TestDatabase;

  beforeAll(async () => {
    managed = await createTestDatabase();
    await ask(
      managed.adminUrl,
      `create role ${owner} login password 'of-a-test'`,
      `grant zhengdui_app to ${owner} with admin option`,
      `alter database ${new URL(managed.url).pathname.slice(1)} owner to ${owner}`,
      `create role ${owner}_requests login noinherit password 'of-a-test'`,
    );
    expect(await migrate(at(owner), MIGRATIONS)).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    await managed.drop();
    await ask(database.adminUrl, `drop role ${owner}_requests`, `drop role ${owner}`);
  });

  it("works as before, and is told of it", async () => {
    const told: Problem[] = [];
    const loose = await open({ url: at(owner), connections: 1, onLoose: (problem) => told.push(problem) });
    expect(await who(loose)).toEqual({ login: owner, role: "zhengdui_app" });
    expect(told).toEqual([
      expect.objectContaining({ problem: expect.stringMatching(/仍以表的所有者登录.*permission denied to create role/) }),
    ]);
    await loose.close();
    stores.pop();
  });

  it("is told of a second login that can't work as requests do", async () => {
    const opened = await openStore({ url: at(owner), requests: at(`${owner}_requests`) });
    expect(opened).toMatchObject({
      ok: false,
      errors: [{ path: "DATABASE_URL", expected: expect.stringContaining("grant zhengdui_app to") }],
    });
  });

  it("is refused a second login that is or becomes the owner", async () => {
    expect(await openStore({ url: at(owner), requests: at(owner) })).toMatchObject({
      ok: false,
      errors: [{ problem: `请求的登录 ${owner} 自己就能越过行级安全` }],
    });
    await ask(managed.adminUrl, `grant zhengdui_app, ${owner} to ${owner}_requests`);
    expect(await openStore({ url: at(owner), requests: at(`${owner}_requests`) })).toMatchObject({
      ok: false,
      errors: [{ expected: expect.stringContaining(`revoke ${owner} from ${owner}_requests`) }],
    });
    await ask(managed.adminUrl, `revoke ${owner} from ${owner}_requests`);
  });

  it("has requests come by a second login that was made for them", async () => {
    await ask(managed.adminUrl, `grant zhengdui_app to ${owner}_requests`);
    const requests = at(`${owner}_requests`);
    const bound = await open({ url: at(owner), requests, connections: 1, onLoose: ({ problem }) => expect.unreachable(problem) });
    expect(await who(bound)).toEqual({ login: `${owner}_requests`, role: "zhengdui_app" });
    await bound.close();
    stores.pop();
  });

  it("is named by its own variable where it isn't let in", async () => {
    const wrong = at(owner).replace("of-a-test", "wrong");
    expect(await openStore({ url: wrong, requests: at(`${owner}_requests`) })).toMatchObject({
      ok: false,
      errors: [{ path: "DATABASE_OWNER_URL", expected: "请改正 DATABASE_OWNER_URL 的口令" }],
    });
  });
});
