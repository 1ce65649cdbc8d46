/** The way in, one's own account and the administrators' screens, in a browser before the real server and database. */
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultsOf, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite } from "./browser/open-site.ts";
import { signedIn } from "./browser/session-of.ts";
import { addAccount, codeOf, PASSWORD } from "./office/test-account.ts";
import { openTestOffice, type TestOffice } from "./office/test-office.ts";

const NEW_PASSWORD = "傍晚码头停着两条渔船 boats";
/** At the width of a phone, a tablet, a desktop; nothing is scrolled sideways. */
const WIDTHS = [320, 360, 768, 900, 1440];
const STILL = WIDTHS.map((width) => [width, 0]);

describe.skipIf(!hasChromium)("the way in", { timeout: 60_000 }, () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await openTestOffice();
  });
  // What the server refuses is reported by the browser too; what the page says of it is tested.
  const site = openSite({ office: () => office.office, apartFrom: /4\d\d/ });
  afterAll(() => office.close());

  const later = (seconds: number) => {
    office.clock.now = new Date(office.clock.now.getTime() + seconds * 1000);
  };
  /** A page of somebody who is signed in. */
  async function openAs(role: "system-admin" | "security-admin" | "audit-admin", address: string): Promise<Page> {
    return site.open(address, signedIn(await office.person(role)));
  }
  const heading = (page: Page) => page.locator("h1").innerText();
  const at = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search;
  const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
  const deed = (page: Page, does: string, whose: string) =>
    page.getByRole("button", { name: new RegExp(`^${does}\\s*${whose}$`) }).click();
  const trouble = (page: Page) => page.getByRole("alert").innerText();
  const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  };
  async function signIn(page: Page, login: string, password: string) {
    await fill(page, { 登录名: login, 口令: password });
    await press(page, "登录");
  }
  /** Light at a desk, dark on a phone, and in larger type at every width. */
  async function looksGood(page: Page) {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    expect(await faultsOf(page)).toEqual([]);
    // What holds in larger type holds in smaller.
    await page.evaluate(() => document.documentElement.classList.add("large"));
    expect(await sidewaysAt(page, WIDTHS)).toEqual(STILL);
    await page.evaluate(() => document.documentElement.classList.remove("large"));
    await page.setViewportSize({ width: 320, height: 800 });
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
  }

  /** From the handed-over password to the second factor; its secret. */
  async function enrols(page: Page, oneTime: string): Promise<string> {
    await expect.poll(() => heading(page)).toBe("修改一次性口令");
    // In the middle of it, loaded anew: it goes on where it stood, and nothing else opens.
    await page.goto(`${site.url}/office/`);
    await expect.poll(() => heading(page)).toBe("修改一次性口令");
    await fill(page, { 现在的口令: oneTime, 新口令: "new.comer-2026", 再输一次新口令: "new.comer-2026" });
    await press(page, "修改口令");
    await expect.poll(() => page.locator(".office-fault").innerText()).toContain("口令里不能有登录名。");
    await looksGood(page);
    await fill(page, { 新口令: NEW_PASSWORD, 再输一次新口令: "不一样的" });
    await press(page, "修改口令");
    await expect.poll(() => page.locator(".office-fault").last().innerText()).toContain("两次输入的新口令不一样");
    await fill(page, { 再输一次新口令: NEW_PASSWORD });
    await press(page, "修改口令");
    await expect.poll(() => heading(page)).toBe("绑定动态口令");
    const secret = (await page.locator(".office-secret code").innerText()).replaceAll(" ", "");
    await expect.poll(() => page.locator(".office-secret code").innerText()).toMatch(/^([A-Z2-7]{4} ?)+$/);
    await looksGood(page);
    await fill(page, { 验证器上显示的六位数字: "000000" });
    await press(page, "核对并绑定");
    await expect.poll(() => trouble(page)).toContain("动态口令不正确");
    await fill(page, { 验证器上显示的六位数字: codeOf(secret, office.clock.now) });
    await press(page, "核对并绑定");
    await expect.poll(() => page.locator(".office-secrets code").count()).toBe(10);
    await looksGood(page);
    await press(page, "已妥善保存，继续");
    return secret;
  }

  /** The security administrator gives the new one a role, is told of a conflict, and takes it back. */
  async function givesAndWithdraws() {
    const security = await openAs("security-admin", "/office/persons/new.comer");
    await security.getByRole("combobox", { name: "角色" }).selectOption("case-officer");
    await press(security, "授予");
    await expect.poll(() => security.getByRole("status").allInnerTexts()).toContain("已授予：经办人。");
    await security.getByRole("combobox", { name: "角色" }).selectOption("state-auditor");
    await press(security, "授予");
    await expect.poll(() => trouble(security)).toBe("经办人和审计机关不能由同一个账号担任：审计的人不办件。");
    await looksGood(security);
    await deed(security, "收回", "经办人");
    await expect.poll(() => security.getByRole("dialog").innerText()).toContain("收回示例新人的角色：经办人");
    await looksGood(security);
    await security.getByRole("dialog").getByRole("button", { name: "收回" }).click();
    await expect.poll(() => security.locator(".office-empty").innerText()).toContain("还没有角色");
  }

  it("leads a new member of staff from the handed-over password to a code, and an administrator to the role", async () => {
    const admin = await openAs("system-admin", "/office/persons");
    await press(admin, "开立账号");
    await fill(admin, { 姓名: "示例新人", 登录名: "New.Comer", "电话（可不填）": "12" });
    await press(admin, "开立并得到一次性口令");
    await expect.poll(() => admin.getByText("电话只用数字、空格和 -").count()).toBeGreaterThan(0);
    await expect.poll(() => admin.getByLabel("姓名", { exact: true }).inputValue()).toBe("示例新人");
    await fill(admin, { "电话（可不填）": "" });
    await looksGood(admin);
    await press(admin, "开立并得到一次性口令");
    const oneTime = await admin.locator(".office-secrets code").innerText();
    await press(admin, "已记下，关闭");
    await expect.poll(() => admin.locator("tr", { hasText: "new.comer" }).innerText()).toContain("一次性口令未改");
    expect(await admin.content()).not.toContain(oneTime);

    const page = await site.open("/office/self");
    await expect.poll(() => heading(page)).toBe("登录");
    await signIn(page, "new.comer", oneTime);
    const secret = await enrols(page, oneTime);
    await expect.poll(() => heading(page)).toContain("示例新人");
    await givesAndWithdraws();

    later(30);
    const code = codeOf(secret, office.clock.now);
    await press(page, "退出");
    await expect.poll(() => heading(page)).toBe("登录");
    await signIn(page, "new.comer", NEW_PASSWORD);
    await fill(page, { 动态口令: code });
    await looksGood(page);
    await press(page, "登录");
    await expect.poll(() => heading(page)).toContain("示例新人");
    await press(page, "退出");
    await expect.poll(() => heading(page)).toBe("登录");
    await signIn(page, "new.comer", NEW_PASSWORD);
    await fill(page, { 动态口令: code });
    await press(page, "登录");
    await expect.poll(() => trouble(page)).toBe("这个动态口令已经用过，请等下一个。");
    await expect.poll(() => page.getByLabel("动态口令", { exact: true }).inputValue()).toBe(code);
    await expect.poll(() => page.getByRole("alert").evaluate((place) => place === document.activeElement)).toBe(true);
  });

  it("says what is wrong, keeps the login, and until when an account is locked", async () => {
    const { login } = await addAccount(office, "finance", { totp: true });
    const page = await site.open("/office/sign-in");
    await signIn(page, login, "不是这个口令");
    await expect.poll(() => trouble(page)).toContain("登录名或口令不正确。");
    await expect.poll(() => page.getByRole("alert").evaluate((place) => place === document.activeElement)).toBe(true);
    await expect.poll(() => page.getByLabel("登录名").inputValue()).toBe(login);
    expect(await page.getByLabel("口令").inputValue()).toBe("");
    await looksGood(page);
    await signIn(page, login, PASSWORD);
    for (let tries = 0; tries < 4; tries++) {
      await fill(page, { 动态口令: `00000${tries}` });
      const answered = page.waitForResponse(/sign-in\/totp/);
      await press(page, "登录");
      await answered;
    }
    await expect.poll(() => trouble(page)).toBe("连续输错多次，账号已锁定，请 1 分钟后再试，或请安全管理员解除锁定。");
  });

  it("registers somebody of an enterprise", async () => {
    const page = await site.open("/office/sign-in");
    await page.getByRole("link", { name: "自行注册" }).click();
    await expect.poll(() => heading(page)).toBe("注册");
    expect(await page.title()).toBe("注册 · 政兑");
    await expect.poll(() => page.getByRole("link", { name: "政兑" }).getAttribute("href")).toBe("/");
    await fill(page, { 姓名: "示例法人", 登录名: "shili.faren", 口令: "123456789012", 再输一次口令: "123456789012" });
    await press(page, "注册并登录");
    await expect.poll(() => page.locator(".office-fault").innerText()).toContain("口令不能只有数字");
    await expect.poll(() => page.getByLabel("姓名", { exact: true }).inputValue()).toBe("示例法人");
    await looksGood(page);
    await fill(page, { 口令: PASSWORD, 再输一次口令: PASSWORD });
    await press(page, "注册并登录");
    await expect.poll(() => heading(page)).toBe("示例法人，您好");
    await page.getByRole("link", { name: "示例法人" }).click();
    await expect.poll(() => page.getByText("本次登录").count()).toBe(1);
    const elsewhere = await site.open("/office/sign-in");
    await signIn(elsewhere, "shili.faren", PASSWORD);
    await expect.poll(() => heading(elsewhere)).toBe("示例法人，您好");
    await page.reload();
    await expect.poll(() => page.getByRole("button", { name: "结束其他所有登录" }).count()).toBe(1);
    await looksGood(page);
    await press(page, "结束其他所有登录");
    await expect.poll(() => page.getByRole("button", { name: "结束", exact: true }).count()).toBe(0);
    await elsewhere.reload();
    await expect.poll(() => heading(elsewhere)).toBe("登录");
  });

  it("leads back to where one came from, and nowhere else", async () => {
    const { login } = await addAccount(office, null);
    const page = await site.open("/office/records?outcome=refused");
    await expect.poll(() => heading(page)).toBe("登录");
    await signIn(page, login, PASSWORD);
    await expect.poll(() => at(page)).toBe("/office/records?outcome=refused");
    await press(page, "退出");
    await expect.poll(() => heading(page)).toBe("登录");
    await page.evaluate(() => history.replaceState({ usr: { from: "//example.org/" }, key: "x", idx: 0 }, ""));
    await page.reload();
    await signIn(page, login, PASSWORD);
    await expect.poll(() => heading(page)).toContain("您好");
    expect(at(page)).toBe("/office");
  });

  it("makes keys and webhooks whose secrets are seen once, and ends them", async () => {
    const page = await openAs("system-admin", "/office/keys");
    await press(page, "开立密钥");
    await fill(page, { 名称: "示例平台", 最后一天: "2026-12-31" });
    await press(page, "开立");
    await expect.poll(() => page.locator(".office-fault").innerText()).toBe("至少选一件能做的事。");
    await page.getByLabel("查找企业").check();
    await looksGood(page);
    await press(page, "开立");
    const key = await page.locator(".office-secrets code").innerText();
    expect(key).toMatch(/^zd_[a-z0-9]{8}_/);
    await press(page, "已记下，关闭");
    await expect.poll(() => page.locator("tr", { hasText: "示例平台" }).innerText()).toContain("待核准");
    const guard = await openAs("security-admin", "/office/keys");
    await deed(guard, "核准", "示例平台");
    await expect.poll(() => guard.getByRole("dialog").innerText()).toContain("以经办人的身份查找企业");
    await guard.getByRole("dialog").getByRole("button", { name: "核准" }).click();
    await expect.poll(() => guard.locator("tr", { hasText: "示例平台" }).innerText()).not.toContain("待核准");
    await deed(page, "吊销", "示例平台");
    await page.getByRole("dialog").getByRole("button", { name: "吊销" }).click();
    await expect.poll(() => page.locator("tr", { hasText: "示例平台" }).innerText()).toContain("已吊销");
    await page.getByRole("link", { name: "回调" }).click();
    await press(page, "设一个回调");
    await fill(page, { 名称: "示例平台", 网址: "https://huiqi.example/hooks" });
    await page.getByLabel("名单有了新的一版").check();
    await looksGood(page);
    await press(page, "设定");
    await expect.poll(() => page.locator(".office-secrets code").innerText()).toMatch(/^whsec_/);
    await press(page, "已记下，关闭");
    await deed(page, "停止", "示例平台");
    await page.getByRole("dialog").getByRole("button", { name: "停止" }).click();
    await expect.poll(() => page.locator(".office-empty").innerText()).toContain("没有回调");
  });

  it("shows the record to who audits, by name, in words, and narrowed down", async () => {
    const { login } = await addAccount(office, null);
    const visitor = await site.open("/office/sign-in");
    await signIn(visitor, login, PASSWORD);
    await expect.poll(() => heading(visitor)).toContain("您好");
    const page = await openAs("audit-admin", "/office/records");
    await fill(page, { 登录名: login });
    await press(page, "筛选");
    await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
    await expect.poll(() => page.locator("tbody tr").innerText()).toMatch(/用口令登录[\s\S]*办成/);
    expect(at(page)).toBe(`/office/records?login=${login}`);
    await looksGood(page);
    await page.getByLabel("结果").selectOption("refused");
    await press(page, "筛选");
    await expect.poll(() => page.locator(".office-empty").innerText()).toContain("没有符合条件的记录");
  });

  it("lets anyone in a county of invented persons in by one click", async () => {
    await office.person("finance");
    const client = new pg.Client({ connectionString: office.url });
    await client.connect();
    await client.query("update tenant set demonstration = true");
    await client.end();
    const page = await site.open("/office/sign-in", { large: true });
    await expect.poll(() => page.getByText("这里的人员和单位都是虚构的").count()).toBe(1);
    await looksGood(page);
    await page.getByRole("button", { name: "示例财政部门" }).first().click();
    await expect.poll(() => heading(page)).toBe("示例财政部门，您好");
  });
});
