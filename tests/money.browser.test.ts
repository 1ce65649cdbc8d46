/** "My money" in a browser: verdicts, what-ifs, pictures, other readings, paper and workbook, against `assess` of the same dossier. */
import { readFileSync } from "node:fs";
import { createEngine, type Result } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { readWorkbook } from "../apps/cli/src/xlsx/workbook-file.ts";
import { wan as wanOf } from "../apps/web/src/parts/figures/money.ts";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite, type PageOptions } from "./browser/open-site.ts";

const folder = new URL("../policies/jinjiang-2023-11/2023-05-01/", import.meta.url);
const load = (path: string) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
const policy: Policy = load("compiled/policy.json");
const engine = createEngine(policy, "closures");

type Dossier = Readonly<Record<string, unknown>> & { readonly applicant: Readonly<Record<string, unknown>> };
const shoes: Dossier = load("examples/1-shoe-factory.json");
const platform: Dossier = load("examples/3-platform.json");

function assess(dossier: Dossier): Result {
  const read = engine.read(dossier);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return engine.assess(read.value);
}

/** One purchase, and nothing else. */
const buying = (softwarePaid: string, settings = {}): Dossier => ({
  ...shoes,
  settings,
  demonstrationProjects: [],
  cloudServices: [],
  softwarePurchases: [{ id: "ERP", system: "ERP", softwarePaid, paidOn: "2023-06-12" }],
});

const wan = (yuan: string | null): string => wanOf(yuan ?? "");

