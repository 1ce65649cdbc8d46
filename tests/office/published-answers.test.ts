/** What the office publishes stands on the policy's page beside its clause, as text, and the page is served without a database too. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { consultation, openStore } from "@zhengdui/store";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type PublishedAnswer, rememberedAnswers } from "../../apps/server/src/office/published-answers.ts";
import { policyPageRoutes } from "../../apps/server/src/routes/policy-pages.ts";
import type { Policy } from "../../packages/policy/src/index.ts";
import { COUNTY, OTHER_COUNTY, openTestOffice, type TestOffice } from "./test-office.ts";

const compiled = new URL("../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const policy = JSON.parse(readFileSync(compiled, "utf8")) as Policy;
const PRINTED = "<main>%ANSWERS%<h3>二（二）</h3>%ANSWERS:二（二）%<h3>二（三）</h3>%ANSWERS:二（三）%</main>";

let office: TestOffice;
let web: string;
let app: FastifyInstance;
let answers: readonly PublishedAnswer[] = [];
beforeAll(async () => {
  office = await openTestOffice();
  web = mkdtempSync(join(tmpdir(), "zhengdui-answers-"));
  for (const home of ["policies", "en/policies"]) {
    mkdirSync(join(web, home, policy.id), { recursive: true });
    writeFileSync(join(web, home, policy.id, "index.html"), PRINTED);
  }
  app = Fastify();
  const service = { repealed: null, windows: [], sections: [] };
  const shelf = { policies: [{ policy, service, document: null as never }], examples: [] };
  policyPageRoutes(app, shelf, web, async () => answers);
});
afterAll(async () => {
  await app.close();
  await office.close();
  rmSync(web, { recursive: true, force: true });
});

const page = async (home = "policies"): Promise<string> => (await app.inject({ url: `/${home}/${policy.id}/` })).body;

it("shows nothing where nothing is published", async () => {
  answers = [];
  expect(await page()).toBe("<main><h3>二（二）</h3><h3>二（三）</h3></main>");
});

it("shows each beside its clause, as text; what belongs to no clause stands before them", async () => {
  const on = "2026-11-25";
  answers = [
    { clause: "二（二）", question: "<script>1</script>能报吗？", answer: "能。\n%STATE%不变。", on },
    { clause: null, question: "何时申报？", answer: "见通知。", on },
    { clause: "九（九）", question: "旧条款？", answer: "已改。", on },
  ];
  const html = await page();
  expect(html).toMatch(/^<main><div class="answers">.*何时申报？.*旧条款？.*<h3>二（二）<\/h3><div class="answers">/);
  expect(html).toContain("<summary>&lt;script&gt;1&lt;/script&gt;能报吗？</summary><p>能。</p><p>%STATE%不变。</p>");
  expect(html).toContain("2026年11月25日公开");
  expect(html).toMatch(/<h3>二（三）<\/h3><\/main>$/);
  expect(await page("en/policies")).toMatch(
    /Questions and answers.*<span lang="zh-CN">见通知。<\/span>.*Published 25 November 2026/,
  );
});

it("is a county's own, and what was known stays while the database is away", async () => {
  const { now } = office.clock;
  const row = {
    id: "1",
    policy: policy.id,
    clause: null,
    channel: "phone",
    question: "问",
    askedBy: null,
    askedAt: now,
  } as const;
  await office.asSystem(async (tx) => {
    await tx.insert(consultation).values({ ...row, publicQuestion: "公开问", publicAnswer: "公开答", publishedAt: now });
  });
  const troubles: unknown[] = [];
  const opened = await openStore({ url: office.url });
  if (!opened.ok) throw new Error(JSON.stringify(opened.errors));
  const store = opened.value;
  const remembered = rememberedAnswers(store, (error) => troubles.push(error), 0);
  const known = [{ clause: null, question: "公开问", answer: "公开答", on: "2026-11-25" }];
  expect(await remembered(COUNTY, policy.id)).toEqual(known);
  expect(await remembered(OTHER_COUNTY, policy.id)).toEqual([]);
  await store.close();
  expect(await remembered(COUNTY, policy.id)).toEqual(known);
  expect(troubles).toHaveLength(1);
});
