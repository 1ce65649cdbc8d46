/** The office's forms in a browser: what is missing is said in Chinese beside its field and the keyboard led there; nothing typed is lost until it is sent. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RoleId } from "../packages/casework/src/index.ts";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite } from "./browser/open-site.ts";
import { signedIn } from "./browser/session-of.ts";
import { addAccount, PASSWORD } from "./office/test-account.ts";
import { openTestOffice, type TestOffice } from "./office/test-office.ts";

const web = fileURLToPath(new URL("../apps/web/src", import.meta.url));
const WIDTHS = [320, 360, 768, 1440];
const STILL = WIDTHS.map((width) => [width, 0]);

describe("the sources of the office's forms", () => {
  const sources = ["screens/applicant", "screens/office", "screens/entry", "parts/office"].flatMap((folder) =>
    readdirSync(join(web, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(web, folder, file), "utf8") })),
  );
  const having = (words: RegExp) => sources.filter(({ text }) => words.test(text)).map(({ file }) => file);

  it("draw every form by one part, and every day by one", () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(having(/<form\b/)).toEqual(["parts/office/checked-form.tsx"]);
    expect(having(/type="date"/)).toEqual(["parts/office/day-field.tsx"]);
    expect(having(/autoComplete: "new-password"|autoComplete="new-password"/)).toEqual(["parts/office/password-twice.tsx"]);
  });
});

describe.skipIf(!hasChromium)("the office's forms", { timeout: 60_000 }, () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await openTestOffice();
  });
  const site = openSite({ office: () => office.office, apartFrom: /4\d\d/ });
  afterAll(() => office.close());

  async function openAs(role: RoleId, address: string, locale = "zh-CN"): Promise<Page> {
    return site.open(`/office${address}`, { locale, ...signedIn(await office.person(role)) });
  }
  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  };
  const faults = (page: Page) => page.locator(".office-fault").allInnerTexts();
  const kept = (page: Page) => page.evaluate(() => JSON.stringify(sessionStorage));
  /** The words that a screen reader adds to the field one stands in. */
  const saidOfFocused = (page: Page) =>
    page.evaluate(() => {
      const place = document.activeElement;
      const ids = place?.getAttribute("aria-describedby")?.split(" ") ?? [];
      return place?.getAttribute("aria-invalid") === "true" ? document.getElementById(ids.at(-1) ?? "")?.textContent : null;
    });

  const NEW_KEY = ["请填写名称。", "至少选一件能做的事。", "请填写最后一天。"];
  const NEW_HOOK = ["请填写名称。", "请填写网址。", "至少选一样。"];
  const NEW_UNIT = ["请填写统一社会信用代码。", "请填写单位名称。"];
  const LOGGED = ["请选择问的是哪项政策。", "请填写问题。"];
  it.each<[string, RoleId, string, string | null, string, readonly string[]]>([
    ["an account", "system-admin", "/persons", "开立账号", "开立并得到一次性口令", ["请填写姓名。", "请填写登录名。"]],
    ["a key", "system-admin", "/keys", "开立密钥", "开立", NEW_KEY],
    ["a webhook", "system-admin", "/webhooks", "设一个回调", "设定", NEW_HOOK],
    ["an enterprise", "case-officer", "/enterprises", "为企业建档", "建档", NEW_UNIT],
    ["a question by telephone", "case-officer", "/consultations", null, "登记", LOGGED],
  ])(
    "say in Chinese what is missing of %s, whatever the browser speaks, and lead there",
    async (_, role, address, opens, does, missing) => {
      const page = await openAs(role, address, "en-US");
      if (opens !== null) await press(page, opens);
      // By the keyboard alone.
      await page.getByRole("button", { name: does, exact: true }).focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => faults(page)).toEqual(missing);
      expect(await saidOfFocused(page)).toBe(missing[0]);
      expect((await page.locator("form [aria-live] p").allInnerTexts()).filter((said) => said !== "")).toEqual([
        expect.stringMatching(new RegExp(`^有 ${missing.length} 处要填写或改正，从“.+”开始。$`)),
      ]);
      expect(
        await page
          .locator("input:invalid, select:invalid, textarea:invalid")
          .first()
          .evaluate((one: HTMLInputElement) => one.form?.noValidate),
      ).toBe(true);
      expect(await faultsInBothSchemes(page)).toEqual([]);
      await page.evaluate(() => document.documentElement.classList.add("large"));
      expect(await sidewaysAt(page, WIDTHS)).toEqual(STILL);
    },
  );

  it("take back what they said as it is mended, and say nothing new while one types", async () => {
    const page = await site.open("/office/register");
    await fill(page, { 姓名: "   ", 口令: PASSWORD, 再输一次口令: "另一个口令，也够长" });
    expect(await faults(page)).toEqual([]);
    await press(page, "注册并登录");
    const differs = "两次输入的口令不一样，请重新输入。";
    await expect.poll(() => faults(page)).toEqual(["请填写姓名。", "请填写登录名。", differs]);
    await fill(page, { 姓名: "示例法人" });
    await expect.poll(() => faults(page)).toEqual(["请填写登录名。", differs]);
    await fill(page, { 口令: "另一个口令，也够长" });
    await expect.poll(() => faults(page)).toEqual(["请填写登录名。"]);
    await fill(page, { 口令: "" });
    expect(await faults(page)).toEqual(["请填写登录名。"]);
    expect(await kept(page)).toContain("示例法人");
    expect(await kept(page)).not.toContain("够长");
    await page.reload();
    expect(await page.getByLabel("姓名", { exact: true }).inputValue()).toBe("示例法人");
    expect(await page.getByLabel("口令", { exact: true }).inputValue()).toBe("");
  });

  it("say of half a date that it is half, repeat a whole one in words, and keep the order of two", async () => {
    const page = await openAs("audit-admin", "/records");
    const from = page.getByLabel("从哪天", { exact: true });
    await from.focus();
    // Wherever the browser begins: a month or a year alone.
    await page.keyboard.type("12");
    await press(page, "筛选");
    await expect.poll(() => faults(page)).toEqual(["日期没有填完整，或者没有这一天。"]);
    await from.fill("0026-03-05");
    await press(page, "筛选");
    await expect.poll(() => faults(page)).toEqual(["年份要写四位数字，如 2026。"]);
    await from.fill("2026-03-05");
    await expect.poll(() => faults(page)).toEqual([]);
    await expect.poll(() => page.getByText("所填：2026年3月5日。").count()).toBe(1);
    await fill(page, { 到哪天: "2026-03-04" });
    await press(page, "筛选");
    await expect.poll(() => faults(page)).toEqual(["不能早于2026年3月5日。"]);
    await fill(page, { 到哪天: "2026-03-06" });
    await press(page, "筛选");
    await expect.poll(() => page.url()).toContain("to=2026-03-06");
  });

  it("sign in with words of ours, and keep nothing of it", async () => {
    const { login } = await addAccount(office, null);
    const page = await site.open("/office/sign-in", { locale: "en-US" });
    await press(page, "登录");
    await expect.poll(() => faults(page)).toEqual(["请填写登录名。", "请填写口令。"]);
    expect(await saidOfFocused(page)).toBe("请填写登录名。");
    await fill(page, { 登录名: login, 口令: "不是这个口令" });
    await press(page, "登录");
    await expect.poll(() => page.getByRole("alert").count()).toBe(1);
    expect(await page.getByLabel("口令", { exact: true }).inputValue()).toBe("");
    expect(await kept(page)).toBe("{}");
  });

  it("keep what is typed over a reload, a closed form and an ended session, and forget it once it is sent", async () => {
    const { login, code } = await addAccount(office, "system-admin", { totp: true });
    const page = await site.open("/office/persons");
    const signIn = async (ahead: number) => {
      office.clock.now = new Date(office.clock.now.getTime() + ahead * 1000);
      await fill(page, { 登录名: login, 口令: PASSWORD });
      await press(page, "登录");
      await fill(page, { 动态口令: code() });
      await press(page, "登录");
    };
    await signIn(0);
    await press(page, "开立账号");
    await fill(page, { 姓名: "示例来人", 登录名: "newly.come" });
    await page.getByLabel("哪一方").last().selectOption("partner");
    await page.reload();
    await press(page, "开立账号");
    expect(await page.getByLabel("姓名", { exact: true }).inputValue()).toBe("示例来人");
    await page.context().clearCookies();
    await press(page, "开立并得到一次性口令");
    await expect.poll(() => page.locator("h1").innerText()).toBe("登录");
    expect(await page.locator(".office-care").innerText()).toBe("登录已结束。重新登录后回到原来的页面，填写的内容还在。");
    expect(await faultsInBothSchemes(page)).toEqual([]);
    await signIn(30);
    await press(page, "开立账号");
    expect(await page.getByLabel("登录名", { exact: true }).inputValue()).toBe("newly.come");
    expect(await page.getByLabel("哪一方").last().inputValue()).toBe("partner");
    await press(page, "开立并得到一次性口令");
    const oneTime = await page.locator(".office-secrets code").innerText();
    await press(page, "已记下，关闭");
    expect(await kept(page)).not.toContain("newly.come");
    expect(await kept(page)).not.toContain(oneTime);
    await press(page, "开立账号");
    expect(await page.getByLabel("姓名", { exact: true }).inputValue()).toBe("");
  });

  it("keep keys, webhooks and mappings too, boxes and columns among them, until one signs out", async () => {
    const page = await openAs("system-admin", "/keys");
    await press(page, "开立密钥");
    await fill(page, { 名称: "示例平台", 最后一天: "2026-12-31" });
    await page.getByLabel("查找企业").check();
    await page.getByRole("link", { name: "回调" }).click();
    await press(page, "设一个回调");
    await fill(page, { 网址: "https://huiqi.example/hooks" });
    await page.getByLabel("名单有了新的一版").check();
    await page.reload();
    await press(page, "设一个回调");
    expect(await page.getByLabel("网址", { exact: true }).inputValue()).toBe("https://huiqi.example/hooks");
    expect(await page.getByLabel("名单有了新的一版").isChecked()).toBe(true);
    await page.getByRole("link", { name: "接口密钥" }).click();
    await press(page, "开立密钥");
    expect(await page.getByLabel("最后一天", { exact: true }).inputValue()).toBe("2026-12-31");
    expect(await page.getByLabel("查找企业").isChecked()).toBe(true);
    await press(page, "退出");
    await expect.poll(() => kept(page)).toBe("{}");
    const officer = await openAs("case-officer", "/mappings/new");
    await fill(officer, { 名称: "示例栏目对应", "第 1 栏的表头": "申报单号" });
    await press(officer, "加一栏");
    await fill(officer, { "第 4 栏的表头": "联系人" });
    await officer.reload();
    expect(await officer.getByLabel("第 4 栏的表头", { exact: true }).inputValue()).toBe("联系人");
    expect(await officer.getByLabel("第 1 栏的表头", { exact: true }).inputValue()).toBe("申报单号");
    await press(officer, "保存");
    await expect.poll(() => faults(officer)).toEqual(["请填写第 2 栏的表头。", "请填写第 3 栏的表头。"]);
  });

  it("are forgotten in all tabs once one signs out in one", async () => {
    const page = await openAs("system-admin", "/keys");
    const other = await site.tab(page.context());
    await other.goto(`${site.url}/office/persons`);
    await press(other, "开立账号");
    await fill(other, { 姓名: "示例来人" });
    expect(await kept(other)).toContain("示例来人");
    await press(page, "退出");
    await expect.poll(() => other.locator("h1").innerText()).toBe("登录");
    expect(await kept(other)).toBe("{}");
    expect(await other.locator(".office-care").count(), "nothing is promised that is gone").toBe(0);
  });

  it("leave nothing for another person who signs in where a session ended", async () => {
    const [before, after] = [await addAccount(office, null), await addAccount(office, null)];
    const page = await site.open("/office/register");
    await fill(page, { 姓名: "示例路人" });
    await page.goto(`${site.url}/office/units`);
    const signIn = async (login: string) => {
      await fill(page, { 登录名: login, 口令: PASSWORD });
      await press(page, "登录");
      await expect.poll(() => page.locator("h1").innerText()).toContain("单位");
    };
    await signIn(before.login);
    await expect.poll(() => kept(page)).not.toContain("示例路人");
    await fill(page, { 单位名称: "示例鞋业有限公司" });
    await page.context().clearCookies();
    await page.reload();
    await expect.poll(() => page.locator("h1").innerText()).toBe("登录");
    await signIn(after.login);
    await expect.poll(() => kept(page)).toBe("{}");
  });

  it("take nothing from what stands there in another shape", async () => {
    const page = await openAs("system-admin", "/keys");
    await press(page, "开立密钥");
    await fill(page, { 名称: "示例平台" });
    const broken = { name: 7, actions: "all", expiresOn: ["2026"], role: "finance", more: "x" };
    await page.evaluate((value) => {
      for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, JSON.stringify(value));
    }, broken);
    await page.reload();
    await press(page, "开立密钥");
    expect(await page.getByLabel("名称", { exact: true }).inputValue()).toBe("");
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
  });
});
