/** Registers and the ledger in Chromium, over the real server and database: faults by place, mended, taken, compared, undone; who sees what. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { writeXlsx } from "../apps/server/src/sheet/write-xlsx.ts";
import { makeCreditCode } from "../packages/basics/src/index.ts";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { heldAnswers } from "./browser/held-answers.ts";
import { hasChromium, openSite, type PageOptions } from "./browser/open-site.ts";
import { signedIn } from "./browser/session-of.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./office/test-office.ts";

const codeOf = (n: number): string => makeCreditCode("91350582", `MD${String(n).padStart(6, "0")}`) ?? "";
const nameOf = (n: number): string => `示例${n}号有限公司`;
const HEAD = ["统一社会信用代码", "单位名称"];
/** One more digit than a double holds, and zeros that a number would lose. */
const INVOICES = ["24352000000012345678", "00012345"];

type Rows = readonly (readonly (string | null)[])[];
const fileOf = (name: string, rows: Rows) => ({
  name: `${name}.xlsx`,
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: writeXlsx([{ name: "规上名单", widths: [], rows }]),
});
/** Forty enterprises; `wrong`: each with the last sign of its code spoilt. */
const forty = (wrong: boolean): Rows =>
  Array.from({ length: 40 }, (_, at) => [wrong ? `${codeOf(at).slice(0, 17)}?` : codeOf(at), nameOf(at)]);

const LEDGER_HEAD = [
  ...["发放部门", "政策文号", "条款", "政策年度", "申报年度", "预算年度", "统一社会信用代码", "收款单位", "项目名称", "项目编号"],
  ...["举办单位", "发票号码", "认定支出（元）", "核定金额（元）", "已付金额（元）", "拨付日期", "下达文号"],
];
const ledgerRow = (n: number, invoices: string): (string | null)[] => [
  ...["工业和信息化局", "示例规〔2021〕1号", "第一条", "2021", "2022", "2023", codeOf(n), nameOf(n), `示例项目${n}`, `000${n}`],
  ...[null, invoices, "1234567.8", "123456.7", "123456.7", "2023-05-01", "示例财〔2023〕5号"],
];

const main = (page: Page) => page.locator("#main");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const textOf = async (page: Page): Promise<string> => (await main(page).innerText()).replace(/\s+/g, " ");

async function preview(page: Page, file: ReturnType<typeof fileOf>, period: string): Promise<void> {
  await page.getByLabel("年度", { exact: true }).fill(period);
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect.poll(() => textOf(page)).toContain(file.name);
  await button(page, "预览").click();
}

