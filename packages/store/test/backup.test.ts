/** A backup holds everything, comes back as it was into an empty database only, and is refused where one byte is missing or other. */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/database/test-postgres.ts";
import { backupDatabase, type Manifest, migrate, restoreDatabase } from "../src/index.ts";

const place = mkdtempSync(join(tmpdir(), "zhengdui-backup-test-"));
const migrations = join(place, "migrations");
const files = join(place, "files");
const backup = join(place, "monday.zhengdui");
const databases: TestDatabase[] = [];
let source: TestDatabase;

/** Everything that a naive copy trips over: a circle of keys, keys against the alphabet, generated and identity columns, a trigger that refuses, hidden rows. */
const SCHEMA = `
  create table a_child (tenant_id text, id text primary key, parent text not null, twin text references a_child, doubled int generated always as (length(id) * 2) stored);
  create table b_parent (tenant_id text, id text primary key, favourite text);
  alter table a_child add foreign key (parent) references b_parent;
  alter table b_parent add foreign key (favourite) references a_child deferrable initially deferred;
  create table kinds (at bigint generated always as identity, n numeric, words text, raw bytea, doc jsonb, list text[], day date, moment timestamptz, void text, "odd "" Name" int);
  create table record (at int primary key, said text not null, seen_at timestamptz not null default now());
  create function only_add() returns trigger language plpgsql as $$ begin new.said := new.said || '!'; return new; end $$;
  create trigger stamp before insert on record for each row execute function only_add();
  create table office (name text); insert into office values ('设在变更里的');
  create table "empty one" (id int);
  create sequence numbers;
  alter table record enable row level security; alter table record force row level security;
  create policy mine on record using (said like '%看得见%');
`;

const DATA = `
  begin;
  insert into b_parent values ('350582', '父', '子');
  insert into a_child values ('350582', '子', '父', '子'), ('350582', E'tab\\tnew\\nback\\\\', '父', '子');
  commit;
  insert into kinds (n, words, raw, doc, list, day, moment, void, "odd "" Name")
    select i + 0.000000000000000001, repeat(md5(i::text), 30), decode(md5(i::text), 'hex'), jsonb_build_object('数', i), array['一', null, '"'], date '2023-05-01' + i % 99, timestamptz '2023-05-01 00:00:00.123456+08', null, i
    from generate_series(1, 9000) as i;
  insert into kinds (words) values (E'\\\\N'), (E'\\\\.'), (''), ('镕赟𠮷');
  insert into record select i, case when i % 2 = 0 then '看得见' else '看不见' end from generate_series(1, 100) as i;
  select setval('numbers', 41);
`;

beforeAll(async () => {
  mkdirSync(migrations);
  writeFileSync(join(migrations, "0001-first.sql"), SCHEMA);
  source = await newDatabase();
  expect(await migrate(source.url, migrations)).toMatchObject({ ok: true });
  // The owner is bound by its own policy (force), so the superuser fills it in.
  await ask(source.adminUrl, DATA);
  mkdirSync(join(files, "ab"), { recursive: true });
  for (const [folder, text] of [
    ["", "发票"],
    ["ab", "x".repeat(200_000)],
  ] as const)
    writeFileSync(join(files, folder, createHash("sha256").update(text).digest("hex")), text);
  writeFileSync(join(files, "half-written.tmp"), "no evidence yet");
});
afterAll(async () => {
  for (const { drop } of databases) await drop();
  rmSync(place, { recursive: true, force: true });
});

async function newDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return ((await client.query(sql)).rows ?? []) as Row[];
  } finally {
    await client.end();
  }
}

const TABLES = ["a_child", "b_parent", "kinds", "record", "office", '"empty one"'];

