/** What a first visit costs, and that nothing jumps: scripts, layout shifts and the way of the keyboard, on the policy's page, the calculator and a result. */
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

describe.skipIf(!hasChromium)("a first visit", { timeout: 60_000 }, () => {
  const site = openSite();

  async function visit(address: string, look: (page: Page, scripts: readonly string[]) => Promise<void>): Promise<void> {
    const context = await (await browserOfWorker()).newContext({ viewport: { width: 412, height: 823 } });
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
    ["the calculator", "/", ".question", 120_000],
    ["a result that a link carries", RESULT, ".measures", 150_000],
  ])("to %s loads little script, and nothing jumps", async (_, address, shown, most) => {
    await visit(address, async (page, scripts) => {
      await page.waitForSelector(shown);
      console.log(`${shown}: ${(sizeOf(scripts) / 1000).toFixed(1)} KB of gzipped JavaScript`);
      expect(scripts.length).toBeGreaterThan(0);
      expect(sizeOf(scripts)).toBeLessThanOrEqual(most);
      expect(await page.evaluate(() => (window as unknown as { shifts: { value: number } }).shifts.value)).toBe(0);
    });
  });

  it("fetches what lists need once the first question is touched, and leads the keyboard to the next question", async () => {
    await visit("/", async (page, scripts) => {
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