/** Nothing for axe to find, light and dark, and nothing to scroll sideways from 320 px on. */
async function isForEverybody(page: Page): Promise<void> {
  expect(await faultsInBothSchemes(page)).toEqual([]);
  expect(await sidewaysAt(page, [320, 768, 1440])).toEqual([
    [320, 0],
    [768, 0],
    [1440, 0],
  ]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe.skipIf(!hasChromium)("registers and the ledger", { timeout: 60_000 }, () => {
  // What the server refuses stands on the page; the browser reports it besides.
  const site = openSite({
    office: async () => {
      office = await openTestOffice();
      await office.addEnterprise({ uscc: codeOf(0), name: nameOf(0), territory: "陈埭镇" });
      await office.addEnterprise({ uscc: codeOf(1), name: nameOf(1), territory: "安海镇" });
      officer = await office.person("case-officer");
      return office.office;
    },
    apartFrom: /status of (409|422)/,
  });
  let office: TestOffice;
  let officer: TestPerson;
  afterAll(() => office.close());

  it("tells forty faults by place, takes the mended file, and loses nothing on the way", async () => {
    const page = await opened(officer, "/registers");
    await page.getByRole("link", { name: "规上名单" }).click();
    await expect.poll(() => textOf(page)).toContain("还没有导入过");
    await page.getByRole("link", { name: "导入新的一版" }).click();
    await button(page, "预览").click();
    await expect.poll(() => textOf(page)).toContain("请选择要导入的文件");
    expect(await textOf(page)).toContain("应写四位年份");
    await preview(page, fileOf("错的", [HEAD, ...forty(true)]), "2023");
    const rows = page.locator(".office-faults tbody tr");
    await expect.poll(() => rows.count()).toBe(40);
    const places = await page.locator(".office-faults .office-place").allInnerTexts();
    expect(places).toEqual(Array.from({ length: 40 }, (_, at) => `规上名单!A${at + 2}`));
    await expect.poll(() => page.locator("h2:focus").innerText()).toBe("有 40 处要改");
    const [saved] = await Promise.all([page.waitForEvent("download"), button(page, "下载清单").click()]);
    const list = readFileSync(await saved.path(), "utf8");
    expect(list.match(/规上名单!A\d+/g)).toEqual(places);
    await isForEverybody(page);

    await preview(page, fileOf("改好的", [HEAD, ...forty(false)]), "2023");
    await expect.poll(() => textOf(page)).toContain("预览：40 行，没有要改的地方");
    expect(await textOf(page)).toContain("新增 40 减少 0 变动 0 不变 0");
    await page.getByRole("button", { name: /^导入 2023 年度/ }).click();
    await expect.poll(() => textOf(page)).toContain("请勾选一并登记");
    await page.getByLabel(/^把这 38 家一并登记/).check();
    await page.getByRole("button", { name: /^导入 2023 年度/ }).click();
    await expect.poll(() => textOf(page)).toContain("已导入：2023 年度第 1 版");
    await page.getByRole("link", { name: "看这一版" }).click();
    await expect.poll(() => page.locator("tbody tr").count()).toBe(40);
    await page.getByLabel("查找").fill(nameOf(7));
    await button(page, "查找").click();
    await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
    await expect.poll(() => page.locator("tbody").innerText()).toContain(codeOf(7));
    await isForEverybody(page);
  });

  it("shows what a file would change, survives that somebody was quicker, and undoes with a reason", async () => {
    const page = await opened(officer, "/registers/above-scale/import");
    const changed = [HEAD, [codeOf(0), "示例更名有限公司"], ...forty(false).slice(1, 39), [codeOf(50), nameOf(50)]];
    await preview(page, fileOf("第二份", changed), "2023");
    await expect.poll(() => textOf(page)).toContain("新增 1 减少 1 变动 1 不变 38");
    await expect
      .poll(() => page.locator(".office-changes").innerText())
      .toMatch(/单位名称：示例0号有限公司\s*→\s*(改为)?\s*示例更名有限公司/);
    expect(await textOf(page)).toContain("在企业档案里是“示例0号有限公司”");
    await isForEverybody(page);

    await importBy(await office.person("case-officer"), [HEAD, ...forty(false).slice(0, 5)]);
    await page.getByLabel(/一并登记/).check();
    await page.getByRole("button", { name: /^导入 2023 年度/ }).click();
    await expect.poll(() => textOf(page)).toContain("已被别人导入或撤销");
    await button(page, "用同一个文件重新预览").click();
    await expect.poll(() => textOf(page)).toContain("新增 35 减少 0 变动 1 不变 4");
    await page.getByLabel(/一并登记/).check();
    await page.getByRole("button", { name: /^导入 2023 年度/ }).click();
    await expect.poll(() => textOf(page)).toContain("已导入：2023 年度第 3 版");

    await page.getByRole("link", { name: "各版，可以撤销" }).click();
    await button(page, "撤销2023 年度第 3 版").click();
    await page.getByRole("dialog").waitFor();
    await button(page, "撤销这一版").click();
    await expect.poll(() => page.getByRole("dialog").innerText()).toContain("请写明撤销的理由");
    expect(await faultsInBothSchemes(page)).toEqual([]);
    await page.getByLabel("理由").fill("统计局发错了文件");
    await button(page, "撤销这一版").click();
    await expect.poll(() => textOf(page)).toContain("2023 年度第 3 版已撤销。");
    const states = page.locator("tbody td:nth-child(2)");
    await expect.poll(() => states.allInnerTexts()).toEqual([expect.stringContaining("：统计局发错了文件"), "现行", "已被替换"]);
    await isForEverybody(page);
  });

  it("tells how far an import is by the server's count, and for how long where that can't be known", async () => {
    const page = await opened(officer, "/registers/above-scale/import");
    let progress: object | null = { stage: "check", step: 2, steps: 5, done: 1_240, all: 110_001 };
    await page.route("**/imports/*/progress", (route) => route.fulfill({ json: { progress } }));
    const { begun, hold, letGo } = await heldAnswers(page);
    await hold("*/registers/previews?*");
    await preview(page, fileOf("名单", [HEAD, ...forty(false)]), "2019");
    await expect.poll(() => textOf(page)).toContain("已上传。第 2 步，共 5 步：逐行核对 1,240 / 110,001 行（1%），已用");
    await isForEverybody(page);
    await expect.poll(begun).toBe(1);
    await letGo();
    await expect.poll(() => textOf(page)).toContain("没有要改的地方");
    await hold("*/registers/previews/*/confirm");
    progress = null;
    // There where this test runs alone: the others have put them on file.
    if ((await page.getByLabel(/一并登记/).count()) > 0) await page.getByLabel(/一并登记/).check();
    await page.getByRole("button", { name: /^导入 2019 年度/ }).click();
    await expect.poll(() => textOf(page)).toMatch(/正在导入 40 行，中断了也不会只导入一半。 已用 \d 秒/);
    expect(await page.getByRole("progressbar", { name: "导入" }).getAttribute("value")).toBe(null);
    progress = { stage: "write", step: 3, steps: 3, done: 30, all: 40 };
    await expect.poll(() => textOf(page)).toContain("第 3 步，共 3 步：写入名单 30 / 40 行（75%），已用");
    expect(await page.getByRole("progressbar", { name: "导入" }).getAttribute("value")).toBe("0.75");
    await letGo();
    await expect.poll(() => textOf(page)).toContain("已导入：2019 年度第 1 版");
  });

  it("keeps twenty digits and leading zeros through export and import again", async () => {
    const page = await opened(officer, "/registers/ledger-ours/import");
    const rows = [LEDGER_HEAD, ledgerRow(0, INVOICES.join("、")), ledgerRow(1, INVOICES[0] ?? "")];
    await preview(page, fileOf("台账", rows), "2022");
    await page.getByRole("button", { name: /^导入 2022 年度/ }).click();
    await page.getByRole("link", { name: "看这一版" }).click();
    for (const format of ["xlsx", "CSV"]) {
      await page.goto(`${site.url}/office/registers/ledger-ours`);
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: `下载2022 年度第 1 版 ${format}`, exact: true }).click(),
      ]);
      const file = { name: saved.suggestedFilename(), mimeType: "", buffer: readFileSync(await saved.path()) };
      await page.goto(`${site.url}/office/registers/ledger-ours/import`);
      await preview(page, file, "2022");
      await expect.poll(() => textOf(page)).toContain("内容与现行的 2022 本局历年奖补台账第 1 版完全相同");
      await button(page, "仍然导入：看差异").click();
      await expect.poll(() => textOf(page)).toContain("新增 0 减少 0 变动 0 不变 2");
    }
  });

  it("finds in the ledger what was given, says which year, and flags an invoice used twice", async () => {
    const page = await opened(officer, "/ledger");
    await page.getByLabel("发票号码").fill(INVOICES[1] ?? "");
    await button(page, "查找").click();
    await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
    const row = await page.locator("tbody tr").innerText();
    for (const said of [
      "政策年度 2021",
      "申报年度 2022",
      "预算年度 2023",
      "12.35",
      "123,456.70 元",
      "123.46",
      "1,234,567.80 元",
      ...INVOICES,
      "编号 0000",
    ])
      expect(row).toContain(said);
    await expect.poll(() => page.locator(".office-findings").innerText()).toContain(`发票 ${INVOICES[0]} 用于 2 笔奖补`);
    await page.getByRole("link", { name: `发票重复：${INVOICES[0]}` }).click();
    await isForEverybody(page);
    await button(page, "清除").click();
    await expect.poll(() => page.locator("tbody tr").count()).toBe(2);
    await page.getByLabel("哪个年度").selectOption("预算年度");
    await page.getByLabel("年份").fill("2022");
    await button(page, "查找").click();
    await expect.poll(() => textOf(page)).toContain("没有找到");
  });

  it("shows a town and an applicant their own, and contributions to few", async () => {
    const town = await opened(await office.person("town", { territory: "陈埭镇" }), "/ledger");
    await expect.poll(() => town.locator("tbody tr").count()).toBe(1);
    const ofTown = await textOf(town);
    expect([ofTown.includes(nameOf(0)), ofTown.includes(nameOf(1)), ofTown.includes("请核对")]).toEqual([true, false, true]);
    expect(await town.locator(".office-findings").count()).toBe(0);
    expect(await town.locator(".office-menu").innerText()).not.toContain("名单");
    const handler = await opened(await office.person("handler", { unit: codeOf(1) }), "/ledger");
    await expect.poll(() => handler.locator("tbody tr").allInnerTexts()).toEqual([expect.stringContaining(nameOf(1))]);
    await handler.goto(`${site.url}/office/registers`);
    await expect.poll(() => textOf(handler)).toContain("没有这一页");
    const finance = await opened(await office.person("finance"), "/registers");
    await expect.poll(() => textOf(finance)).toContain("财政局、税务局");
    const auditor = await opened(await office.person("commissioned-auditor"), "/registers");
    await expect.poll(() => textOf(auditor)).toContain("规上名单");
    expect(await textOf(auditor)).not.toContain("财政局、税务局");
    await isForEverybody(finance);
    const large = await opened(officer, "/registers/above-scale", { large: true });
    await large.locator("tbody").waitFor();
    expect(await sidewaysAt(large, [320])).toEqual([[320, 0]]);
  });

  const opened = async (person: TestPerson, address: string, options: PageOptions = {}): Promise<Page> => {
    const page = await site.open(`/office${address}`, { ...options, ...signedIn(person) });
    await page.locator("#main h1").waitFor();
    return page;
  };

  async function importBy({ client }: TestPerson, rows: Rows): Promise<void> {
    const { mimeType, buffer } = fileOf("别人的", rows);
    const url = "/api/office/registers/previews?kind=above-scale&period=2023&name=x.xlsx";
    const seen = await client({ method: "POST", url, payload: buffer, headers: { "content-type": mimeType } });
    const confirm = `/api/office/registers/previews/${seen.json().preview}/confirm`;
    const taken = await client({ method: "POST", url: confirm, payload: { addEnterprises: true } });
    expect(taken.statusCode).toBe(200);
  }
});