/** Every row of every table, as text, by the superuser, who sees all. */
async function contentOf({ adminUrl }: TestDatabase): Promise<Record<string, unknown>> {
  const hash = (table: string) =>
    `(select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) || ' ' || count(*) from ${table} t)`;
  const [row] = await ask<Record<string, unknown>>(
    adminUrl,
    `select ${TABLES.map((table, at) => `${hash(table)} as t${at}`).join(", ")}, (select last_value from numbers) as numbers,
      (select pg_sequence_last_value(pg_get_serial_sequence('kinds', 'at'))) as kinds_at`,
  );
  return row ?? {};
}

const rulesOf = ({ adminUrl }: TestDatabase): Promise<unknown[]> =>
  ask(
    adminUrl,
    `select conrelid::regclass::text as on, pg_get_constraintdef(oid) as rule from pg_constraint where connamespace = 'public'::regnamespace
     union all select tgrelid::regclass::text, tgname::text || tgenabled::text from pg_trigger where not tgisinternal
     union all select relname::text, relrowsecurity::text || relforcerowsecurity::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
     order by 1, 2`,
  );

const back = (url: string, file = backup): ReturnType<typeof backupDatabase> =>
  backupDatabase({ url, file, files, now: "2026-01-01T00:00:00Z" });
const restore = (into: TestDatabase, file = backup, others = {}): ReturnType<typeof restoreDatabase> =>
  restoreDatabase({ url: into.url, adminUrl: into.adminUrl, file, files: join(place, "restored"), migrations, ...others });

const wordsOf = (done: Awaited<ReturnType<typeof restore>>): string =>
  done.ok ? "done" : done.errors.map(({ path, problem, expected }) => `${path}: ${problem}; ${expected}`).join("\n");

async function isUntouched({ adminUrl }: TestDatabase): Promise<boolean> {
  const [row] = await ask<{ tables: number }>(
    adminUrl,
    "select count(*)::int as tables from pg_class where relnamespace = 'public'::regnamespace",
  );
  return row?.tables === 0;
}

it("isn't written into what somebody has laid there beforehand", async () => {
  const [readable, elsewhere] = [join(place, "readable.tgz"), join(place, "elsewhere.tgz")];
  writeFileSync(`${readable}.new`, "", { mode: 0o644 });
  const caught = join(place, "caught");
  symlinkSync(caught, `${elsewhere}.new`);
  for (const file of [readable, elsewhere]) {
    const made = await backupDatabase({ url: source.adminUrl, file, files, now: "2026-01-01T00:00:00Z" });
    expect(made.ok).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  }
  expect(existsSync(caught)).toBe(false);
});

it("brings back every row, sequence, rule and file, and backs up the same again", async () => {
  const made = await back(source.adminUrl);
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  expect(made.value.tables.find(({ name }) => name === "public.record")?.rows).toBe(100);
  expect(made.value.tables.find(({ name }) => name === "public.kinds")?.parts).toBeGreaterThan(1);
  expect(made.value.files).toHaveLength(2);
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  expect(existsSync(`${backup}.new`)).toBe(false);
  const target = await newDatabase();
  expect(wordsOf(await restore(target))).toBe("done");
  expect(await contentOf(target)).toEqual(await contentOf(source));
  expect(await rulesOf(target)).toEqual(await rulesOf(source));
  for (const { path } of made.value.files)
    expect(readFileSync(join(place, "restored", path))).toEqual(readFileSync(join(files, path)));
  const again = await back(target.adminUrl, join(place, "again.zhengdui"));
  const content = (manifest: Manifest) => ({ ...manifest, tables: manifest.tables.map(({ parts: _, ...table }) => table) });
  expect(again.ok && content(again.value)).toEqual(content(made.value));
});

it("is a tar that other programs open", () => {
  const plain = gunzipSync(readFileSync(backup));
  expect(plain.toString("latin1", 257, 262)).toBe("ustar");
  expect(plain.toString("utf8")).toContain('"format": 1');
});

