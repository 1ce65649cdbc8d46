/** What a first visit costs, what is there before any script, and that nothing jumps: on the calculator and a result, as they are built and served. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserOfWorker, hasChromium, openSite } from "./browser/open-site.ts";

const EXAMPLE = "policies/jinjiang-2023-11/2023-05-01/examples/1-shoe-factory.json";
const dossier = JSON.parse(readFileSync(EXAMPLE, "utf8"));
const RESULT = `/#d=${gzipSync(JSON.stringify({ dossier, skipped: [], whole: true })).toString("base64url")}`;

/** In the page, before anything is drawn: adds up how much moves without a person's doing. */
function watchShifts(): void {
  const sum = { value: 0 };
  Object.assign(window, { shifts: sum });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) sum.value += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

/** In the page: what is said, and where. */
const standing = (all: Element[]) =>
  all.map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return { text: one.textContent, x, y, width, height };
  });

const PHONE = { width: 412, height: 823 };
const DESK = { width: 1350, height: 940 };

describe.skipIf(!hasChromium)("a first visit", { timeout: 60_000 }, () => {
  const site = openSite();

  type Look = (page: Page, scripts: readonly string[]) => Promise<void>;
  async function visit(address: string, viewport: typeof PHONE, look: Look): Promise<void> {
    const context = await (await browserOfWorker()).newContext({ viewport });
    const page = await context.newPage();
    await page.addInitScript(watchShifts);
    const scripts: string[] = [];
    page.on("request", (request) => request.url().endsWith(".js") && scripts.push(new URL(request.url()).pathname));
    await page.goto(site.url + address);
    await page.waitForLoadState("networkidle");
    await look(page, scripts);
    await context.close();
  }

  const sizeOf = (scripts: readonly string[]) =>
    scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(site.web, path)), { level: 9 }).length, 0);

  it.each([
    ["the calculator", "/", ".question", PHONE, 65_000],
    ["the calculator of another policy, on a desk", "/?policy=shili-2025-01", ".question", DESK, 65_000],
    ["a result that a link carries", RESULT, ".interpretations[data-compared=true]", PHONE, 95_000],
    ["a result that a link carries, on a desk", RESULT, ".interpretations[data-compared=true]", DESK, 95_000],
  ])("to %s loads little script, and nothing jumps", async (_, address, shown, viewport, most) => {
    await visit(address, viewport, async (page, scripts) => {
      await page.waitForSelector(shown);
      console.log(`${shown}: ${(sizeOf(scripts) / 1000).toFixed(1)} KB of gzipped JavaScript`);
      expect(scripts.length).toBeGreaterThan(0);
      expect(sizeOf(scripts)).toBeLessThanOrEqual(most);
      expect(await page.evaluate(() => (window as unknown as { shifts: { value: number } }).shifts.value)).toBe(0);
    });
  });

  it.each(["jinjiang-2023-11", "shili-2025-01"])("finds in the HTML itself what the script will say of %s", async (id) => {
    const address = `/?policy=${id}`;
    const read = (page: Page) => page.locator(".masthead, #main .policies, #main .notice").evaluateAll(standing);
    const still = await site.open(address, { viewport: PHONE, javaScriptEnabled: false });
    const before = await read(still);
    expect(before).toHaveLength(3);
    await still.context().close();
    await visit(address, PHONE, async (page) => {
      await page.waitForSelector(".question");
      expect(await read(page)).toEqual(before);
      expect(await page.locator("main").count()).toBe(1);
    });
  });

  it("fetches what lists need once the first question is touched, and leads the keyboard to the next question", async () => {
    await visit("/", PHONE, async (page, scripts) => {
      const before = scripts.length;
      await page.locator(".question input, .question button").first().focus();
      await expect.poll(() => scripts.length).toBeGreaterThan(before);
      const first = await page.locator(".question").getAttribute("data-topic");
      await page.locator(".question-actions button").last().click();
      await expect.poll(() => page.locator(".question").getAttribute("data-topic")).not.toBe(first);
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
    });
  });
});
