/** Studies of a draft run apart from the server: events pass through, hanging up and stopping end them, their number and time are bounded. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createStudies } from "../src/run-study.ts";
import { type RunningServer, startServer } from "../src/start-server.ts";

const policies = fileURLToPath(new URL("../../../policies", import.meta.url));
const documents = ["original.txt", "policy.md", "facts.md", "interpretations.md", "cases.md"].map((name) => ({ name, text: "" }));
let folder = "";
let server: RunningServer | null = null;

/** Stands in for the real program: what matters here is how it is run. */
function program(source: string): string {
  const file = join(folder, `${Math.abs(source.length)}-${source.charCodeAt(8)}.mjs`);
  writeFileSync(file, source);
  return file;
}
const TELLS = () =>
  program(
    'let all = ""; process.stdin.on("data", (d) => (all += d)).on("end", () => console.log(JSON.stringify({ kind: process.argv[2], names: Object.keys(JSON.parse(all)) })));',
  );
const HANGS = () => program('console.log(JSON.stringify({ kind: "progress", pid: process.pid })); for (;;);');
const BREAKS = () => program("process.exit(3);");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhengdui-study-"));
});
afterEach(async () => {
  await server?.stop();
  server = null;
});
afterAll(() => rmSync(folder, { recursive: true }));

async function serve(study: string) {
  const started = await startServer({
    port: 0,
    host: "127.0.0.1",
    policies,
    web: folder,
    workshop: join(folder, "drafts"),
    study,
    stopOnSignals: false,
    say: () => {},
  });
  if (!started.ok) throw new Error(started.errors.map((e) => e.problem).join());
  server = started.value;
  return started.value.url;
}
const ask = (url: string, kind: string, signal?: AbortSignal) =>
  fetch(`${url}/api/workshop/study/${kind}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ documents }),
    ...(signal ? { signal } : {}),
  });
const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
async function firstEvent(answer: Response): Promise<{ pid: number }> {
  const reader = answer.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  return JSON.parse(new TextDecoder().decode(value).trim());
}

describe("a study", () => {
  it("gets the documents and passes its events on", async () => {
    const url = await serve(TELLS());
    const answer = await ask(url, "mutate");
    expect(answer.headers.get("content-type")).toContain("application/x-ndjson");
    expect(await answer.json()).toEqual({ kind: "mutate", names: documents.map(({ name }) => name) });
    expect((await ask(url, "conquer")).status).toBe(404);
  });

  it("ends when whoever asked hangs up, and the server answers all the while", async () => {
    const url = await serve(HANGS());
    const hangUp = new AbortController();
    const { pid } = await firstEvent(await ask(url, "prove", hangUp.signal));
    expect(lives(pid)).toBe(true);
    const begun = performance.now();
    expect((await fetch(`${url}/api/workshop`)).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(2_000);
    hangUp.abort();
    await expect.poll(() => lives(pid), { timeout: 5_000 }).toBe(false);
  });

  it("ends with the server", async () => {
    const url = await serve(HANGS());
    const { pid } = await firstEvent(await ask(url, "prove"));
    await server?.stop();
    server = null;
    await expect.poll(() => lives(pid), { timeout: 5_000 }).toBe(false);
  });

  it("isn't begun beside two others", async () => {
    const url = await serve(HANGS());
    const hangUp = new AbortController();
    for (const kind of ["prove", "mutate"]) await firstEvent(await ask(url, kind, hangUp.signal));
    const third = await ask(url, "prove");
    expect([third.status, await third.json()]).toEqual([503, { error: expect.stringContaining("已有两项在算") }]);
    hangUp.abort();
    await expect.poll(async () => (await ask(url, "prove", AbortSignal.timeout(500))).status, { timeout: 5_000 }).toBe(200);
  });

  it("that breaks, takes too long or isn't built says so", async () => {
    const told = async (file: string, longestMs?: number) => {
      const begun = createStudies(file, longestMs).begin("prove", documents);
      return begun.ok ? text(begun.value) : begun.errors.join();
    };
    expect(await told(BREAKS())).toContain("没有算完就停了");
    expect(await told(HANGS(), 300)).toContain("算得太久");
    expect(await told(join(folder, "nowhere.js"))).toContain("npm run build");
  });

  it("isn't begun for what are no documents", async () => {
    const url = await serve(HANGS());
    for (const body of ["{}", "[]", '{"documents":[]}']) {
      const answer = await fetch(`${url}/api/workshop/study/prove`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      expect(answer.status).toBe(400);
    }
  });
});
