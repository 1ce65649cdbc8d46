/** An officer's way with a package: mapping from a sample, faults, preview, import, decision, results; at three widths, with nothing that hinders. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { zipSync } from "fflate";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeXlsx } from "../apps/server/src/sheet/write-xlsx.ts";
import { type RunningServer, startServer } from "../apps/server/src/start-server.ts";
import { makeCreditCode } from "../packages/basics/src/index.ts";
import type { Policy } from "../packages/policy/src/index.ts";
import { browserOfWorker, hasChromium, policies } from "./browser/open-site.ts";
import { sessionOf } from "./browser/session-of.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./office/test-office.ts";
import { PDF } from "./office/upload-file.ts";

const compiled = new URL("../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
const web = fileURLToPath(new URL("../apps/web/dist", import.meta.url));
/** Pictures for whoever looks at them. */
const pictures = process.env.PICTURES;
const SHOES = makeCreditCode("91350582", "MA00001A") ?? "";
const HEADS = ["申报编号", "统一社会信用代码", "单位名称", "项目名称", "申报金额（万元）", "从业人数", "平台状态"];
const packed = (amount: string) => ({
  name: "导出.zip",
  mimeType: "application/zip",
  buffer: Buffer.from(
    zipSync({
      "申报表.xlsx": writeXlsx([
        {
          ...{ name: "申报", widths: HEADS.map(() => 12) },
          rows: [HEADS, ["20230000000000000017", SHOES, "示例鞋业有限公司", "软件", amount, "81", "待审核"]],
        },
      ]),
      "附件/20230000000000000017/发票.pdf": PDF,
    }),
  ),
});

describe.skipIf(!hasChromium)("an officer with a package", () => {
  let office: TestOffice;
  let server: RunningServer;
  let [officer, head]: TestPerson[] = [];
  let contexts: BrowserContext[] = [];
  const wrong: string[] = [];

  beforeAll(async () => {
    office = await openTestOffice({ policies: [JSON.parse(readFileSync(compiled, "utf8")) as Policy] });
    await office.addEnterprise({ uscc: SHOES, name: "示例鞋业有限公司", territory: "陈埭镇" });
    [officer, head] = [await office.person("case-officer"), await office.person("section-head")];
    const open = { ...office.office, close: async () => undefined };
    const started = await startServer({
      ...{ port: 0, host: "127.0.0.1", policies, web, stopOnSignals: false, say: () => {} },
      office: open,
    });
    if (!started.ok) throw new Error(JSON.stringify(started.errors));
    server = started.value;
  }, 120_000);
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    await server?.stop();
    await office?.close();
  });

  const open = async (person: TestPerson | undefined, path: string, width = 1440): Promise<Page> => {
    const browser = await browserOfWorker();
    const context = await browser.newContext({ locale: "zh-CN", viewport: { width, height: 900 } });
    contexts.push(context);
    if (person !== undefined) await context.addCookies([sessionOf(person)]);
    context.on("weberror", (error) => wrong.push(error.error().message));
    const page = await context.newPage();
    await page.goto(`${server.url}/office${path}`);
    return page;
  };
  /** At three widths: no fault of access, nothing wider than the page. */
  const looked = async (page: Page, name: string) => {
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wider, `${name} at ${width}`).toBeLessThanOrEqual(0);
      if (pictures !== undefined) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
      }
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  };

  it("sets up a mapping from a sample; what is wrong stands beside the field, and nothing typed is lost", async () => {
    const page = await open(officer, "/mappings/new");
    await page.getByLabel("平台导出的一个文件").setInputFiles(packed("12.5"));
    await page.getByText("已取表头").waitFor();
    await expect.poll(() => page.getByLabel("第 5 栏的表头").inputValue()).toBe("申报金额（万元）");
    await page.getByLabel("名称", { exact: true }).fill("示例平台");
    await page.getByLabel("附件的位置").fill("附件/");
    await page.getByLabel("是什么").nth(5).selectOption("applicant.employees");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("路径里要有一次").first().waitFor();
    await expect.poll(() => page.getByLabel("名称", { exact: true }).inputValue()).toBe("示例平台");
    await looked(page, "mapping");
    await page.getByLabel("附件的位置").fill("附件/{number}/");
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByRole("link", { name: "示例平台" }).waitFor();
    await looked(page, "mappings");
  });

  it("sees every fault by its cell, then what would come, and imports it", async () => {
    const page = await open(officer, "/packages");
    await page.getByLabel("平台导出的文件").setInputFiles(packed("很多"));
    await page.getByRole("button", { name: "预览" }).click();
    await page.getByText("申报!E2").waitFor();
    await looked(page, "faults");
    await page.getByLabel("平台导出的文件").setInputFiles(packed("12.5"));
    await page.getByRole("button", { name: "预览" }).click();
    await page.getByText("新增 1 件").waitFor();
    await looked(page, "preview");
    await page.getByRole("button", { name: "导入", exact: true }).click();
    await page.getByRole("link", { name: "看这一包" }).click();
    await page.getByRole("link", { name: "20230000000000000017" }).click();
    await page.getByRole("link", { name: "附件/20230000000000000017/发票.pdf" }).waitFor();
    await page.getByRole("button", { name: "受理", exact: true }).click();
    await page.getByText("待受理 → 已受理").waitFor();
    expect(await page.getByLabel("改为").locator("option").allTextContents()).toEqual(["退回补正"]);
  });

  it("has the head's decision and its results exported", async () => {
    const page = await open(head, "/claims/20230000000000000017");
    await page.getByLabel("改为").selectOption("approved");
    await page.getByLabel("核定金额（元）").fill("125000.01");
    await page.getByRole("button", { name: "予以支持" }).click();
    await page.getByText("超过申报的 125000.00 元").first().waitFor();
    await page.getByLabel("核定金额（元）").fill("100000");
    await page.getByRole("button", { name: "予以支持" }).click();
    await page.getByText("已受理 → 予以支持").waitFor();
    await looked(page, "claim");
    await page.getByRole("link", { name: "所在的申报包" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出新的办理结果" }).click();
    await page.getByText("不能再撤回").waitFor();
    await looked(page, "results");
    await page.getByRole("button", { name: "确认导出" }).click();
    expect((await saved).suggestedFilename()).toBe("办理结果 导出.xlsx");
    await page.getByRole("button", { name: "导出新的办理结果" }).click();
    await page.getByRole("button", { name: "确认导出" }).click();
    await page.getByText("没有新的办理结果可以导出").waitFor();
    await looked(page, "package");
    expect(wrong).toEqual([]);
  });
});
