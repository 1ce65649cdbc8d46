/**
 * The built pages behind the real server, and a Chromium before them, for the tests of one file. Whatever a page complains of in its console
 * fails the test that opened it; every page is closed after its test.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { OpenOffice } from "../../apps/server/src/office/open-office.ts";
import { type RunningServer, startServer } from "../../apps/server/src/start-server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const policies = join(root, "policies");

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const hasChromium = existsSync(executablePath);

/**
 * Playwright's own list, which a second one replaces (but for what is Windows' or Edge's), and the two pages that Chromium draws for its address
 * bar beside every window: nobody sees them, and they cost a process.
 */
const withoutFeatures = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  `--disable-features=${withoutFeatures.join()}`,
];

/** One for all files that a worker runs; Playwright ends it with the worker's process. */
let launched: Promise<Browser> | null = null;
export function browserOfWorker(): Promise<Browser> {
  launched ??= chromium.launch({ executablePath, args });
  return launched;
}

export interface PageOptions extends BrowserContextOptions {
  /** In larger type. */
  readonly large?: boolean;
}

export interface Site {
  readonly url: string;
  /** The folder of the built pages. */
  readonly web: string;
  /** The folder of the workshop's drafts, empty before each test. */
  readonly drafts: string;
  /** What the pages threw or complained of in this test. A test that provokes a complaint takes it out. */
  readonly wrong: string[];
  /** What the pages asked the network for in this test. */
  readonly asked: string[];
  /** A page of a visitor who was never here. */
  open(address: string, options?: PageOptions): Promise<Page>;
  /** Another page of the same visitor. */
  tab(of: BrowserContext): Promise<Page>;
}

export interface SiteSettings {
  /** With the workshop, over a folder of its own. */
  readonly workshop?: boolean;
  /** With an office, which whoever opened it closes. */
  readonly office?: () => OpenOffice | Promise<OpenOffice>;
  /** What the browser reports by itself and the tests judge by what the page says of it. */
  readonly apartFrom?: RegExp;
}

/** To be called in a `describe`: the site is there in its tests. */
export function openSite({ workshop = false, office, apartFrom = /^$/ }: SiteSettings = {}): Site {
  const web = join(root, "apps", "web", "dist");
  const wrong: string[] = [];
  const asked: string[] = [];
  let drafts = "";
  let server: RunningServer;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    drafts = mkdtempSync(join(tmpdir(), "zhengdui-drafts-"));
    const open = workshop ? { workshop: drafts } : {};
    const opened = office === undefined ? {} : { office: { ...(await office()), close: async () => undefined } };
    const started = await startServer({
      port: 0,
      host: "127.0.0.1",
      policies,
      web,
      stopOnSignals: false,
      say: () => {},
      ...open,
      ...opened,
    });
    if (!started.ok) throw new Error(started.errors.map(({ problem }) => problem).join());
    server = started.value;
    await browserOfWorker();
  }, 120_000);

  afterAll(async () => {
    await server?.stop();
    rmSync(drafts, { recursive: true, force: true });
  });

  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    rmSync(drafts, { recursive: true, force: true });
    mkdirSync(drafts);
    asked.length = 0;
    expect(wrong.splice(0), "errors in the console").toEqual([]);
  });

  return {
    get url() {
      return server.url;
    },
    get drafts() {
      return drafts;
    },
    web,
    wrong,
    asked,
    async open(address, { large = false, ...options } = {}) {
      const browser = await browserOfWorker();
      const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 }, ...options });
      contexts.push(context);
      context.on("request", (request) => asked.push(request.url()));
      context.on("weberror", (error) => wrong.push(error.error().message));
      context.on("console", (message) => {
        if (message.type() === "error" && !apartFrom.test(message.text())) wrong.push(message.text());
      });
      const page = await context.newPage();
      if (large) await page.addInitScript(() => localStorage.setItem("zhengdui-large-type", "yes"));
      await page.goto(`${server.url}${address}`);
      return page;
    },
    tab: (of) => of.newPage(),
  };
}
