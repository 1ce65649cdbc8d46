/** The pages for reading, in Chromium without scripts: the official words, the state of the day, one column on a phone, no fault of access. */
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Policy } from "@zhengdui/policy";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../apps/server/src/start-server.ts";

const executable = process.env.CHROMIUM ?? "";
const ID = "jinjiang-2023-11";
const policy = JSON.parse(readFileSync(`policies/${ID}/2023-05-01/compiled/policy.json`, "utf8")) as Policy;

describe.skipIf(executable === "")("the pages for reading", () => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    const started = await startServer({ port: 0, host: "127.0.0.1", stopOnSignals: false, say: () => {} });
    if (!started.ok) throw new Error(JSON.stringify(started.errors));
    server = started.value;
    browser = await chromium.launch({
      executablePath: executable,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  const open = async (address: string, width = 1280, scripts = false) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: scripts });
    const page = await context.newPage();
    await page.goto(`${server.url}${address}`);
    return page;
  };

  it("have every official sentence, in order, without a script", async () => {
    const page = await open(`/policies/${ID}/`);
    const words = (await page.locator("blockquote p").allTextContents()).map((text) => text.trim());
    expect(words).toEqual(policy.clauses.flatMap((clause) => clause.sentences));
    expect(await page.locator("script").count()).toBe(0);
    await page.context().close();
  });

  it("say what has become of the policy, and what its largest amounts are", async () => {
    const page = await open(`/policies/${ID}/`);
    expect(await page.locator(".state").textContent()).toBe(
      "已失效 已于2024年12月31日失效，不作新的申报依据；2023、2024 年度仍可测算",
    );
    const most = await page.locator(".glance-most").allTextContents();
    expect(most.slice(0, 3)).toEqual(["单项最高 100.00 万元", "单项最高 10.00 万元", "单项最高 50.00 万元"]);
    expect(most.slice(-2)).toEqual(["一事一议", "不发补助"]);
    await page.context().close();
  });

  it("lead to a clause by its address, and from the list to each policy", async () => {
    const page = await open(`/policies/${ID}/#c-${encodeURIComponent("二（二）")}`);
    expect(await page.locator("section:target h3").textContent()).toContain("管理信息系统采购补助");
    await page.goto(`${server.url}/policies`);
    const links = await page.locator("h2 a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    expect(links).toContain(`/policies/${ID}/`);
    expect(links.length).toBeGreaterThan(2);
    await page.context().close();
  });

  it.each([320, 360, 768, 1440])("need no sideways scrolling at %i px", async (width) => {
    for (const address of ["/policies/", `/policies/${ID}/`, "/policies/shili-2025-01/"]) {
      const page = await open(address, width, true);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect([address, over]).toEqual([address, 0]);
      await page.context().close();
    }
  });

  it.each(["light", "dark"] as const)("have no fault of access, %s", async (colorScheme) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    for (const address of ["/policies/", `/policies/${ID}/`, "/policies/yangli-2025-06/"]) {
      await page.goto(`${server.url}${address}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${address} ${v.id}: ${v.nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    }
    await context.close();
  });
});
