/** The launcher's life on one folder, in order: first start, restart, crashes of either side, what a crash may leave behind, two at once. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fastPlace } from "../../../tests/database/fast-place.ts";
import { keepPostgres, type RunningPostgres, startPostgres } from "../src/index.ts";
import { isAlive } from "../src/launcher/process-identity.ts";
import { bundleLauncher, type LauncherProcess, runLauncher } from "./launcher/launcher-process.ts";

const place = mkdtempSync(join(fastPlace(), "zhengdui-launcher-test-"));
const folder = join(place, "data", "postgres");
const pidFile = join(folder, "cluster", "postmaster.pid");
const children: (LauncherProcess | ChildProcess)[] = [];
let program = "";

beforeAll(async () => {
  program = await bundleLauncher(place);
});
afterAll(async () => {
  for (const child of children) child.kill();
  rmSync(place, { recursive: true, force: true });
});

async function start(said: string[] = []): Promise<RunningPostgres> {
  const started = await startPostgres({ folder, say: (line) => said.push(line) });
  if (!started.ok) throw new Error(JSON.stringify(started.errors));
  return started.value;
}

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

const books = async (url: string): Promise<string[]> =>
  (await ask<{ book: string }>(url, "select book from shelf order by at")).map(({ book }) => book);
const add = (url: string, book: string): Promise<unknown> => ask(url, `insert into shelf (book) values ('${book}')`);

async function until(holds: () => boolean | Promise<boolean>, longestMs = 20_000): Promise<void> {
  for (const end = Date.now() + longestMs; !(await holds()); await pause(20))
    if (Date.now() > end) throw new Error("waited in vain");
}

const elsewhere = (): LauncherProcess => {
  const launcher = runLauncher(program, folder);
  children.push(launcher);
  return launcher;
};

/** The watcher of a postmaster, then the shell above both. */
const familyOf = (pid: number): readonly number[] => {
  const parentOf = (one: number): number => {
    try {
      const stat = readFileSync(`/proc/${one}/stat`, "latin1");
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    } catch {
      return -1;
    }
  };
  const shell = parentOf(pid);
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return [...all.map(Number).filter((one) => one !== pid && parentOf(one) === shell), shell];
};