describe.skipIf(!hasChromium)("my money", { timeout: 60_000 }, () => {
  const site = openSite();
  let page: Page;

  beforeEach(() => visit());

  async function visit(options: PageOptions = {}) {
    page = await site.open("/", options);
    await page.waitForSelector(".example");
  }

  /** As somebody opens a file. */
  async function bring(dossier: Dossier) {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "打开文件" }).click(),
    ]);
    await chooser.setFiles({ name: "档案.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(dossier)) });
    await page.waitForSelector(".interpretations[data-compared=true]");
  }

  const measure = (id: string) => page.locator(`#measure-${id.replace(".", "\\.")}`);
  const group = (name: string) => page.locator(`.group-${name}`);
  const total = () => page.locator(".total-figure").innerText();

  it("is fetched when it is wanted, and puts every measure into its group", async () => {
    await page.waitForLoadState("networkidle");
    // By its styles, which no other view has; a script of the name may hold what reckons with money.
    expect(site.asked.filter((url) => /money-.*\.css|workbook|tiers/.test(url))).toEqual([]);
    await bring(shoes);
    expect(site.asked.some((url) => /money-.*\.css/.test(url))).toBe(true);
    expect(site.asked.filter((url) => /save-workbook/.test(url))).toEqual([]);
    await expect.poll(() => total()).toBe(wan(assess(shoes).totals.payable));
    await expect.poll(() => page.locator(".count b").allInnerTexts()).toEqual(["3", "0", "5", "4"]);
    await expect.poll(() => group("can").locator(".measure").count()).toBe(3);
    await expect.poll(() => group("cannot").locator("#measure-5\\.2").innerText()).toContain("单位类型：企业（须为：院校）");
    await expect.poll(() => group("none").locator("#measure-1\\.2").innerText()).toContain("单位条件符合");
  });

  it("says what is missing while questions are open, and leads to them", async () => {
    const { aboveScale: _, ...applicant } = shoes.applicant;
    const kept = { dossier: { ...shoes, applicant }, skipped: [], from: "未完", example: "" };
    await page.evaluate((sheet) => localStorage.setItem("zhengdui:jinjiang-2023-11", JSON.stringify(sheet)), kept);
    await page.reload();
    await page.getByRole("link", { name: "我的钱" }).click();
    const cloud = group("open").locator("#measure-2\\.3");
    await expect.poll(() => cloud.innerText()).toMatch(/至多 [\d.]+ 万元[\s\S]*还缺：/);
    await cloud.getByRole("link", { name: "去回答" }).click();
    await page.waitForSelector(".ask");
  });

  it("shows at once what a contribution would give, and fills it in only when asked", async () => {
    await bring(platform);
    const granted = assess(platform).totals.granted;
    await expect.poll(() => page.locator(".summary-label").innerText()).toContain("上限前");
    await page.locator(".what-if input").fill("300,000");
    const then = assess({ ...platform, applicant: { ...platform.applicant, fiscalContribution: "300000" } });
    await expect.poll(() => page.locator(".what-if-then").innerText()).toContain(`预计可得 ${wan(then.totals.payable)} 万元`);
    await expect.poll(() => page.locator(".what-if-then").innerText()).toContain(`核减 ${wan(then.totals.ceilingCut)} 万元`);
    await expect.poll(() => total()).toBe(wan(granted));
    await page.locator(".what-if input").fill("三十万");
    await expect.poll(() => page.locator(".what-if .field-problem").innerText()).toContain("应填以元为单位的数字");
    await page.locator(".what-if input").fill("300000");
    await page.getByRole("button", { name: "填进去" }).click();
    await expect.poll(total).toBe(wan(then.totals.payable));
    await expect.poll(() => page.locator(".what-if").count()).toBe(0);
    await page.getByRole("button", { name: /^撤销“财政贡献/ }).click();
    await expect.poll(total).toBe(wan(granted));
  });

  it("compares what was given up with keeping it", async () => {
    await bring(shoes);
    const { demonstrationProjects: _, ...rest } = shoes;
    await expect
      .poll(() => page.locator(".alternative-total").innerText())
      .toContain(`合计 ${wan(assess(rest).totals.granted)} 万元`);
  });

  it("draws the amount over the spending, with the place where one stands, and in words", async () => {
    await bring(buying("1963000"));
    await measure("2.2").locator("summary").click();
    const chart = measure("2.2").getByRole("img");
    await expect.poll(() => chart.count()).toBe(1);
    await expect.poll(() => chart.locator("title").textContent()).toContain("金额随软件投入变化");
    await expect.poll(() => chart.locator("desc").textContent()).toContain("目前 196.3万元：10万元");
    await expect.poll(() => chart.locator(".tiers-here").count()).toBe(1);
    await expect.poll(() => measure("2.2").locator(".gaps").innerText()).toContain("距下一档尚差 3.7 万元");
    await expect.poll(() => measure("2.2").locator(".deadline").innerText()).toContain("2023年12月31日");
    await expect.poll(() => page.locator(".cliff").count()).toBe(0);
    await bring(buying("2990000", { interpretations: { "three-million": "not" } }));
    await measure("2.2").locator("summary").click();
    await expect
      .poll(() => page.locator(".cliff").allInnerTexts())
      .toEqual(["注意：软件投入达到 300万元时，金额由 20万元降为 0。"]);
  });

  it("says what another reading would give, as assess does", async () => {
    await bring(buying("3000000"));
    const [now, other] = [{}, { interpretations: { "three-million": "not" } }].map((settings) =>
      assess(buying("3000000", settings)),
    );
    const less = Number(now?.totals.granted) - Number(other?.totals.granted);
    expect(less).toBeGreaterThan(0);
    const said = page.locator("[data-reading='three-million:not']");
    await expect
      .poll(() => said.innerText())
      .toContain(`就高后合计少 ${less.toLocaleString("en", { minimumFractionDigits: 2 })} 元`);
    await expect.poll(() => said.isVisible()).toBe(true);
    // Readings that change nothing are folded away.
    await expect.poll(() => page.locator("[data-reading^='sme-place']").count()).toBe(0);
  });

  it("hands over a workbook with the same figures, codes as text", async () => {
    await bring(shoes);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /xlsx/ }).click()]);
    expect(download.suggestedFilename()).toBe("示例鞋业（晋江）有限公司-2023年度测算.xlsx");
    const read = await readWorkbook(readFileSync(await download.path()));
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const sheet = (name: string) => read.value.find((each) => each.sheet === name)?.data ?? [];
    const words = (row: readonly unknown[] | undefined) =>
      (row ?? []).map((cell) => (typeof cell === "object" && cell !== null && "digits" in cell ? Number(cell.digits) : cell));
    const line = (name: string, label: string) => words(sheet(name).find((row) => row.includes(label)));
    const result = assess(shoes);
    expect(line("合计", "预计可得")).toEqual(["预计可得", Number(result.totals.payable)]);
    expect(line("合计", "统一社会信用代码")).toEqual(["统一社会信用代码", result.applicant.uscc]);
    for (const { clause, title, amount, granted } of result.measures)
      expect(line("措施", title)).toEqual(expect.arrayContaining([clause, title, Number(amount), Number(granted)]));
    expect(line("项目", "车间MES")).toContain("数字工厂");
    expect(JSON.stringify(sheet("差距"))).toContain("软件投入由 1,963,000.00 元 到 2,000,000.00 元");
    for (const name of ["合计", "措施", "项目", "差距"]) expect(String(sheet(name)[0])).toContain("预估，以审定为准");
  });

  it("prints whose result it is and every claimed measure unfolded, without a button", async () => {
    await bring(shoes);
    await expect.poll(() => page.locator(".print-head").isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    const head = await page.locator(".print-head").innerText();
    for (const words of ["示例鞋业（晋江）有限公司", "2023", policy.number, "测算日期", "预估，以审定为准"])
      expect(head).toContain(words);
    for (const id of ["1.1", "2.2", "2.3"]) expect(await measure(id).locator(".sentence").first().isVisible()).toBe(true);
    for (const button of await page.locator("button").all())
      expect(await button.isVisible(), await button.evaluate((node) => node.outerHTML)).toBe(false);
    expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    expect(await measure("2.2").getAttribute("open")).toBeNull();
  });

  const name = "示例智能机械装备与工业互联网平台研究开发制造（福建晋江）集团股份有限公司第一分公司".repeat(3);
  const huge: Dossier = {
    ...shoes,
    applicant: { ...shoes.applicant, name, fiscalContribution: "12345678901.23", otherLocalAwards: "12345678901.22" },
  };

  it("fits every width, everything unfolded, with a long name and eleven digits", async () => {
    for (const dossier of [shoes, platform, huge]) {
      await bring(dossier);
      await page.getByRole("button", { name: "全部展开" }).click();
      for (const fold of await page.locator(".interpretations details > summary").all()) await fold.click();
      expect(await sidewaysAt(page, [360, 768, 1440])).toEqual([
        [360, 0],
        [768, 0],
        [1440, 0],
      ]);
    }
    await expect.poll(() => total()).toBe(wan(assess(huge).totals.payable));
  });

  it("gives axe nothing to find in either scheme", { timeout: 120_000 }, async () => {
    await bring(buying("3000000"));
    await page.getByRole("button", { name: "全部展开" }).click();
    for (const fold of await page.locator(".interpretations details > summary").all()) await fold.click();
    await expect.poll(() => page.getByRole("img").count()).toBeGreaterThan(1);
    expect(await faultsInBothSchemes(page)).toEqual([]);
    await bring(platform);
    await page.locator(".what-if input").fill("三十万");
    expect(await faultsInBothSchemes(page)).toEqual([]);
  });
});
