/** The page as a person meets it, in a browser: the built page, the real server, the compiled policy. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { drop as dropOn, unfoldAll } from "./browser/calculator-ways.ts";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite, type PageOptions } from "./browser/open-site.ts";

const examples = join("policies", "jinjiang-2023-11", "2023-05-01", "examples");

const WIDTHS = [320, 360, 768, 1440];
const example = (name: string) => JSON.parse(readFileSync(join(examples, name), "utf8"));

describe.skipIf(!hasChromium)("the page", { timeout: 60_000 }, () => {
  const site = openSite();
  let page: Page;

  beforeEach(() => open());

  async function open(options: PageOptions = {}) {
    page = await site.open("/", options);
    await page.waitForSelector(".question");
  }

  /** The first of the views is the conversation, with the examples below its first question. */
  async function openExample(n: number) {
    await page.getByRole("link", { name: "问答" }).click();
    await page.locator(".example").nth(n).click();
    await page.waitForSelector(".measures");
  }

  async function facts() {
    await page.getByRole("link", { name: "全部资料" }).click();
    await page.waitForSelector(".facts-view");
  }

  const total = () => page.getByTestId("total").innerText();
  const barTotal = () => page.getByTestId("bar-total").innerText();
  const chosen = () => page.locator(".toolbar-from").innerText();
  const money = (label: string) => page.getByRole("textbox", { name: label }).first();

  const drop = (name: string, content: string) => dropOn(page, name, content);

  it("has the policy's number in the HTML itself, and a content policy that allows nothing foreign", async () => {
    const answer = await fetch(site.url);
    const html = await answer.text();
    expect(html.replace(/<head>[\s\S]*<\/head>/, "")).toContain("晋政规〔2023〕11号");
    const csp = answer.headers.get("content-security-policy") ?? "";
    expect(csp).toContain("default-src 'self'; script-src 'self'; style-src 'self'");
    expect(csp).not.toMatch(/unsafe|\*|https?:/);
    expect(html).not.toMatch(/<script(?![^>]*src=)|style="|onclick/);
  });

  it("loads at most 120 KB of gzipped JavaScript, and none before it is needed", async () => {
    await page.waitForLoadState("networkidle");
    const loaded = site.asked.filter((url) => url.endsWith(".js")).map((url) => join(site.web, new URL(url).pathname));
    const bytes = loaded.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
    console.log(`JavaScript on first load: ${(bytes / 1000).toFixed(1)} KB gzip`);
    expect(loaded.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(120_000);
    expect(site.asked.some((url) => url.includes("yaml"))).toBe(false);
    expect(site.asked.filter((url) => new URL(url).host !== new URL(site.url).host)).toEqual([]);
    expect(readdirSync(join(site.web, "assets")).filter((file) => file.endsWith(".js.br")).length).toBeGreaterThan(0);
  });

  it("opens each example and shows all twelve measures with their clause", async () => {
    await expect.poll(() => page.locator(".example").count()).toBe(5);
    const totals = new Set<string>();
    for (let i = 0; i < 5; i++) {
      await openExample(i);
      await expect.poll(() => page.locator(".measure").count()).toBe(12);
      await expect.poll(() => page.locator(".problems").count()).toBe(0);
      totals.add(await total());
    }
    expect(totals.size).toBeGreaterThan(3);
    await expect.poll(() => page.locator("#measure-1\\.1 .measure-clause").innerText()).toContain("第一条第（一）项");
    await page.getByRole("link", { name: "问答" }).click();
    await expect.poll(() => page.locator(".example").nth(4).getAttribute("aria-pressed")).toBe("true");
  });

  it("says that the policy has expired, and that its years stay computable", async () => {
    const notice = await page.locator(".notice").innerText();
    for (const words of ["已失效", "2023年5月1日", "已于2024年12月31日失效，不作新的申报依据", "以审定为准"])
      expect(notice).toContain(words);
  });

  it("recomputes at once when a figure changes, announces it, and undoes it", async () => {
    await openExample(0);
    await facts();
    const before = await barTotal();
    await money("财政贡献").fill("300000");
    await expect.poll(barTotal).toBe("25.00");
    await expect.poll(() => page.getByTestId("said").innerText()).toContain("25.00 万元");
    await page.getByRole("button", { name: /^撤销/ }).click();
    await expect.poll(barTotal).toBe(before);
  });

  it("shows what is missing for the next tier, without inviting to spend", async () => {
    await openExample(0);
    const card = page.locator("#measure-2\\.2");
    await card.locator("summary").first().click();
    await expect.poll(() => card.innerText()).toContain("距下一档尚差 3.7 万元");
    await expect.poll(() => card.innerText()).toContain("以真实发生并已支付为准");
    await expect.poll(() => card.locator(".sentence").first().innerText()).toContain("综合性管理信息系统");
    await expect.poll(() => card.locator(".said").count()).toBeGreaterThan(0);
  });

  it("takes a dropped JSON file and a dropped YAML file", async () => {
    await drop("集成商.json", `\uFEFF${JSON.stringify(example("2-integrator.json"))}`);
    await expect.poll(chosen).toContain("集成商.json");
    await page.waitForSelector(".measures");
    const inJson = await total();
    await openExample(0);
    await drop("integrator.yaml", stringify(example("2-integrator.json")));
    await expect.poll(chosen).toContain("integrator.yaml");
    await expect.poll(() => total()).toBe(inJson);
  });

  it("keeps what was there when a file is bad, and says where", async () => {
    await openExample(0);
    const before = [await chosen(), await total()];
    await drop("坏.json", '{\n  "year": 2023\n  "applicant": {}\n}');
    await expect.poll(() => page.locator(".refused").innerText()).toContain("第 3 行第 3 列");
    await drop("坏.yaml", "year: 2023\napplicant: [1\n");
    await expect.poll(() => page.locator(".refused").innerText()).toMatch(/坏\.yaml[\s\S]*第 \d+ 行/);
    await drop("错.json", JSON.stringify({ ...example("1-shoe-factory.json"), year: 2021, softwarePurchases: [{ id: "A" }] }));
    await expect.poll(() => page.locator(".refused").innerText()).toContain("softwarePurchases[0].softwarePaid");
    await expect.poll(() => page.locator(".refused").innerText()).toContain("year");
    expect([await chosen(), await total()]).toEqual(before);
    await page.getByRole("button", { name: "知道了" }).click();
    await expect.poll(() => page.locator(".refused").count()).toBe(0);
  });

  it("brings the refusal of a file into sight, however far down the file was let go", async () => {
    await openExample(0);
    await page.setViewportSize({ width: 360, height: 500 });
    for (const name of ["坏.json", "又坏.json"]) {
      await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
      await drop(name, '{"year":2021,"applicant":{"uscc":"x"},"softwarePurchases":[{"id":"A"}]}');
      await expect.poll(() => page.locator(".refused").innerText()).toContain(name);
      // Drawn first, then brought into sight and focused, both at once.
      await expect.poll(() => page.evaluate(() => document.activeElement?.classList.contains("refused"))).toBe(true);
      const box = await page.locator(".refused .problems-title").boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    }
  });

  it("says in the bar, too, that a wrong entry isn't counted", async () => {
    await openExample(0);
    await facts();
    await money("财政贡献").fill("五十万");
    await expect.poll(() => page.locator(".total-bar").innerText()).toContain("1 处填写有误");
    await money("财政贡献").fill("780000");
    await expect.poll(() => page.locator(".total-bar").innerText()).not.toContain("填写有误");
  });

  it("shows a company's name whole, and a gap to the 分 in 元", async () => {
    await openExample(0);
    await facts();
    const name = page.getByRole("textbox", { name: "单位名称" });
    await name.fill("示例智能机械装备制造（福建）股份有限公司");
    await expect.poll(() => name.evaluate((field) => field.scrollWidth <= field.clientWidth)).toBe(true);
    await page.getByRole("link", { name: "我的钱" }).click();
    await page.waitForSelector(".measures");
    const cloud = page.locator("#measure-2\\.3");
    await expect.poll(() => cloud.innerText()).toContain("距下一档尚差 7,000.01 元");
    await expect.poll(() => page.locator("#result").innerText()).not.toMatch(/\d\.\d{5,} 万元/);
  });

  it("shows a problem beside its field, in the result, and leads there", async () => {
    await openExample(0);
    await facts();
    await money("财政贡献").fill("五十万");
    await expect.poll(() => page.locator(".field-wrong .field-problem").first().innerText()).not.toBe("");
    await page.getByRole("link", { name: "我的钱" }).click();
    await page.waitForSelector(".measures");
    await page.locator(".problems .link").first().click();
    await page.waitForSelector(".facts-view");
    await expect.poll(() => money("财政贡献").inputValue()).toBe("五十万");
    await page.locator(".problems .link").first().click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("field:applicant.fiscalContribution");
  });

  it("adds a row, asks for what is missing, and takes it away again", async () => {
    await openExample(0);
    await facts();
    const section = page.locator(".section", { hasText: "软件采购" }).first();
    const rows = await section.locator(".row").count();
    await section.getByRole("button", { name: /添加/ }).click();
    await expect.poll(() => section.locator(".row").count()).toBe(rows + 1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`field:softwarePurchases[${rows}].id`);
    await expect.poll(() => page.locator(".problems-title").innerText()).toContain("待填");
    await section.getByRole("button", { name: /^删除/ }).last().click();
    await expect.poll(() => section.locator(".row").count()).toBe(rows);
    await expect.poll(() => page.locator(".problems").count()).toBe(0);
  });

  it("remembers across a reload, and starts again when asked", async () => {
    await openExample(0);
    await facts();
    await money("财政贡献").fill("300000");
    await expect.poll(barTotal).toBe("25.00");
    await page.reload();
    await expect.poll(barTotal).toBe("25.00");
    await page.getByRole("button", { name: "重新开始" }).click();
    await page.waitForSelector(".question");
    await expect.poll(barTotal).toBe("0.00");
    await page.getByRole("button", { name: /^撤销/ }).click();
    await expect.poll(barTotal).toBe("25.00");
  });

  it("exports a dossier that it takes back", async () => {
    await openExample(0);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出档案" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^示例.*\.json$/);
    expect(JSON.parse(readFileSync(await download.path(), "utf8"))).toEqual(example("1-shoe-factory.json"));
  });

  it("can be walked through by keyboard alone", async () => {
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("skip");
    await openExample(0);
    await page.locator("#measure-2\\.2 > summary").focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#measure-2\\.2").getAttribute("open")).not.toBeNull();
    await page.getByRole("link", { name: "问答" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".example").nth(1).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".measures");
    await facts();
    await money("信用代码").focus();
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(outline).toBe("solid");
  });

  it("fits every width without scrolling sideways, everything unfolded", async () => {
    const fits = async (what: string) => {
      expect([what, await sidewaysAt(page, WIDTHS)]).toEqual([what, WIDTHS.map((width) => [width, 0])]);
    };
    await fits("question");
    for (let i = 0; i < 5; i++) {
      await openExample(i);
      await page.getByRole("button", { name: "全部展开" }).click();
      await fits(`example ${i}`);
      await facts();
      await page.evaluate(unfoldAll);
      await fits(`facts of example ${i}`);
    }
  });

  it("gives axe nothing to find in either scheme", { timeout: 120_000 }, async () => {
    const clean = async (where: string) => expect(await faultsInBothSchemes(page), where).toEqual([]);
    await clean("first question");
    await openExample(3);
    await page.getByRole("button", { name: "全部展开" }).click();
    await clean("result");
    await facts();
    await page.evaluate(unfoldAll);
    await money("财政贡献").fill("五十万");
    await drop("坏.json", "{");
    await page.waitForSelector(".refused");
    await clean("facts");
  });

  it("says in Chinese that a page isn't there, and that the server can't be reached", async () => {
    const answer = await page.goto(`${site.url}/没有`);
    expect(answer?.status()).toBe(404);
    await expect.poll(() => page.locator("h1").innerText()).toBe("没有这一页");
    await page.route("**/api/**", (route) => route.abort());
    await page.goto(site.url);
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("连不上服务器");
    await page.unroute("**/api/**");
    await page.getByRole("button", { name: "重试" }).click();
    await page.waitForSelector(".question");
    site.wrong.length = 0;
  });

  it("prints the result with every claimed measure unfolded, and without the desk", async () => {
    await openExample(0);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.locator("#measure-2\\.2 .sentence").first().isVisible()).toBe(true);
    await expect.poll(() => page.locator(".toolbar").isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await page.locator("#measure-2\\.2").getAttribute("open")).toBeNull();
  });
});