it("is brought under the schema of its time, then to what the program has migrated since", async () => {
  const newer = join(place, "newer");
  mkdirSync(newer);
  for (const name of readdirSync(migrations)) writeFileSync(join(newer, name), readFileSync(join(migrations, name)));
  writeFileSync(join(newer, "0002-second.sql"), "alter table kinds add length int; update kinds set length = length(words)");
  const target = await newDatabase();
  expect(wordsOf(await restore(target, backup, { migrations: newer }))).toBe("done");
  const [row] = await ask(target.adminUrl, "select count(*)::int as rows from kinds where length is not null");
  expect(row).toEqual({ rows: 9004 });
});

describe("is refused", () => {
  it("where a policy would hide rows from it", async () => {
    const hidden = await back(source.url, join(place, "hidden.zhengdui"));
    expect(wordsOf(hidden)).toContain("看不到全部行");
    expect(readdirSync(place).filter((name) => name.startsWith("hidden"))).toEqual([]);
  });

  it("by a database that holds anything", async () => {
    const full = await newDatabase();
    await migrate(full.url, migrations);
    await ask(full.adminUrl, "delete from office; insert into b_parent values ('350582', '已有', null)");
    expect(wordsOf(await restore(full))).toMatch(/不是空的（表 public.b_parent 里有数据）.*create database/);
    const foreign = await newDatabase();
    await ask(foreign.adminUrl, "create table letters (id int)");
    expect(wordsOf(await restore(foreign))).toContain("不是空的");
    expect(wordsOf(await back(foreign.adminUrl))).toContain("没有变更记录");
  });

  it("by a program that is older, or whose migrations are others", async () => {
    const target = await newDatabase();
    const [older, other] = [join(place, "older"), join(place, "other")];
    mkdirSync(older);
    mkdirSync(other);
    expect(wordsOf(await restore(target, backup, { migrations: older }))).toContain("更新的版本");
    expect(await isUntouched(target)).toBe(true);
    writeFileSync(join(other, "0001-first.sql"), `${SCHEMA} -- changed`);
    expect(wordsOf(await restore(target, backup, { migrations: other }))).toContain("与备份时的不一样");
  });

  it("where it is cut off or altered anywhere, before anything is written", async () => {
    const whole = readFileSync(backup);
    const target = await newDatabase();
    const broken = join(place, "broken.zhengdui");
    const refuses = async (bytes: Uint8Array): Promise<void> => {
      writeFileSync(broken, bytes);
      expect(wordsOf(await restore(target, broken))).toContain("不完整或被改动过");
    };
    for (const length of [0, 1, 20, whole.length >> 1, whole.length - 9, whole.length - 1])
      await refuses(whole.subarray(0, length));
    for (const at of [0, 3, 10, 500, whole.length >> 1, whole.length - 20, whole.length - 1]) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ 0x10;
      await refuses(altered);
    }
    await refuses(Buffer.concat([whole, Buffer.from("more")]));
    const plain = gunzipSync(whole);
    // With a right checksum of the gzip again, only our own hashes are left to see it.
    for (const at of [20, 600, plain.length >> 1, plain.indexOf('"rows": 100') + 9, plain.length - 1]) {
      const altered = Buffer.from(plain);
      altered[at] = (altered[at] ?? 0) ^ 0x01;
      await refuses(gzipSync(altered));
    }
    expect(await isUntouched(target)).toBe(true);
  });

  it("where a file of evidence isn't what its name says", async () => {
    const rotten = join(place, "rotten");
    mkdirSync(rotten);
    writeFileSync(join(rotten, "0".repeat(64)), "altered");
    const file = join(place, "rotten.zhengdui");
    const done = await backupDatabase({ url: source.adminUrl, file, files: rotten, now: "" });
    expect(wordsOf(done)).toContain("与它的校验值不符");
    expect([existsSync(file), existsSync(`${file}.new`)]).toEqual([false, false]);
  });

  it("where it can't be written or isn't there", async () => {
    const nowhere = join(place, "no-folder", "x.zhengdui");
    expect(wordsOf(await back(source.adminUrl, nowhere))).toContain("没有这个文件或文件夹");
    expect(wordsOf(await restore(await newDatabase(), nowhere))).toContain("没有这个文件或文件夹");
  });
});
