/** The pages for reading, in Chromium without scripts: the official words, the state of the day, one column on a phone, no fault of access. */
import { readdirSync, readFileSync } from "node:fs";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite } from "./browser/open-site.ts";

const ID = "jinjiang-2023-11";
const shelved = readdirSync("policies").flatMap((id) =>
  readdirSync(`policies/${id}`).map(
    (version) => JSON.parse(readFileSync(`policies/${id}/${version}/compiled/policy.json`, "utf8")) as Policy,
  ),
);
const [policy] = shelved.filter(({ id }) => id === ID) as [Policy];
const ADDRESSES = [
  "/policies/",
  `/policies/?q=${encodeURIComponent("补助")}`,
  `/policies/?q=${encodeURIComponent("没有的词")}`,
  ...shelved.map(({ id }) => `/policies/${id}/`),
];

describe.skipIf(!hasChromium)("the pages for reading", () => {
  const site = openSite();
  const open = (address: string, width = 1280) =>
    site.open(address, { viewport: { width, height: 900 }, javaScriptEnabled: false });

  it("have every official sentence, in order, without a script", async () => {
    const page = await open(`/policies/${ID}/`);
    const words = (await page.locator("blockquote p").allTextContents()).map((text) => text.trim());
    expect(words).toEqual(policy.clauses.flatMap((clause) => clause.sentences));
    expect(await page.locator("script").count()).toBe(0);
  });

  it("say what has become of the policy, and what its largest amounts are", async () => {
    const page = await open(`/policies/${ID}/`);
    expect(await page.locator(".state").textContent()).toBe(
      "已失效 已于2024年12月31日失效，不作新的申报依据；2023、2024 年度仍可测算",
    );
    const most = await page.locator(".glance-most").allTextContents();
    expect(most.slice(0, 3)).toEqual(["单项最高 100.00 万元", "单项最高 10.00 万元", "单项最高 50.00 万元"]);
    expect(most.slice(-2)).toEqual(["一事一议", "不发补助"]);
  });

  it("lead to a clause by its address, and from the list to each policy", async () => {
    const page = await open(`/policies/${ID}/#c-${encodeURIComponent("二（二）")}`);
    expect(await page.locator("section:target h3").textContent()).toContain("管理信息系统采购补助");
    await page.goto(`${site.url}/policies`);
    const links = await page.locator("h2 a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    expect(links).toContain(`/policies/${ID}/`);
    expect(links.length).toBeGreaterThan(2);
  });

  it("answer, on every policy's card, who, how much, since when, with what not, whom to ask, and what proves it", async () => {
    for (const { id, measures, interpretations } of shelved) {
      const page = await open(`/policies/${id}/`);
      const cards = page.locator(".card:has(dl)");
      expect(await cards.count()).toBe(measures.length);
      for (const [i, { form }] of measures.entries()) {
        const lines = await cards.nth(i).locator("dt").allTextContents();
        const paying = form.kind !== "no-subsidy" && form.kind !== "discretionary";
        expect(lines).toEqual(["给谁", "给多少", "从何时", ...(paying ? ["不能同享"] : []), "问谁"]);
        if (paying) expect(await cards.nth(i).getByRole("heading", { name: "凭什么证明" }).count()).toBe(1);
      }
      const keys = await page.locator(".open-place").evaluateAll((all) => all.map((one) => one.id));
      expect(keys.sort()).toEqual(interpretations.map(({ key }) => `i-${key}`).sort());
      await page.context().close();
    }
  });

  it("invent no window and no phone where the text has none", async () => {
    const page = await open(`/policies/${ID}/`);
    expect(await page.locator(".windows").textContent()).toBe("申报窗口以当年申报通知为准");
    expect(await page.locator("main").textContent()).not.toMatch(/电话 |\d{3,4}-\d{7,8}/);
    await page.goto(`${site.url}/policies/shili-2025-01/`);
    expect(await page.locator(".windows").textContent()).toContain("2025 年度：2026年3月2日至2026年4月30日");
  });

  it("are searched by a plain form, and what is found leads to its clause", async () => {
    const page = await open("/policies/");
    await page.getByLabel("查找政策和条款").fill("ＥＲＰ");
    await page.getByRole("button", { name: "查找" }).click();
    expect(await page.locator("mark").first().textContent()).toBe("ERP");
    expect(await page.getByLabel("查找政策和条款").inputValue()).toBe("ＥＲＰ");
    await page.locator(".found-clauses a").first().click();
    await page.waitForSelector("section:target");
    expect(await page.locator("section:target h3").textContent()).toContain("第二条第（二）项");
    await page.goto(`${site.url}/policies/?q=${encodeURIComponent('%STATE:x%"><script>alert(1)</script>')}`);
    expect(await page.locator("script").count()).toBe(0);
    expect(await page.locator(".found-none").textContent()).toContain('%STATE:x%"><script>alert(1)</script>');
  });

  it("show no mark that was left to fill, whatever address they are asked by", async () => {
    for (const address of [
      "policies/",
      "policies/index.html",
      "policies/found.html",
      `policies/${ID}/`,
      `policies/${ID}/index.html`,
    ])
      expect(await (await fetch(`${site.url}/${address}`)).text(), address).not.toMatch(/%[A-Z]+(:|%)/);
  });

  it("travel compressed, and not again to who has them", async () => {
    const first = await fetch(`${site.url}/policies/${ID}/`, { headers: { "accept-encoding": "br" } });
    expect(first.headers.get("content-encoding")).toBe("br");
    const etag = first.headers.get("etag") ?? "";
    expect((await fetch(`${site.url}/policies/${ID}/`, { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("print like a document: every table unfolded, nothing to click", async () => {
    const page = await open(`/policies/${ID}/`);
    await page.emulateMedia({ media: "print" });
    const tables = page.locator(".card details table");
    expect(await tables.count()).toBe(new Set(policy.params.map(({ clause }) => clause)).size);
    expect(await tables.evaluateAll((all) => all.filter((table) => !table.checkVisibility()).length)).toBe(0);
    for (const hidden of [".reading-nav", ".skip", ".card summary"])
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    await page.goto(`${site.url}/policies/`);
    expect(await page.locator(".search").isVisible()).toBe(false);
  });

  it("need no sideways scrolling at any width, and have no fault of access in either scheme", async () => {
    const widths = [320, 360, 768, 1440];
    const page = await site.open("/policies/");
    for (const address of ADDRESSES) {
      await page.goto(`${site.url}${address}`);
      expect([address, await sidewaysAt(page, widths)]).toEqual([address, widths.map((width) => [width, 0])]);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect([address, await faultsInBothSchemes(page)]).toEqual([address, []]);
    }
  }, 180_000);
});
