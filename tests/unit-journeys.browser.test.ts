/** Who comes to act for a unit, in a browser: an invited handler, an agent of two units, and a town that sees its own enterprises alone. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { makeCreditCode } from "../packages/basics/src/index.ts";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite } from "./browser/open-site.ts";
import { sessionOf } from "./browser/session-of.ts";
import { addAccount, PASSWORD } from "./office/test-account.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./office/test-office.ts";
import { PDF } from "./office/upload-file.ts";

const codeOf = (digits: string): string => {
  const code = makeCreditCode("91350582", digits);
  if (code === null) throw new Error(`no code of ${digits}`);
  return code;
};
const SHOES = { uscc: codeOf("MA00001A"), name: "示例鞋业有限公司", territory: "陈埭镇" };
const FOOD = { uscc: codeOf("MA00002A"), name: "示例食品有限公司", territory: "安海镇" };
const FROM = "2026-11-01";
const TO = "2027-10-31";
const PERIOD = "2026年11月1日至2027年10月31日";

describe.skipIf(!hasChromium)("the people of a unit", () => {
  let office: TestOffice;
  const site = openSite({
    office: async () => {
      office = await openTestOffice();
      await office.addEnterprise(SHOES);
      await office.addEnterprise(FOOD);
      return office.office;
    },
    // Nobody is signed in yet, or what was there a moment ago isn't one's own any more: the page says so itself.
    apartFrom: /status of 40[14]/,
  });
  afterAll(() => office.close());

  const openAs = async (person: TestPerson, address: string) => {
    const page = await site.open("/healthz");
    await page.context().addCookies([sessionOf(person)]);
    await page.goto(`${site.url}/office${address}`);
    return page;
  };
  /** As a new account of nobody's: in by its password, at the page that is open. */
  const register = async (page: Page) => {
    const { login } = await addAccount(office, null);
    const said = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login, password: PASSWORD }),
    };
    const status = await page.evaluate(async (init) => (await fetch("/api/office/sign-in", init)).status, said);
    expect(status).toBe(200);
  };
  const representative = ({ uscc }: { uscc: string }) => office.person("legal-representative", { unit: uscc });

  /** The link as the representative's page shows it. */
  const invite = async (page: Page, role: string, invitee: string, deed: string): Promise<string> => {
    await page.getByLabel("身份").selectOption({ label: role });
    await page.getByLabel("邀请谁").fill(invitee);
    await page.getByLabel("授权从").fill(FROM);
    await page.getByLabel("授权到").fill(TO);
    await page.getByLabel("授权委托书").setInputFiles({ name: deed, mimeType: "application/pdf", buffer: PDF });
    await expect.poll(() => page.getByText(`已上传：${deed}`).count()).toBe(1);
    await page.getByRole("button", { name: "生成邀请链接" }).click();
    return page.getByRole("region", { name: "邀请链接" }).locator("code").innerText();
  };
  const accept = async (page: Page, link: string, unit: string) => {
    await page.goto(link);
    await page.getByRole("button", { name: "接受邀请" }).click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).innerText()).toBe(unit);
  };
  const cards = (page: Page) => page.getByRole("list", { name: "我的单位" }).getByRole("listitem");

  it("let an invited handler in, who signs in on the way and sees the unit", async () => {
    const owner = await openAs(await representative(SHOES), `/units/${SHOES.uscc}`);
    const link = await invite(owner, "单位经办人", "示例经办", "委托书.pdf");
    expect(await faultsInBothSchemes(owner)).toEqual([]);
    expect(await sidewaysAt(owner, [320, 768])).toEqual([
      [320, 0],
      [768, 0],
    ]);
    await owner.reload();
    expect(await owner.getByText(link).count()).toBe(0);
    const handler = await site.open(link.slice(site.url.length));
    await expect.poll(() => new URL(handler.url()).pathname).toBe("/office/sign-in");
    const from = await handler.evaluate(() => history.state.usr.from);
    expect(`${site.url}/office${from}`).toBe(link);
    await register(handler);
    await accept(handler, link, SHOES.name);
    const people = handler.getByRole("table", { name: "单位人员" });
    await expect.poll(() => people.getByRole("row", { name: "示例人员" }).innerText()).toContain(PERIOD);
    expect(await handler.getByRole("button", { name: /停止|生成邀请/ }).count()).toBe(0);
    await handler.goto(link);
    await expect.poll(() => handler.getByText("已接受，不能再接受").count()).toBe(1);
  });

  it("lead whoever has to register first on to the invitation, and say that it is accepted", async () => {
    const owner = await openAs(await representative(FOOD), `/units/${FOOD.uscc}`);
    const link = await invite(owner, "单位经办人", "示例会计", "会计委托书.pdf");
    const page = await site.open(link.slice(site.url.length));
    await expect.poll(() => page.getByText("您收到了单位的邀请").count()).toBe(1);
    await page.getByRole("link", { name: "自行注册" }).click();
    // There and back: the invitation isn't lost on the way.
    await page.getByRole("link", { name: "已有账号，去登录" }).click();
    await page.getByRole("link", { name: "自行注册" }).click();
    for (const [label, value] of Object.entries({
      姓名: "示例会计",
      登录名: "shili.kuaiji",
      口令: PASSWORD,
      再输一次口令: PASSWORD,
    }))
      await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByRole("button", { name: "注册并登录" }).click();
    await expect.poll(() => page.url()).toBe(link);
    await page.getByRole("button", { name: "接受邀请" }).click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).innerText()).toBe(FOOD.name);
    await expect.poll(() => page.getByRole("status").innerText()).toBe("已接受邀请，可以代表这家单位办理了。");
  });

  it("let an agent act for two units by a deed of each, until one dismisses them", async () => {
    const [shoes, food] = [
      await openAs(await representative(SHOES), `/units/${SHOES.uscc}`),
      await openAs(await representative(FOOD), `/units/${FOOD.uscc}`),
    ];
    const links = [
      await invite(shoes, "代理机构人员", "示例代理公司", "鞋业委托书.pdf"),
      await invite(food, "代理机构人员", "示例代理公司", "食品委托书.pdf"),
    ] as const;
    const agent = await site.open("/healthz");
    await register(agent);
    await agent.goto(`${site.url}/office/`);
    await expect.poll(() => agent.getByText(/^您还不代表任何单位。/).count()).toBe(1);
    await agent.getByRole("main").getByRole("link", { name: "我的单位" }).click();
    await expect.poll(() => agent.getByText("您还没有可以代表的单位").count()).toBe(1);
    expect(await agent.title()).toBe("我的单位 · 政兑");
    // The link that led here is gone: the keyboard goes on from the heading.
    await expect.poll(() => agent.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await agent.goto(`${site.url}/office/registers`);
    await expect.poll(() => agent.getByRole("heading", { level: 1 }).innerText()).toBe("没有这一页");
    await accept(agent, links[0], SHOES.name);
    await accept(agent, links[1], FOOD.name);
    await agent.goto(`${site.url}/office/units`);
    await expect.poll(() => cards(agent).getByRole("link", { name: "授权委托书" }).count()).toBe(2);
    // A card bears the unit's code until its name is there.
    await expect.poll(() => cards(agent).getByRole("heading").allInnerTexts()).toEqual([SHOES.name, FOOD.name]);
    expect([await deedName(agent, 0), await deedName(agent, 1)]).toEqual(["鞋业委托书.pdf", "食品委托书.pdf"]);
    expect(await faultsInBothSchemes(agent)).toEqual([]);
    expect(await sidewaysAt(agent, [320, 1280])).toEqual([
      [320, 0],
      [1280, 0],
    ]);
    await shoes.reload();
    const inShoes = shoes.getByRole("table", { name: "单位人员" }).getByRole("row", { name: "代理机构人员" });
    await inShoes.getByRole("button", { name: "停止示例人员的授权" }).click();
    await shoes.getByRole("dialog").getByRole("button", { name: "停止授权" }).click();
    await expect.poll(() => inShoes.innerText()).toContain("已停止");
    await agent.reload();
    await expect.poll(() => cards(agent).getByRole("heading").allInnerTexts()).toEqual([FOOD.name]);
    await agent.goto(`${site.url}/office/units/${SHOES.uscc}`);
    await expect.poll(() => agent.getByRole("heading", { level: 1 }).innerText()).toBe("没有这一页");
  });

  it("are none of a town's business elsewhere: it sees its own enterprises alone", async () => {
    const town = await openAs(await office.person("town", { territory: "陈埭镇" }), "/enterprises");
    const names = () => town.getByRole("table").getByRole("link").allInnerTexts();
    await expect.poll(names).toEqual([SHOES.name]);
    await expect.poll(() => town.locator(".office-roles").innerText()).toBe("陈埭镇");
    await town.getByLabel("名称或信用代码").fill("食品");
    await town.getByRole("button", { name: "查找" }).click();
    await expect.poll(() => town.getByText("没有这样的企业").count()).toBe(1);
    // What comes by telephone it writes down; what others asked it doesn't see.
    await town.getByRole("navigation", { name: "办理事项" }).getByRole("link", { name: "咨询" }).click();
    await expect.poll(() => town.getByRole("button", { name: "登记" }).count()).toBe(1);
    await expect.poll(() => town.getByText("没有待答复的咨询。").count()).toBe(1);
    expect([await town.getByRole("alert").count(), await town.getByLabel("看哪些").count()]).toEqual([0, 1]);
    const officer = await openAs(await office.person("case-officer"), "/enterprises");
    await expect.poll(() => officer.getByRole("table").getByRole("link").allInnerTexts()).toEqual([SHOES.name, FOOD.name]);
    await officer.getByLabel("镇（街道）").selectOption("安海镇");
    await officer.getByRole("button", { name: "查找" }).click();
    await expect.poll(() => officer.getByRole("table").getByRole("link").allInnerTexts()).toEqual([FOOD.name]);
    expect(await faultsInBothSchemes(officer)).toEqual([]);
    expect(await sidewaysAt(officer, [320])).toEqual([[320, 0]]);
  });

  const deedName = async (page: Page, at: number): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      cards(page).nth(at).getByRole("link", { name: "授权委托书" }).click(),
    ]);
    return download.suggestedFilename();
  };
});
