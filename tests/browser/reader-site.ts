/** The built pages for a test in a browser, served as they are served; and the ways through them that several tests take. */
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { startServer } from "../../apps/server/src/start-server.ts";

export const executable = process.env.CHROMIUM ?? "";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface ReaderSite {
  readonly url: string;
  /** What the pages threw or complained of since it was last looked at. */
  readonly wrong: string[];
  readonly open: (address: string, options?: ReaderOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export interface ReaderOptions extends BrowserContextOptions {
  readonly large?: boolean;
}

export async function openReaderSite(): Promise<ReaderSite> {
  const started = await startServer({
    port: 0,
    host: "127.0.0.1",
    policies: `${root}policies`,
    web: `${root}apps/web/dist`,
    stopOnSignals: false,
    say: () => {},
  });
  if (!started.ok) throw new Error(JSON.stringify(started.errors));
  const server = started.value;
  const browser: Browser = await chromium.launch({
    executablePath: executable,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const wrong: string[] = [];
  return {
    url: server.url,
    wrong,
    async open(address, { large = false, ...options } = {}) {
      const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      page.on("pageerror", (error) => wrong.push(error.message));
      page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
      if (large) await page.addInitScript(() => localStorage.setItem("zhengdui-large-type", "yes"));
      await page.goto(`${server.url}${address}`);
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** The views of the calculator that are there, with the first example's facts in them and everything unfolded. */
export async function* viewsOf(page: Page): AsyncGenerator<string> {
  await page.waitForSelector(".question");
  yield "the first question";
  await page.locator(".example").first().click();
  for (const view of ["result", "facts", "compare", "ask"]) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, view);
    await page.waitForSelector(`.views a[href="#${view}"][aria-current]`);
    await page.waitForFunction(() => document.querySelector("#main .waiting") === null);
    if (view === "compare") {
      await page.locator("#main select").first().selectOption({ index: 1 });
      await page.waitForSelector(".pairs");
    }
    // Three times: what is folded may hold folds.
    for (let i = 0; i < 3; i++) await page.evaluate(unfold);
    yield view;
  }
}

/** In the page. */
function unfold(): Promise<void> {
  for (const fold of document.querySelectorAll<HTMLElement>("details:not([open]) > summary")) fold.click();
  return new Promise((done) => setTimeout(done, 100));
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds: rule and elements. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 4).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Elements that reach beyond the screen, or hide a part of their own words. In the page. */
export function cutOff(): string[] {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const found = wide > 0 ? [`the page is ${wide} px too wide`] : [];
  for (const element of document.querySelectorAll<HTMLElement>("#root *, .page-tools *, .masthead *, .reading *")) {
    const { overflowX, clipPath } = getComputedStyle(element);
    if (clipPath !== "none" || element.closest(".visually-hidden, svg, .examples") !== null) continue;
    const cut =
      overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1 && !element.matches("input, textarea, select");
    if (cut) found.push(`${element.tagName} ${element.className}: ${element.textContent?.slice(0, 40)}`);
  }
  return found;
}
