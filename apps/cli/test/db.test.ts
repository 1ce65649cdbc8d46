/** `zhengdui db` from its words to its exit status: a backup of the product's own schema, restored, and every slip answered with a mend. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { migrate } from "@zhengdui/store";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/database/test-postgres.ts";
import { db } from "../src/commands/db.ts";

const place = mkdtempSync(join(tmpdir(), "zhengdui-db-"));
const migrations = join(import.meta.dirname, "../../../packages/store/migrations");
const file = join(place, "office.zhengdui");
const databases: TestDatabase[] = [];
const before = process.env.ZHENGDUI_DATA;

beforeAll(async () => {
  process.env.ZHENGDUI_DATA = join(place, "data");
  databases.push(await createTestDatabase(), await createTestDatabase());
  const made = await migrate(databases[0]?.url ?? "", migrations);
  expect(made.ok ? [] : made.errors).toEqual([]);
  await ask(databases[0], "insert into tenant (tenant_id, name) values ('350582', '示例市'), ('350581', '另一示例市')");
});
afterAll(async () => {
  if (before === undefined) delete process.env.ZHENGDUI_DATA;
  else process.env.ZHENGDUI_DATA = before;
  for (const { drop } of databases) await drop();
  rmSync(place, { recursive: true, force: true });
});

async function ask(database: TestDatabase | undefined, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database?.adminUrl ?? "" });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function run(...args: string[]): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const status = await db.run(args, { stdin, stdout, stderr });
  const textOf = (stream: PassThrough) => String(stream.read() ?? "");
  return { status, out: textOf(stdout), err: textOf(stderr) };
}

it("backs up the product's schema and restores it elsewhere", async () => {
  const [from, to] = databases.map(({ adminUrl }) => adminUrl);
  const made = await run("backup", file, "--url", from ?? "");
  expect([made.status, made.err]).toEqual([0, ""]);
  expect(made.out).toMatch(/已备份到 .*office\.zhengdui：\d+ 张表，\d+ 行，0 份证据文件，已读回核对/);
  const back = await run("restore", file, "--url", to ?? "", "--json");
  expect([back.status, back.err]).toEqual([0, ""]);
  expect(JSON.parse(back.out).migrations.length).toBeGreaterThan(0);
  const tenants = "select tenant_id, name from tenant order by tenant_id";
  expect(await ask(databases[1], tenants)).toEqual(await ask(databases[0], tenants));
  const twice = await run("restore", file, "--url", to ?? "");
  expect([twice.status, twice.out]).toEqual([2, ""]);
  expect(twice.err).toContain("数据库不是空的");
});

it("answers every slip with its mend, and touches nothing", async () => {
  const slips = [
    [[], "没有写做什么"],
    [["dump", "x"], "没有这个动作"],
    [["backup"], "没有写文件"],
    [["backup", "a", "b"], "多于一个文件"],
    [["backup", "a", "--fast"], "没有这个选项"],
    [["backup", "a", "--url"], "没有写地址"],
    [["backup", join(place, "x"), "--url", "postgres://nobody:x@127.0.0.1:1/none"], "没有在那里监听"],
    [["restore", join(place, "no-such-file"), "--url", databases[1]?.url ?? ""], "没有这个文件"],
  ] as const;
  for (const [args, words] of slips) {
    const { status, out, err } = await run(...args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  }
  expect([existsSync(join(place, "x")), existsSync(join(place, "x.new"))]).toEqual([false, false]);
  expect((await run("--help")).out).toContain("zhengdui db");
  expect(readFileSync(file).length).toBeGreaterThan(0);
});
