/**
 * What a first visit costs, what is there before any script, and that nothing jumps: on the calculator and a result, as they are built and
 * served; and what the office's pages cost whoever comes to them first.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCreditCode } from "../packages/basics/src/index.ts";
import type { RoleId } from "../packages/casework/src/index.ts";
import { faultsInBothSchemes } from "./browser/faults-of.ts";
import { browserOfWorker, hasChromium, openSite } from "./browser/open-site.ts";
import { sessionOf } from "./browser/session-of.ts";
import { openTestOffice, type TestOffice } from "./office/test-office.ts";

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

const UNIT = makeCreditCode("91350582", "MG000001") ?? "";
/** Where there is room, the menu is at the left and the page at its side. */
const standsBesideMenu = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [menu, main] = ["nav", "main"].map((name) => document.querySelector(name)?.getBoundingClientRect());
    return (
      menu !== undefined && main !== undefined && main.left >= menu.right && main.top === menu.top && main.width > menu.width
    );
  });

const PHONE = { width: 412, height: 823 };
const DESK = { width: 1350, height: 940 };

/** The gzipped size of scripts, in bytes. */
const sizeIn = (web: string, scripts: readonly string[]) =>
  scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(web, path)), { level: 9 }).length, 0);

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

  const sizeOf = (scripts: readonly string[]) => sizeIn(site.web, scripts);

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

describe.skipIf(!hasChromium)("a first visit to the office", { timeout: 60_000 }, () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await openTestOffice();
    await office.addEnterprise({ uscc: UNIT, name: "示例鞋业有限公司", territory: "陈埭镇" });
  });
  const site = openSite({ office: () => office.office, apartFrom: /40[14]/ });
  afterAll(() => office.close());

  /** What is fetched for this page; what is fetched ahead, while there is nothing else to do, comes after it. */
  async function visit(address: string, role?: RoleId): Promise<{ page: Page; scripts: string[] }> {
    const page = await site.open("/404.html");
    if (role !== undefined) await page.context().addCookies([sessionOf(await office.person(role, { unit: UNIT }))]);
    await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
    const scripts: string[] = [];
    page.on("request", (request) => request.url().endsWith(".js") && scripts.push(new URL(request.url()).pathname));
    await page.goto(`${site.url}/office${address}`);
    await page.locator("h1").waitFor();
    await page.waitForLoadState("networkidle");
    return { page, scripts };
  }

  it.each<[string, string, RoleId | undefined, number, number]>([
    ["the sign-in page", "/sign-in", undefined, 114_000, 9],
    ["the first page of a unit", "/", "legal-representative", 112_000, 6],
    ["the page of a unit", `/units/${UNIT}`, "legal-representative", 116_000, 13],
    ["an enterprise's file", `/enterprises/${UNIT}`, "case-officer", 126_000, 20],
  ])("to %s loads little script", async (name, address, role, most, files) => {
    const { scripts } = await visit(address, role);
    const size = sizeIn(site.web, scripts);
    console.log(`${name}: ${(size / 1000).toFixed(1)} KB of gzipped JavaScript in ${scripts.length} files`);
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.length).toBeLessThanOrEqual(files);
    expect(size).toBeLessThanOrEqual(most);
  });

  it("fetches a screen when its link is pointed at, keeps the page until the next is there, and says that it comes", async () => {
    const { page, scripts } = await visit("/", "legal-representative");
    const before = scripts.length;
    await page.locator("#main").getByRole("link", { name: "我的单位" }).hover();
    await expect.poll(() => scripts.slice(before).some((path) => path.includes("/units-"))).toBe(true);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(/\/messages-[^/]+\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.locator("#main").getByRole("link", { name: "消息" }).click();
    await expect.poll(() => page.getByText("正在打开……").count()).toBe(1);
    expect(await page.locator("h1").innerText()).toContain("您好");
    expect(await standsBesideMenu(page)).toBe(true);
    letGo();
    await expect.poll(() => page.locator("h1").innerText()).toBe("消息");
    await expect.poll(() => page.getByText("正在打开……").count()).toBe(0);
    expect(await standsBesideMenu(page)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  });

  it("says where a screen can't be fetched, offers to load anew, and opens the others and it again", async () => {
    const { page } = await visit("/", "legal-representative");
    const piece = /\/units-[^/]+\.js$/;
    await page.route(piece, (route) => route.fulfill({ status: 404, contentType: "text/html", body: "" }));
    await page.locator("#main").getByRole("link", { name: "我的单位" }).click();
    await expect.poll(() => page.locator("h1").innerText()).toBe("这一页没有打开");
    expect(await page.getByRole("alert").innerText()).toContain("没有取到这一页");
    expect(await page.getByRole("alert").evaluate((place) => place === document.activeElement)).toBe(true);
    expect(await faultsInBothSchemes(page)).toEqual([]);
    await page.getByRole("link", { name: "首页" }).click();
    await expect.poll(() => page.locator("h1").innerText()).toContain("您好");
    await page.locator("#main").getByRole("link", { name: "我的单位" }).click();
    await expect.poll(() => page.locator("h1").innerText()).toBe("这一页没有打开");
    await page.unroute(piece);
    await page.getByRole("button", { name: "重新载入" }).click();
    await expect.poll(() => page.locator("h1").innerText()).toBe("我的单位");
    expect(site.wrong.splice(0).filter((said) => !/404|MIME|could not be fetched|dynamically imported/.test(said))).toEqual([]);
  });

  it("fetches what a page leads to while there is nothing else to do, and not where data is dear", async () => {
    const aheadOf = async (saveData: boolean) => {
      const page = await site.open("/404.html");
      await page.addInitScript((dear) => Object.defineProperty(navigator, "connection", { value: { saveData: dear } }), saveData);
      const scripts: string[] = [];
      page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
      await page.goto(`${site.url}/office/sign-in`);
      await page.locator("h1").waitFor();
      // Nothing is fetched, or all of it.
      await page.waitForTimeout(saveData ? 1_500 : 0);
      if (!saveData) await expect.poll(() => scripts.some((path) => path.includes("/register-"))).toBe(true);
      return ["/home-", "/register-"].map((piece) => scripts.some((path) => path.includes(piece)));
    };
    expect(await aheadOf(false)).toEqual([true, true]);
    expect(await aheadOf(true)).toEqual([false, false]);
  });
});
