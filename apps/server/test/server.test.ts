/** The server over HTTP: what it serves, with which headers, and what it says when something is amiss. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Policy } from "@zhengdui/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayInChina, summarize } from "../src/routes/policies.ts";
import { NO_SERVICE } from "../src/service-sheet.ts";
import { type RunningServer, startServer } from "../src/start-server.ts";

const POLICY = {
  format: 1,
  id: "example-1",
  version: "2023-05-01",
  hash: "0".repeat(64),
  number: "示规〔2023〕1号",
  title: "示例措施",
  issuer: "示例市人民政府",
  inForce: { from: "2023-05-01", to: "2024-12-31", appliedFrom: "2023-01-01" },
  years: [2023, 2024],
};

let folder = "";
let server: RunningServer;
const said: string[] = [];

async function start(port: number | string, policies = join(folder, "policies")) {
  return startServer({
    port,
    host: "127.0.0.1",
    policies,
    web: join(folder, "web"),
    stopOnSignals: false,
    say: (line) => said.push(line),
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zhengdui-"));
  const home = join(folder, "policies", "example-1", "2023-05-01");
  mkdirSync(join(home, "compiled"), { recursive: true });
  mkdirSync(join(home, "examples"));
  writeFileSync(join(home, "compiled", "policy.json"), JSON.stringify(POLICY));
  const sections = [{ clauses: [], name: "示例县工信局（虚构）", phone: "000-0000-0001（虚构）" }];
  writeFileSync(join(home, "service.json"), JSON.stringify({ windows: [], sections }));
  writeFileSync(join(home, "examples", "index.tsv"), "file\ttitle\tshows\none.json\t示例一：标题\t看点\n");
  writeFileSync(join(home, "examples", "one.json"), '{"year":2023}');
  mkdirSync(join(folder, "web", "assets"), { recursive: true });
  writeFileSync(join(folder, "web", "index.html"), "<!doctype html><p>首页");
  mkdirSync(join(folder, "web", "start"));
  writeFileSync(join(folder, "web", "start", "example-1.expired.html"), "<!doctype html><p>已失效的示例");
  writeFileSync(join(folder, "web", "start", "example-1.in-force.html"), "<!doctype html><p>现行有效的示例");
  writeFileSync(join(folder, "web", "404.html"), "<!doctype html><p>没有这一页");
  writeFileSync(join(folder, "web", "assets", "a-12345678.js"), "console.log(1)");
  writeFileSync(join(folder, "web", "assets", "a-12345678.js.gz"), gzipSync("console.log(1)"));
  const started = await start(0);
  if (!started.ok) throw new Error(started.errors.map((e) => e.problem).join());
  server = started.value;
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });

describe("server", () => {
  it("says where it listens", () => expect(said[0]).toBe(`政兑 ${server.url}`));

  it("lists policies with number, period and state", async () => {
    const [policy] = await (await get("/api/policies")).json();
    expect(policy).toMatchObject({ id: "example-1", number: "示规〔2023〕1号", state: "expired", years: [2023, 2024] });
    expect(policy).not.toHaveProperty("measures");
  });

  it("gives a policy whole, compressed, and not again to who has it", async () => {
    const sections = [{ clauses: [], name: "示例县工信局（虚构）", phone: "000-0000-0001（虚构）" }];
    expect(await (await get("/api/policies/example-1/sections")).json()).toEqual(sections);
    expect((await get("/api/policies/none/sections")).status).toBe(404);
    const first = await get("/api/policies/example-1/policy.json", { "accept-encoding": "gzip" });
    expect(first.headers.get("content-encoding")).toBe("gzip");
    expect(await first.json()).toEqual(POLICY);
    const etag = first.headers.get("etag") ?? "";
    expect((await get("/api/policies/example-1/policy.json", { "if-none-match": etag })).status).toBe(304);
  });

  it("gives the examples with title and dossier", async () => {
    expect(await (await get("/api/examples")).json()).toEqual([
      { id: "one", policy: "example-1", title: "示例一：标题", shows: "看点", dossier: { year: 2023 } },
    ]);
  });

  it("answers healthz", async () => expect(await (await get("/healthz")).json()).toMatchObject({ status: "ok" }));

  it("sends security headers with every answer", async () => {
    for (const path of ["/", "/api/policies", "/nothing", "/assets/a-12345678.js"]) {
      const { headers } = await get(path);
      expect(headers.get("content-security-policy"), path).toContain("script-src 'self'");
      expect(headers.get("content-security-policy"), path).not.toMatch(/unsafe/);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("x-powered-by"), path).toBeNull();
    }
  });

  it("gives the page that was printed for the policy and the state it is in today, else the page for any", async () => {
    for (const path of ["/", "/?policy=example-1", "/?policy=example-1&lang=zh"])
      expect(await (await get(path)).text(), path).toContain("已失效的示例");
    const etag = (await get("/")).headers.get("etag") ?? "";
    expect((await get("/", { "if-none-match": etag })).status).toBe(304);
    for (const path of ["/?policy=none", "/?lang=en", "/?policy=..%2fexample-1", "/?policy=example-1&policy=b"])
      expect(await (await get(path)).text(), path).toContain("首页");
  });

  it("lets hashed assets be kept for ever, precompressed, and the page be asked for again", async () => {
    const asset = await get("/assets/a-12345678.js", { "accept-encoding": "gzip" });
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect(asset.headers.get("content-encoding")).toBe("gzip");
    expect((await get("/")).headers.get("cache-control")).toBe("no-cache");
  });

  it("answers what isn't there in Chinese", async () => {
    const page = await get("/nothing/here");
    expect(page.status).toBe(404);
    expect(await page.text()).toContain("没有这一页");
    const api = await get("/api/policies/none/policy.json");
    expect(api.status).toBe(404);
    expect(await api.json()).toEqual({ error: "没有这项政策。" });
    expect(await (await get("/api/none")).json()).toEqual({ error: "没有这个接口。" });
  });

  it("never leaves its folder, and shows no stack", async () => {
    for (const path of ["/..%2f..%2fpolicies/example-1", "/%2e%2e/%2e%2e/etc/passwd", "/assets/%00", "/%"]) {
      const answer = await get(path);
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
      expect(await answer.text(), path).not.toMatch(/node_modules|at \w+ \(|\.ts:/);
    }
  });
});

describe("a request that no route sees", () => {
  /** What comes back for raw bytes, to the end of the connection. */
  const raw = (request: string): Promise<string> =>
    new Promise((done) => {
      let answer = "";
      const socket = connect(Number(new URL(server.url).port), "127.0.0.1", () => socket.write(request));
      socket.on("data", (part) => {
        answer += String(part);
      });
      socket.on("close", () => done(answer));
    });

  it.each([
    ["an address that is none", "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "400"],
    ["no HTTP", "garbage\r\n\r\n", "400"],
    ["a method that is none", "FOO / HTTP/1.1\r\nHost: a\r\n\r\n", "400"],
    ["a huge header", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(20_000)}\r\n\r\n`, "431"],
  ])("%s is refused in Chinese, with the headers of every answer", async (_, request, status) => {
    const answer = await raw(request);
    expect(answer.split(" ")[1]).toBe(status);
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'self'");
    expect(answer.slice(answer.indexOf("\r\n\r\n") + 4)).toBe('{"error":"请求有误。"}');
  });
});

describe("what keeps the server from starting", () => {
  it("a busy port, with the mend", async () => {
    const port = new URL(server.url).port;
    const second = await start(port);
    expect(second.ok).toBe(false);
    if (!second.ok) expect(`${second.errors[0]?.problem}${second.errors[0]?.expected}`).toMatch(/已被占用.*PORT=\d+ npm start/);
  });

  it("a port that is none", async () => {
    for (const port of ["abc", "70000", "-1", "80.5", ""]) expect((await start(port)).ok, port).toBe(false);
  });

  it("no compiled policy", async () => {
    const none = await start(0, join(folder, "web"));
    expect(none.ok).toBe(false);
    if (!none.ok) expect(none.errors[0]?.expected).toContain("npm run compile");
  });
});

describe("the state of a policy", () => {
  // Only these fields are read.
  const policy = POLICY as unknown as Policy;
  it.each([
    ["2023-04-30", "not-yet"],
    ["2023-05-01", "in-force"],
    ["2024-12-31", "in-force"],
    ["2025-01-01", "expired"],
  ])("on %s is %s", (today, state) => expect(summarize(policy, NO_SERVICE, today).state).toBe(state));

  it("goes by China's day", () => expect(dayInChina(new Date("2024-12-31T16:30:00Z"))).toBe("2025-01-01"));
});
