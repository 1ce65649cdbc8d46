/** The workshop over HTTP: drafts are kept in their folder and nowhere else, published versions stay as they are, strangers are turned away. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WorkshopCheck, WorkshopContents, WorkshopDocuments } from "@zhengdui/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../src/start-server.ts";

const policies = fileURLToPath(new URL("../../../policies", import.meta.url));
const published = join(policies, "jinjiang-2023-11", "2023-05-01");
let folder = "";
let drafts = "";
let server: RunningServer;

const start = (host: string, workshop?: string) =>
  startServer({ port: 0, host, policies, web: folder, ...(workshop ? { workshop } : {}), stopOnSignals: false, say: () => {} });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zhengdui-workshop-"));
  drafts = join(folder, "drafts");
  const started = await start("127.0.0.1", drafts);
  if (!started.ok) throw new Error(started.errors.map((e) => e.problem).join());
  server = started.value;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  for (const name of readdirSync(drafts)) rmSync(join(drafts, name), { recursive: true });
});

async function ask<T>(path: string, method = "GET", body?: unknown): Promise<{ status: number; value: T }> {
  const answer = await fetch(`${server.url}/api/workshop${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  return { status: answer.status, value: (await answer.json()) as T };
}
const begin = () =>
  ask<{ documents: WorkshopDocuments["documents"] }>("/new", "POST", {
    policy: "shili-1",
    version: "2026-01-01",
    title: "示例办法",
  });
const changed = (documents: WorkshopDocuments["documents"], name: string, from: string, to: string) =>
  documents.map((one) => (one.name === name ? { name, text: one.text.replace(from, to) } : one));

describe("documents", () => {
  it("of published versions are given as they are, and can't be written", async () => {
    const { value } = await ask<WorkshopContents>("");
    expect(value.published.map((entry) => entry.policy)).toContain("jinjiang-2023-11");
    const { value: found } = await ask<WorkshopDocuments>("/published/jinjiang-2023-11/2023-05-01");
    expect(found.documents.map(({ name }) => name)).toEqual([
      "original.txt",
      "policy.md",
      "facts.md",
      "interpretations.md",
      "cases.md",
    ]);
    for (const { name, text } of found.documents) expect(text).toBe(readFileSync(join(published, name), "utf8"));
    expect((await ask("/published/jinjiang-2023-11/2023-05-01", "PUT", { documents: [], revision: null })).status).toBe(404);
  });

  it("of a draft are kept, and two writers don't overwrite each other", async () => {
    const { documents } = (await begin()).value;
    const first = await ask<{ revision: string }>("/drafts/shili-1/2026-01-01", "PUT", { documents, revision: null });
    expect(first.status).toBe(200);
    expect((await ask<WorkshopContents>("")).value.drafts).toEqual([
      { policy: "shili-1", version: "2026-01-01", title: "示例办法" },
    ]);
    const again = await ask<{ error: string }>("/drafts/shili-1/2026-01-01", "PUT", { documents, revision: null });
    expect([again.status, again.value.error]).toEqual([409, "已经有这份草稿，没有覆盖。"]);
    const mine = changed(documents, "facts.md", "申报事实", "我的");
    const theirs = changed(documents, "facts.md", "申报事实", "他的");
    const { revision } = first.value;
    expect((await ask("/drafts/shili-1/2026-01-01", "PUT", { documents: mine, revision })).status).toBe(200);
    expect((await ask("/drafts/shili-1/2026-01-01", "PUT", { documents: theirs, revision })).status).toBe(409);
    expect((await ask<WorkshopDocuments>("/drafts/shili-1/2026-01-01")).value.documents).toEqual(mine);
    expect(readdirSync(join(drafts, "shili-1", "2026-01-01")).sort()).toEqual(documents.map(({ name }) => name).sort());
  });

  it.each(["..%2f..", "%2e%2e", "a%00b", "A", "a_b"])("aren't written for a policy called %s", async (policy) => {
    const { documents } = (await begin()).value;
    const { status } = await ask(`/drafts/${policy}/2026-01-01`, "PUT", { documents, revision: null });
    expect([400, 404]).toContain(status);
    expect(readdirSync(drafts)).toEqual([]);
  });

  it.each([
    ["no body", undefined],
    ["another file", { documents: [{ name: "../x", text: "" }], revision: null }],
    [
      "a number for a text",
      {
        documents: ["original.txt", "policy.md", "facts.md", "interpretations.md", "cases.md"].map((name) => ({ name, text: 1 })),
        revision: null,
      },
    ],
    ["a revision that is none", { documents: [], revision: 5 }],
  ])("aren't written with %s", async (_, body) => {
    expect((await ask("/drafts/shili-1/2026-01-01", "PUT", body)).status).toBe(400);
    expect(readdirSync(drafts)).toEqual([]);
  });

  it("aren't written through a link that leads out of the folder", async () => {
    const { documents } = (await begin()).value;
    const outside = join(folder, "outside");
    mkdirSync(outside, { recursive: true });
    symlinkSync(outside, join(drafts, "shili-1"));
    expect((await ask("/drafts/shili-1/2026-01-01", "PUT", { documents, revision: null })).status).toBe(409);
    expect(readdirSync(join(outside)).filter((name) => existsSync(join(outside, name, "policy.md")))).toEqual([]);
  });
});

describe("drafts", () => {
  const put = async (policy: string, version = "2026-01-01") => {
    const { documents } = (await begin()).value;
    expect((await ask(`/drafts/${policy}/${version}`, "PUT", { documents, revision: null })).status).toBe(200);
    return documents;
  };
  const names = async () => (await ask<WorkshopContents>("")).value.drafts.map(({ policy, version }) => `${policy} ${version}`);

  it("are renamed, inside too, and never onto another", async () => {
    await put("shili-1");
    await put("shili-3");
    const rename = (policy: unknown, version: unknown) =>
      ask<{ error?: string }>("/drafts/shili-1/2026-01-01/rename", "POST", { policy, version });
    const taken = await rename("shili-3", "2026-01-01");
    expect([taken.status, taken.value.error]).toEqual([409, "已经有一份草稿叫shili-3 · 2026-01-01，没有覆盖。"]);
    for (const [policy, version] of [
      ["../shili-4", "2026-01-01"],
      ["回收", "2026-01-01"],
      ["shili-4", "2026-02-30"],
      ["<script>", "2026-01-01"],
      [7, "2026-01-01"],
    ]) {
      const bad = await rename(policy, version);
      expect([bad.status, bad.value.error]).toEqual([400, expect.stringContaining("代号只用小写字母")]);
    }
    expect((await rename("shili-2", "2026-03-01")).status).toBe(200);
    expect(await names()).toEqual(["shili-2 2026-03-01", "shili-3 2026-01-01"]);
    const { value } = await ask<WorkshopDocuments>("/drafts/shili-2/2026-03-01");
    expect(value.documents[1]?.text).toMatch(/^---\npolicy: shili-2\n[\s\S]*\nversion: 2026-03-01\n/);
    expect((await ask("/drafts/shili-1/2026-01-01/rename", "POST", { policy: "shili-9", version: "2026-01-01" })).status).toBe(
      404,
    );
  });

  it("are put into 回收 and come back whole, but not over another", async () => {
    const documents = await put("shili-1");
    const gone = await ask<{ key: string }>("/drafts/shili-1/2026-01-01", "DELETE");
    expect([gone.status, gone.value.key]).toEqual([200, "shili-1~2026-01-01~1"]);
    expect(await names()).toEqual([]);
    expect(existsSync(join(drafts, "回收", gone.value.key, "policy.md"))).toBe(true);
    await put("shili-1");
    const back = () => ask<{ error: string }>("/restore", "POST", { key: gone.value.key });
    expect((await back()).status).toBe(409);
    expect((await ask<{ key: string }>("/drafts/shili-1/2026-01-01", "DELETE")).value.key).toBe("shili-1~2026-01-01~2");
    expect((await ask<WorkshopContents>("")).value.deleted.map(({ key }) => key)).toEqual([
      "shili-1~2026-01-01~1",
      "shili-1~2026-01-01~2",
    ]);
    expect((await back()).status).toBe(200);
    expect((await ask<WorkshopDocuments>("/drafts/shili-1/2026-01-01")).value.documents).toEqual(documents);
    expect((await ask("/drafts/shili-2/2026-01-01", "DELETE")).status).toBe(404);
  });

  it.each(["../shili-1~2026-01-01~1", "shili-1~2026-01-01~1/../../x", "", 5, null, "shili-1"])(
    "don't come back by the key %s",
    async (key) => {
      await put("shili-1");
      await ask("/drafts/shili-1/2026-01-01", "DELETE");
      expect((await ask("/restore", "POST", { key })).status).toBe(404);
    },
  );

  it("that are links leading elsewhere are neither renamed nor removed, and nothing is moved through one", async () => {
    await put("shili-1");
    const outside = join(folder, "elsewhere");
    mkdirSync(join(outside, "2026-01-01"), { recursive: true });
    writeFileSync(join(outside, "2026-01-01", "policy.md"), "title: 别处");
    symlinkSync(outside, join(drafts, "shili-9"));
    expect((await ask("/drafts/shili-9/2026-01-01", "DELETE")).status).toBe(404);
    expect((await ask("/drafts/shili-1/2026-01-01/rename", "POST", { policy: "shili-9", version: "2026-05-01" })).status).toBe(
      409,
    );
    symlinkSync(outside, join(drafts, "回收"));
    expect((await ask("/drafts/shili-1/2026-01-01", "DELETE")).status).toBe(404);
    expect(readdirSync(outside)).toEqual(["2026-01-01"]);
  });
});

describe("checking", () => {
  it("says nothing of a new policy, and gives each case's two numbers", async () => {
    const { documents } = (await begin()).value;
    const { value } = await ask<WorkshopCheck>("/check", "POST", { documents });
    expect(value.complaints).toEqual([]);
    expect(value.policy?.measures).toHaveLength(2);
    expect(value.cases?.map(({ expected, found }) => [expected, found])).toContainEqual(["320000.00", "320000.00"]);
  });

  it("asks for a look at what is still the sample's, whether the rest compiles or not", async () => {
    const { documents } = (await begin()).value;
    const broken = changed(documents, "policy.md", "[10万元..50万元)", "(10万元..50万元)");
    for (const each of [documents, broken]) {
      const { value } = await ask<WorkshopCheck>("/check", "POST", { documents: each });
      expect(value.notices.map(({ code, file, words }) => [code, file, words])).toEqual([
        ["sample-left", "policy.md", "示例〔2026〕1号"],
        ["sample-left", "policy.md", "样本县人民政府"],
      ]);
    }
    const own = changed(documents, "policy.md", "issuer: 样本县人民政府", "issuer: 示例县人民政府");
    const { value } = await ask<WorkshopCheck>("/check", "POST", { documents: own });
    expect(value.notices.map(({ words }) => words)).toEqual(["示例〔2026〕1号"]);
  });

  it("complains at the line, and knows the words all the same", async () => {
    const { documents } = (await begin()).value;
    const broken = changed(documents, "policy.md", "[10万元..50万元)", "(10万元..50万元)");
    const { value } = await ask<WorkshopCheck>("/check", "POST", { documents: broken });
    const line = (broken[1]?.text.split("\n").findIndex((one) => one.startsWith("| (10万元")) ?? 0) + 1;
    expect(value.complaints).toMatchObject([{ code: "table-gap", file: "policy.md", mend: expect.stringContaining("补一行") }]);
    expect(Math.abs((value.complaints[0]?.line ?? 0) - line)).toBeLessThanOrEqual(3);
    expect([value.policy, value.cases]).toEqual([null, null]);
    const words = value.vocabulary.words.map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(["实付", "软件一档下限", "软件付款", "到分", "年度", "include-tax", "一"]));
    expect(value.vocabulary.keys[""]).toContain("year cap");
  });

  it("shows a case that differs with both numbers", async () => {
    const { documents } = (await begin()).value;
    const broken = changed(documents, "cases.md", "| 16万元 | 16万元 |", "| 17万元 | 17万元 |");
    const { value } = await ask<WorkshopCheck>("/check", "POST", { documents: broken });
    const red = value.cases?.filter((one) => one.complaints.length > 0);
    expect(red).toMatchObject([{ title: "按投入的20%", expected: "170000.00", found: "160000.00" }]);
    expect(value.complaints.map(({ code, file }) => [code, file])).toEqual([
      ["case-differs", "cases.md"],
      ["case-differs", "cases.md"],
    ]);
  });
});

describe("strangers", () => {
  const knock = (headers: Record<string, string>, method = "GET", path = "") =>
    new Promise<number>((done, refuse) => {
      request(`${server.url.replace("localhost", "127.0.0.1")}/api/workshop${path}`, { headers, method }, (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      })
        .on("error", refuse)
        .end();
    });

  it.each([
    ["POST", "/check"],
    ["POST", "/new"],
    ["POST", "/restore"],
    ["POST", "/study/prove"],
    ["POST", "/study/mutate"],
    ["POST", "/drafts/shili-1/2026-01-01/rename"],
    ["PUT", "/drafts/shili-1/2026-01-01"],
    ["DELETE", "/drafts/shili-1/2026-01-01"],
  ])("of another site can't %s %s, as a form or as a script", async (method, path) => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json"])
      expect(await knock({ origin: "https://evil.example", "content-type": type }, method, path)).toBe(403);
    expect(await knock({ "sec-fetch-site": "same-site" }, method, path)).toBe(403);
    expect(await knock({ origin: "null" }, method, path)).toBe(403);
  });

  it.each([
    ["a name that isn't this machine's", { host: "evil.example" }],
    ["another site's page", { origin: "https://evil.example" }],
    ["another site's link", { "sec-fetch-site": "cross-site" }],
    ["a proxy", { "x-forwarded-for": "192.0.2.1" }],
  ])("that come by %s are turned away", async (_, headers) => {
    expect(await knock(headers)).toBe(403);
    expect(await knock({})).toBe(200);
  });

  it("find no workshop where none was opened, and none opens to the network or beside the law", async () => {
    const plain = await start("127.0.0.1");
    if (!plain.ok) throw new Error("didn't start");
    expect((await fetch(`${plain.value.url}/api/workshop`)).status).toBe(404);
    await plain.value.stop();
    expect(await start("0.0.0.0", drafts)).toMatchObject({ ok: false, errors: [{ path: "HOST" }] });
    for (const home of [policies, join(policies, ".."), published])
      expect(await start("127.0.0.1", home)).toMatchObject({ ok: false, errors: [{ path: home }] });
    writeFileSync(join(folder, "a-file"), "");
    expect(await start("127.0.0.1", join(folder, "a-file"))).toMatchObject({ ok: false });
  });
});