it("makes a database that is safe, closed to the outside, and no superuser's", async () => {
  const said: string[] = [];
  const database = await start(said);
  expect(database.attached).toBe(false);
  expect(said.join()).toContain("正在建立数据库");
  await ask(database.url, "create table shelf (at int generated always as identity, book text)");
  const [settings] = await ask(
    database.adminUrl,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages,
      current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
      current_setting('password_encryption') as password, current_setting('server_encoding') as encoding,
      current_setting('data_checksums') as checksums, current_setting('shared_buffers') as buffers,
      current_setting('max_connections') as connections, datlocprovider as provider, datlocale as locale
      from pg_database where datname = current_database()`,
  );
  expect(settings).toEqual({
    fsync: "on",
    commit: "on",
    pages: "on",
    listens: "127.0.0.1",
    sockets: "",
    password: "scram-sha-256",
    encoding: "UTF8",
    checksums: "on",
    buffers: "128MB",
    connections: "100",
    provider: "b",
    locale: "C.UTF-8",
  });
  const [me] = await ask(database.url, "select rolsuper or rolbypassrls as exempt from pg_roles where rolname = current_user");
  expect(me).toEqual({ exempt: false });
  expect(statSync(join(folder, "cluster", "zhengdui.password")).mode & 0o777).toBe(0o600);
  const wrong = new URL(database.url);
  wrong.password = "guessed";
  await expect(ask(wrong.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  await add(database.url, "一");
  await database.stop();
  expect(await database.exited).toEqual({ asked: true, said: "" });
  expect(isAlive(database.pid)).toBe(false);
});

it("starts again at the same address; another process attaches, and leaves it running when it goes", async () => {
  const database = await start();
  const other = elsewhere();
  const answer = await other.answer;
  expect([answer.attached, answer.pid, answer.url]).toEqual([true, database.pid, database.url]);
  await add(answer.url, "二");
  await other.end();
  expect(isAlive(database.pid)).toBe(true);
  expect(await books(database.url)).toEqual(["一", "二"]);
  const here = await start();
  expect(here.attached).toBe(true);
  await here.stop();
  expect(await books(database.url)).toEqual(["一", "二"]);
  await database.stop();
});

it("says when PostgreSQL was killed, and has every committed row when it is started again", async () => {
  const database = await start();
  const { url } = database;
  await add(url, "三");
  process.kill(database.pid, "SIGKILL");
  expect((await database.exited).asked).toBe(false);
  const again = await start();
  expect([again.attached, again.url]).toEqual([false, url]);
  expect(await books(again.url)).toEqual(["一", "二", "三"]);
  await again.stop();
});

it("comes back by itself where that is wanted", async () => {
  const said: string[] = [];
  let back: RunningPostgres | null = null;
  const kept = await keepPostgres({
    folder,
    say: (line) => said.push(line),
    onReturn: (running) => {
      back = running;
    },
  });
  if (!kept.ok) throw new Error(JSON.stringify(kept.errors));
  const pool = new pg.Pool({ connectionString: kept.value.now().url });
  pool.on("error", () => undefined);
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  process.kill(kept.value.now().pid, "SIGKILL");
  await until(() => back !== null);
  expect(said.join()).toContain("意外停止");
  expect((await pool.query("select count(*)::int as books from shelf")).rows).toEqual([{ books: 3 }]);
  await pool.end();
  await kept.value.stop();
  expect(isAlive(kept.value.now().pid)).toBe(false);
});

it("ends with the process that started it, even one that is killed, and starts at once for the next", async () => {
  const other = elsewhere();
  const { pid, url } = await other.answer;
  await add(url, "四");
  await other.kill();
  const next = await start();
  expect([next.attached, next.pid === pid]).toEqual([false, false]);
  expect(await books(next.url)).toEqual(["一", "二", "三", "四"]);
  await next.stop();
  const lonely = elsewhere();
  const left = (await lonely.answer).pid;
  await lonely.kill();
  await until(() => !isAlive(left));
});

it.runIf(process.platform === "linux")("takes over a database whose owner and watcher were both killed", async () => {
  const other = elsewhere();
  const { pid, url } = await other.answer;
  await add(url, "五");
  for (const one of familyOf(pid)) process.kill(one, "SIGKILL");
  await other.kill();
  await pause(100);
  expect(isAlive(pid)).toBe(true);
  const said: string[] = [];
  const next = await start(said);
  expect(said.join()).toContain("启动它的程序却已不在");
  expect([next.attached, isAlive(pid)]).toEqual([false, false]);
  expect(await books(next.url)).toEqual(["一", "二", "三", "四", "五"]);
  await next.stop();
});

it("isn't kept from starting by a postmaster.pid that is stale, cut off, or names another program", async () => {
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  children.push(stranger);
  const rest = `\n${join(folder, "cluster")}\n1700000000\n20011\n\n127.0.0.1\n 1234 5678\nready   \n`;
  const gone = spawn(process.execPath, ["-e", ""], { stdio: "ignore" });
  await new Promise((resolve) => gone.once("exit", resolve));
  for (const text of [`${gone.pid}${rest}`, `${stranger.pid}${rest}`, `${stranger.pid}`, "", "\0\0\0\0", "没有"]) {
    writeFileSync(pidFile, text);
    const database = await start();
    expect(await books(database.url)).toHaveLength(5);
    await database.stop();
  }
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
});

it("lets one of several that start at once have it, and the others attach", async () => {
  const several = [elsewhere(), elsewhere(), elsewhere()];
  const answers = await Promise.all(several.map(({ answer }) => answer));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(answers.filter(({ attached }) => !attached)).toHaveLength(1);
  expect(new Set(answers.map(({ pid }) => pid)).size).toBe(1);
  for (const { url } of answers) await add(url, "又一");
  expect(await books(answers[0]?.url ?? "")).toHaveLength(8);
  await Promise.all(several.map(({ end }) => end()));
});
