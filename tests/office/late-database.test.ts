/** A database that is away when the server starts: the public pages are there at once and stay, the office says what it waits for, and opens when it comes. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { findProduct } from "../../apps/server/src/find-product.ts";
import { startOffice } from "../../apps/server/src/office/start-office.ts";
import { type RunningServer, startServer } from "../../apps/server/src/start-server.ts";
import { type RunningPostgres, startPostgres } from "../../packages/store/src/index.ts";
import { buildServer } from "../soak/build-server.ts";
import { MIGRATIONS } from "./test-office.ts";

const place = mkdtempSync(join(tmpdir(), "zhengdui-late-"));
const servers: RunningServer[] = [];
const said: string[] = [];
let url = "";
let database: RunningPostgres | null = null;

async function startDatabase(): Promise<RunningPostgres> {
  const started = await startPostgres({ folder: join(place, "postgres") });
  if (!started.ok) throw new Error(JSON.stringify(started.errors));
  return started.value;
}

beforeAll(async () => {
  mkdirSync(join(place, "web"));
  writeFileSync(join(place, "web", "index.html"), "<!doctype html><p>首页");
  const before = await startDatabase();
  url = before.url;
  await before.stop();
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  await database?.stop();
  database = null;
  said.length = 0;
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

async function serve(at: string): Promise<RunningServer> {
  const office = await startOffice({
    url: at,
    requests: undefined,
    tenant: undefined,
    data: join(place, "data"),
    migrations: MIGRATIONS,
    demonstration: findProduct().demonstration,
    mail: { url: undefined, from: undefined },
    address: "http://localhost",
    callsInside: false,
    say: (line) => said.push(line),
  });
  if (!office.ok) throw new Error(JSON.stringify(office.errors));
  const options = { web: join(place, "web"), port: 0, host: "127.0.0.1", stopOnSignals: false, say: () => undefined };
  const started = await startServer({ ...options, office: office.value });
  if (!started.ok) throw new Error(JSON.stringify(started.errors));
  servers.push(started.value);
  return started.value;
}

const me = (server: RunningServer) => fetch(`${server.url}/api/office/me`);

/** Asks for the public page all the while, and counts what it was answered. */
function visitor(server: RunningServer): () => Promise<Map<number, number>> {
  const answers = new Map<number, number>();
  let isOver = false;
  const visits = (async () => {
    while (!isOver) {
      const { status } = await fetch(`${server.url}/`);
      answers.set(status, (answers.get(status) ?? 0) + 1);
      await pause(5);
    }
  })();
  return async () => {
    isOver = true;
    await visits;
    return answers;
  };
}

it("opens the office when the database comes, and fails no visitor meanwhile", async () => {
  const server = await serve(url);
  const over = visitor(server);
  const waiting = await me(server);
  expect([waiting.status, waiting.headers.get("retry-after")]).toEqual([503, "10"]);
  expect(await waiting.json()).toEqual({ error: "办理正在等数据库连上，请稍后再试；政策查询和测算照常。" });
  expect(waiting.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect((await fetch(`${server.url}/api/policies/jinjiang-2023-11/questions`)).status).toBe(503);
  // Longer than the first pauses: what keeps it closed is said once, not at every try.
  await expect.poll(async () => said.length, { timeout: 5_000 }).toBe(1);
  await pause(2_000);
  expect(said).toEqual([expect.stringMatching(/^DATABASE_URL: 数据库没有在那里监听.*数据库连上后办理自动开放，不用重启。$/)]);
  database = await startDatabase();
  await expect.poll(async () => (await me(server)).status, { timeout: 30_000 }).toBe(401);
  expect(said.slice(1)).toEqual([expect.stringContaining("已放入演示用"), "数据库已经连上，办理随即开放。"]);
  expect([...(await over()).keys()]).toEqual([200]);
  const missing = await fetch(`${server.url}/api/office/nothing`);
  expect([missing.status, await missing.json()]).toEqual([404, { error: "没有这个接口。" }]);
  expect(missing.headers.get("content-security-policy")).toContain("script-src 'self'");
}, 60_000);

it("says so and stays closed where the database comes and won't have us", async () => {
  const wrong = new URL(url);
  wrong.password = "wrong";
  const server = await serve(wrong.href);
  expect((await me(server)).status).toBe(503);
  database = await startDatabase();
  await expect.poll(async () => said.length, { timeout: 30_000 }).toBe(2);
  expect(said[1]).toMatch(/^DATABASE_URL: 数据库的口令不对.*现在只提供政策查询和测算。$/);
  await expect.poll(async () => (await (await me(server)).json()).error).toContain("只提供政策查询和测算");
}, 60_000);

/** Takes connections and never says a word. */
async function silence(): Promise<{ readonly port: number; readonly end: () => void }> {
  const taken: Socket[] = [];
  const mute = createServer((socket) => taken.push(socket.on("error", () => undefined)));
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  const end = () => {
    for (const socket of taken) socket.destroy();
    mute.close();
  };
  return { port: (mute.address() as AddressInfo).port, end };
}

it("serves the public pages where the database takes the call and says nothing, and stops at once", async () => {
  const mute = await silence();
  const server = await serve(`postgres://zhengdui:x@127.0.0.1:${mute.port}/zhengdui`);
  expect((await fetch(`${server.url}/`)).status).toBe(200);
  expect((await me(server)).status).toBe(503);
  const before = performance.now();
  await servers.pop()?.stop();
  expect(performance.now() - before).toBeLessThan(1_000);
  mute.end();
}, 30_000);

it("ends at once when asked to while it waits", async () => {
  const built = await buildServer();
  const env = { ...process.env, PORT: "0", DATABASE_URL: url, ZHENGDUI_DATA: join(place, "data"), VITEST: "" };
  const child = spawn(process.execPath, [built.program], { env, stdio: ["ignore", "pipe", "pipe"] });
  try {
    const words = await wordsUntil(child, /^政兑 http/m);
    expect(words).toContain("数据库连上后办理自动开放");
    const before = performance.now();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(performance.now() - before).toBeLessThan(1_000);
  } finally {
    child.kill("SIGKILL");
    built.remove();
  }
}, 60_000);

const wordsUntil = (child: ChildProcess, wanted: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let heard = "";
    const hear = (chunk: Buffer) => {
      heard += String(chunk);
      if (wanted.test(heard)) resolve(heard);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`it ended: ${heard}`)));
  });
