/** The enterprise's file in an officer's browser: an enterprise put on file, what a register says of it, a fact supplied, an event recorded once its consequences were read. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { writeCsv } from "../apps/server/src/sheet/write-csv.ts";
import { makeCreditCode } from "../packages/basics/src/index.ts";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite, type PageOptions } from "./browser/open-site.ts";
import { signedIn } from "./browser/session-of.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./office/test-office.ts";
import { PDF } from "./office/upload-file.ts";

const codeOf = (n: number): string => makeCreditCode("91350582", `MG${String(n).padStart(6, "0")}`) ?? "";
const [SHOES, FOOD, FRESH] = [codeOf(1), codeOf(2), codeOf(3)];

/** In the page. */
const post = async ([address, body]: readonly [string, string]): Promise<number> =>
  (await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body })).status;

describe.skipIf(!hasChromium)("an enterprise's file", { timeout: 60_000 }, () => {
  let office: TestOffice;
  let officer: TestPerson;
  const site = openSite({
    office: async () => {
      office = await openTestOffice();
      await office.addEnterprise({ uscc: SHOES, name: "示例鞋业有限公司", territory: "陈埭镇" });
      await office.addEnterprise({ uscc: FOOD, name: "示例食品有限公司", territory: "安海镇" });
      officer = await office.person("case-officer");
      return office.office;
    },
    // What the server refuses stands on the page; the browser reports it besides.
    apartFrom: /status of (404|409|422|503)/,
  });
  afterAll(() => office.close());

  const openAs = async (person: TestPerson, address: string, options: PageOptions = {}): Promise<Page> => {
    const page = await site.open(`/office${address}`, { ...options, ...signedIn(person) });
    await page.locator("#main h1").waitFor();
    return page;
  };
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  const textOf = async (page: Page): Promise<string> => (await page.locator("#main").innerText()).replace(/\s+/g, " ");
  const dialog = (page: Page) => page.getByRole("dialog");
  const attach = async (page: Page, label: string) => {
    await dialog(page).getByLabel(label).setInputFiles({ name: "材料.pdf", mimeType: "application/pdf", buffer: PDF });
    await expect.poll(() => dialog(page).innerText()).toContain("已上传：材料.pdf");
  };
  /** Nothing for axe to find, light and dark, and nothing to scroll sideways; pictures, where a folder is named for them. */
  const isForEverybody = async (page: Page, name: string) => {
    expect(await faultsInBothSchemes(page)).toEqual([]);
    const widths = [320, 360, 768, 1440];
    expect(await sidewaysAt(page, widths)).toEqual(widths.map((width) => [width, 0]));
    const folder = process.env.ZHENGDUI_PICTURES;
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      for (const width of [360, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const isModal = (await dialog(page).count()) > 0;
        await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: !isModal });
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  /** The id of the version that it became. */
  const importOf = async (path: string, kind: string, rows: readonly (readonly (string | null)[])[]): Promise<string> => {
    const url = `/api/office/${path}/previews?kind=${kind}&period=2023&name=list.csv`;
    const payload = writeCsv(rows);
    const seen = await officer.client({ method: "POST", url, payload, headers: { "content-type": "text/csv" } });
    const confirm = `/api/office/${path}/previews/${seen.json().preview}/confirm`;
    const taken = await officer.client({ method: "POST", url: confirm, payload: {} });
    expect(taken.statusCode).toBe(200);
    return taken.json().version.id;
  };
  const head = ["信用代码", "企业名称"];

  it("is opened by an officer: what is wrong stands beside its field, nothing typed is lost", async () => {
    const page = await openAs(officer, "/enterprises");
    await button(page, "为企业建档").click();
    await page.getByLabel("统一社会信用代码").fill(SHOES);
    await page.getByLabel("单位名称").fill("示例新办有限公司");
    await page.getByLabel("所在镇（街道）").selectOption("安海镇");
    await button(page, "建档").click();
    await expect.poll(() => textOf(page)).toContain("这家企业已建档");
    await page.getByLabel("统一社会信用代码").fill(`${FRESH.slice(0, 17)}${FRESH.endsWith("0") ? "1" : "0"}`);
    await button(page, "建档").click();
    await expect.poll(() => page.locator(".office-card [aria-invalid=true]").count()).toBe(1);
    await expect.poll(() => textOf(page)).not.toContain("这家企业已建档");
    await expect.poll(() => page.getByLabel("单位名称").inputValue()).toBe("示例新办有限公司");
    await isForEverybody(page, "add");
    await page.getByLabel("统一社会信用代码").fill(FRESH);
    await button(page, "建档").click();
    await expect.poll(() => page.locator("h1").innerText()).toBe("示例新办有限公司");
    expect(await textOf(page)).toContain("安海镇");
    const town = await openAs(await office.person("town", { territory: "安海镇" }), "/enterprises");
    await expect.poll(() => textOf(town)).toContain("示例新办有限公司");
    expect(await button(town, "为企业建档").count()).toBe(0);
  });

  it("shows what registers say, with the import that it comes from, and contributions to few", async () => {
    await importOf("registers", "above-scale", [head, [SHOES, "示例鞋业有限公司"]]);
    await importOf("contributions", "fiscal-contribution", [
      [...head, "财政贡献（元）"],
      [SHOES, "示例鞋业有限公司", "1234567.89"],
    ]);
    const page = await openAs(officer, `/enterprises/${SHOES}`);
    const row = page.getByRole("row", { name: /^规上工业/ });
    await expect.poll(() => row.innerText()).toContain("统计局提供");
    expect((await row.innerText()).replace(/\s+/g, "")).toContain(
      "是统计局提供，2023年度规上名单第1版（list.csv），2026年11月25日由示例经办人导入",
    );
    await expect.poll(() => textOf(page)).toContain("1,234,567.89");
    await isForEverybody(page, "file");
    await row.getByRole("link", { name: /规上名单第 1 版/ }).click();
    await expect.poll(() => page.locator("tbody").innerText()).toContain(SHOES);
    const handler = await openAs(await office.person("handler", { unit: SHOES }), `/units/${SHOES}/file`);
    await handler.getByLabel("数据年度").selectOption("2023");
    await expect.poll(() => handler.getByRole("row", { name: /^规上工业/ }).innerText()).toContain("统计局提供");
    await expect.poll(() => handler.getByRole("heading", { name: "2023 年度规上名单" }).count()).toBe(1);
    expect(await handler.getByRole("link", { name: /第 1 版/ }).count()).toBe(0);
    expect(await textOf(handler)).not.toContain("1,234,567.89");
    await isForEverybody(handler, "unit-file");
    // Also what a register says can be disputed.
    await button(handler, "对规上工业（2023 年度）提出异议").click();
    await dialog(handler).getByLabel("哪里有误，应当是什么").fill("2023 年已退出。");
    await attach(handler, "证明材料");
    await dialog(handler).getByRole("button", { name: "提出异议" }).click();
    await expect.poll(() => handler.getByRole("table", { name: "数据异议" }).innerText()).toContain("2023 年已退出。");
  });

  it("tells all that was ever said of a fact, and why one of it counts", async () => {
    const page = await openAs(await office.person("handler", { unit: SHOES }), `/units/${SHOES}/file`);
    // Over the pages' own server, which knows the policies' facts.
    for (const value of [true, false]) {
      const payload = JSON.stringify({ fact: "aboveScale", year: 2023, value });
      expect(await page.evaluate(post, [`/api/office/units/${SHOES}/facts`, payload] as const)).toBe(200);
    }
    const second = await importOf("registers", "above-scale", [head, [FOOD, "示例食品有限公司"]]);
    const undo = {
      method: "POST",
      url: `/api/office/registers/versions/${second}/undo`,
      payload: { reason: "发错了文件" },
    } as const;
    expect((await officer.client(undo)).statusCode).toBe(200);
    await page.reload();
    await page.getByLabel("数据年度").selectOption("2023");
    const asks = button(page, "规上工业（2023 年度）的历次记载");
    await asks.focus();
    await page.keyboard.press("Enter");
    const said = dialog(page).locator(".office-history > li");
    await expect.poll(() => said.count()).toBe(4);
    const words = (await said.allInnerTexts()).map((text) => text.replace(/\s+/g, ""));
    expect(words.map((text) => /^(是|否)(现在采用|未采用)/.exec(text)?.[0])).toEqual([
      "否未采用",
      "否未采用",
      "是未采用",
      "是现在采用",
    ]);
    expect(words.map((text) => text.replace(/^.(现在采用|未采用)/, ""))).toEqual([
      expect.stringMatching(/^这次名单导入已撤销：发错了文件统计局提供，2023年度规上名单第2版（list\.csv）/),
      expect.stringMatching(/^部门的数据在先，单位填报的并列备查。单位填报（示例单位经办人），2026年11月25日10:00/),
      expect.stringMatching(/^单位后来改填。单位填报/),
      expect.stringMatching(/^部门的数据先于单位填报。统计局提供，2023年度规上名单第1版/),
    ]);
    await isForEverybody(page, "history");
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(await asks.evaluate((one) => one === document.activeElement)).toBe(true);
    // Of what nobody ever spoke, and where nothing can be fetched.
    await button(page, "规上工业（2022 年度）的历次记载").click();
    await expect.poll(() => dialog(page).innerText()).toContain("还没有记载");
    await dialog(page).getByRole("button", { name: "关闭" }).click();
    const route = "**/facts/aboveScale/2023";
    await page.reload();
    await page.getByLabel("数据年度").selectOption("2023");
    await page.route(route, (one) => one.fulfill({ status: 503, json: { error: "数据库暂时不可用。" } }));
    await asks.click();
    await expect.poll(() => dialog(page).getByRole("button", { name: "再试一次" }).count()).toBe(1);
    await page.unroute(route);
    await dialog(page).getByRole("button", { name: "再试一次" }).click();
    await expect.poll(() => said.count()).toBe(4);
  });

  it("takes a fact that an office supplies, from a document and with evidence", async () => {
    const page = await openAs(officer, `/enterprises/${FOOD}`);
    await button(page, "登记部门数据").click();
    await dialog(page).getByLabel("哪一项").selectOption({ label: "规上工业（统计局）" });
    await dialog(page).getByLabel("年度").fill("2099");
    await dialog(page).getByLabel("规上工业").selectOption("是");
    await dialog(page).getByLabel("依据").fill("示例统〔2024〕1号");
    await attach(page, "证明材料（可以不传）");
    await button(page, "登记").click();
    await expect.poll(() => dialog(page).innerText()).toContain("年度还没有到");
    await expect.poll(() => dialog(page).getByLabel("依据").inputValue()).toBe("示例统〔2024〕1号");
    await dialog(page).getByLabel("年度").fill("2023");
    await expect.poll(() => dialog(page).innerText()).toContain("现在是：否");
    await isForEverybody(page, "supply");
    await button(page, "登记").click();
    await expect.poll(() => dialog(page).count()).toBe(0);
    const row = page.getByRole("row", { name: /^规上工业/ });
    await expect.poll(() => row.innerText()).toContain("依据：示例统〔2024〕1号");
    await expect.poll(() => row.getByRole("link", { name: "证明材料" }).count()).toBe(1);
    const head = await openAs(await office.person("section-head"), `/enterprises/${FOOD}`);
    await expect.poll(() => head.getByRole("row", { name: /^规上工业/ }).count()).toBe(1);
    expect(await head.getByRole("button", { name: /^登记/ }).count()).toBe(0);
  });

  it("takes an event with its evidence once what follows from it was read", async () => {
    const page = await openAs(officer, `/enterprises/${FOOD}`);
    const begin = async (kind: string, on: string) => {
      await button(page, "登记变动").click();
      await dialog(page).getByLabel("什么变动").selectOption({ label: kind });
      await dialog(page).getByLabel("发生日期").fill(on);
      await dialog(page).getByLabel("说明").fill("登记机关变更通知");
    };
    const next = button(page, "下一步：看会改变什么");
    await begin("更名", "2026-03-01");
    await dialog(page).getByLabel("新名称").fill("示例食府有限公司");
    await next.click();
    await expect.poll(() => dialog(page).innerText()).toContain("请上传证明材料。");
    await attach(page, "证明材料");
    await isForEverybody(page, "event");
    await next.click();
    await expect.poll(() => dialog(page).innerText()).toContain("名称由“示例食品有限公司”改为“示例食府有限公司”。");
    await expect.poll(() => page.locator("h3:focus").innerText()).toBe("登记以后");
    await isForEverybody(page, "event-follows");
    await expect.poll(() => page.locator("h1").innerText()).toBe("示例食品有限公司");
    await button(page, "上一步，再改").click();
    await expect.poll(() => dialog(page).getByLabel("新名称").inputValue()).toBe("示例食府有限公司");
    await next.click();
    await button(page, "登记更名").click();
    await expect.poll(() => page.locator("h1").innerText()).toBe("示例食府有限公司");

    await begin("合并", "2026-02-01");
    await dialog(page).getByLabel("并入单位的信用代码").fill(codeOf(99));
    await attach(page, "证明材料");
    await next.click();
    await expect.poll(() => dialog(page).innerText()).toContain("早于最近一次变更的日期 2026-03-01");
    await dialog(page).getByLabel("发生日期").fill("2026-04-01");
    await next.click();
    await expect.poll(() => dialog(page).innerText()).toContain("没有这家存续的企业");
    await dialog(page).getByLabel("并入单位的信用代码").fill(SHOES.toLowerCase());
    await next.click();
    await expect.poll(() => dialog(page).innerText()).toContain("并入“示例鞋业有限公司”");
    await button(page, "登记合并").click();
    await expect.poll(() => textOf(page)).toContain("状态 已合并");
    await button(page, "登记变动").click();
    expect(await dialog(page).getByLabel("什么变动").getByRole("option").allInnerTexts()).toEqual(["恢复"]);
  });
});
