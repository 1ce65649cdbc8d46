/** The page in English, in Chromium: nothing is said in Chinese that doesn't say so, English costs a Chinese reader nothing, and the choice is kept. */
import { readFileSync } from "node:fs";
import type { Policy } from "@zhengdui/policy";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { viewsOf } from "./browser/calculator-ways.ts";
import { cutOff, faultsInBothSchemes } from "./browser/faults-of.ts";
import { hasChromium, openSite } from "./browser/open-site.ts";

const ID = "jinjiang-2023-11";
const policy = JSON.parse(readFileSync(`policies/${ID}/2023-05-01/compiled/policy.json`, "utf8")) as Policy;

/** Chinese that isn't marked as such: texts, names and placeholders. An option of a list can't mark a part of itself. In the page. */
function unmarkedChinese(): string[] {
  const han = /\p{Script=Han}/u;
  const inEnglish = (element: Element | null) => element?.closest("[lang]")?.getAttribute("lang") !== "zh-CN";
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element?.closest("option, script, noscript") === null && han.test(node.textContent ?? "") && inEnglish(element))
      found.push(`${element.tagName}.${element.className}: ${node.textContent}`);
  }
  for (const element of document.querySelectorAll("[aria-label], [placeholder]"))
    for (const name of ["aria-label", "placeholder"]) {
      const said = element.getAttribute(name) ?? "";
      if (han.test(said) && inEnglish(element)) found.push(`${element.tagName} ${name}: ${said}`);
    }
  return found;
}

describe.skipIf(!hasChromium)("the page in English", { timeout: 90_000 }, () => {
  const site = openSite();

  const language = (page: Page) => page.evaluate(() => document.documentElement.lang);

  it("says in every view that what is Chinese is Chinese, and names no control in it alone", async () => {
    const page = await site.open("/?lang=en");
    for await (const view of viewsOf(page)) expect(await page.evaluate(unmarkedChinese), view).toEqual([]);
    expect(await page.title()).toMatch(/^Zhengdui/);
  });

  it("says so in a refused file and beside a wrong entry, and says in English what is wanted", async () => {
    const page = await site.open("/?lang=en#facts");
    await page.waitForSelector(".form");
    const money = page.getByRole("textbox", { name: /^Fiscal contribution/ });
    await money.fill("五十万");
    const field = page.locator(".field", { has: money });
    await expect.poll(() => field.locator(".field-problem").innerText()).toContain("An amount is wanted");
    await page.locator('input[type="file"]').setInputFiles({
      name: "broken.json",
      mimeType: "application/json",
      buffer: Buffer.from('{\n  "year": 2023\n  "applicant": {}\n}'),
    });
    await expect.poll(() => page.locator(".refused").innerText()).toContain("line 3, column 3");
    expect(await page.evaluate(unmarkedChinese)).toEqual([]);
  });

  it("is fetched only by who wants it; the choice is kept, and undone by one button", async () => {
    const page = await site.open("/");
    const scripts: string[] = [];
    page.on("request", (request) => request.url().endsWith(".js") && scripts.push(request.url()));
    await page.reload();
    await page.waitForSelector(".question");
    expect(await language(page)).toBe("zh-CN");
    expect(scripts.filter((url) => /\/en-[^/]+\.js$/.test(url))).toEqual([]);
    const question = await page.locator(".question h2").innerText();
    await page.getByRole("button", { name: "English" }).click();
    await expect.poll(() => language(page)).toBe("en");
    expect(scripts.filter((url) => /\/en-[^/]+\.js$/.test(url))).toHaveLength(1);
    expect(await page.locator(".skip").textContent()).toBe("Skip to the text");
    await page.reload();
    await page.waitForSelector(".question");
    expect(await language(page)).toBe("en");
    await page.getByRole("button", { name: "中文" }).click();
    await expect.poll(() => page.locator(".question h2").innerText()).toBe(question);
    await page.reload();
    await page.waitForSelector(".question");
    expect(await language(page)).toBe("zh-CN");
  });

  it("loses no answer when the language changes, and takes the language of its address", async () => {
    const page = await site.open("/?lang=en");
    await page.waitForSelector(".question");
    await page.locator(".pick").first().click();
    const answered = page.locator(".answered summary");
    const before = await answered.innerText();
    await page.getByRole("button", { name: "中文" }).click();
    await expect.poll(() => answered.innerText()).toMatch(/^已答 \d+ 项/);
    expect(page.url()).not.toContain("lang=");
    await page.getByRole("button", { name: "English" }).click();
    await expect.poll(() => answered.innerText()).toBe(before);
  });

  it("has the pages for reading in English: the law word for word, the state of the day, both languages linked", async () => {
    const page = await site.open(`/en/policies/${ID}/`, { javaScriptEnabled: false });
    const words = (await page.locator("blockquote p").allTextContents()).map((text) => text.trim());
    expect(words).toEqual(policy.clauses.flatMap(({ sentences }) => sentences));
    expect(await page.locator(".state").textContent()).toBe(
      "Expired on 31 December 2024: no ground for a new claim; 2023, 2024 can still be computed",
    );
    expect(await page.locator(".glance-most").first().textContent()).toBe("at most CNY 1,000,000.00 an item");
    // Search engines take whole addresses only.
    const { headers } = await fetch(page.url());
    expect(headers.get("link")?.split(", ")).toEqual([
      `<${site.url}/policies/${ID}/>; rel="alternate"; hreflang="zh-CN"`,
      `<${site.url}/en/policies/${ID}/>; rel="alternate"; hreflang="en"`,
    ]);
    await page.getByRole("link", { name: "中文" }).click();
    expect(page.url()).toBe(`${site.url}/policies/${ID}/`);
    await page.goto(`${site.url}/en/policies`);
    expect(await page.locator("h2 a").first().getAttribute("href")).toBe(`/en/policies/${ID}/`);
  });

  it("is searched in English, and what is found is told in English", async () => {
    const page = await site.open("/en/policies/", { viewport: { width: 320, height: 700 } });
    for (const words of ["软件", "nothing"]) {
      await page.getByRole("searchbox").fill(words);
      await page.getByRole("button", { name: "Find" }).click();
      await page.waitForURL(({ pathname, searchParams }) => pathname === "/en/policies/" && searchParams.get("q") === words);
      expect(await page.evaluate(unmarkedChinese)).toEqual([]);
      expect(await page.evaluate(cutOff)).toEqual([]);
      expect(await faultsInBothSchemes(page)).toEqual([]);
    }
  });

  it("has pages for reading without a fault of access or unmarked Chinese", async () => {
    const page = await site.open("/en/policies/", { viewport: { width: 320, height: 700 } });
    for (const address of [
      "/en/policies/",
      `/en/policies/${ID}/`,
      "/en/policies/shili-2025-01/",
      "/en/policies/yangli-2025-06/",
    ]) {
      await page.goto(`${site.url}${address}`);
      for (const large of [false, true]) {
        if (large) await page.getByText("Large type").click();
        expect([address, large, await page.evaluate(unmarkedChinese)]).toEqual([address, large, []]);
        expect([address, large, await page.evaluate(cutOff)]).toEqual([address, large, []]);
        expect([address, large, await faultsInBothSchemes(page)]).toEqual([address, large, []]);
      }
      await page.getByText("Large type").click();
    }
  });
});
