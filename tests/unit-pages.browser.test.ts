/** The file, its disputes and accounts, claims, questions and messages in a browser: done on one side, seen and settled on the other; no fault of access. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { makeCreditCode } from "../packages/basics/src/index.ts";
import { outbox } from "../packages/store/src/index.ts";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite } from "./browser/open-site.ts";
import { sessionOf } from "./browser/session-of.ts";
import { openTestOffice, type TestOffice, type TestPerson } from "./office/test-office.ts";
import { PDF } from "./office/upload-file.ts";

const UNIT = makeCreditCode("91350582", "MA00001A") ?? "";
const FRESH = makeCreditCode("91350582", "MA00002A") ?? "";
const NAME = "示例鞋业有限公司";
const YEAR = 2026;

/** In the page. */
const post = async ([address, body]: readonly [string, string]): Promise<number> =>
  (await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body })).status;

describe.skipIf(!hasChromium)("the pages of a unit and of those who check it", () => {
  let office: TestOffice;
  let people: Record<"owner" | "officer" | "head" | "finance", TestPerson>;
  const site = openSite({
    office: async () => {
      office = await openTestOffice();
      await office.addEnterprise({ uscc: UNIT, name: NAME, territory: "陈埭镇" });
      people = {
        owner: await office.person("legal-representative", { unit: UNIT }),
        officer: await office.person("case-officer"),
        head: await office.person("section-head"),
        finance: await office.person("finance"),
      };
      return office.office;
    },
    // A refusal is said on the page; a page without an icon is asked for one.
    apartFrom: /status of 4(04|09|22)/,
  });
  afterAll(() => office.close());

  const openAs = async (person: TestPerson, address: string) => {
    const page = await site.open("/healthz");
    // The server's clock stands still; the page's with it.
    await page.clock.setFixedTime(office.clock.now);
    await page.context().addCookies([sessionOf(person)]);
    await page.goto(`${site.url}/office${address}`);
    return page;
  };
  const attach = async (page: Page, label: string, name: string) => {
    await page.getByLabel(label).setInputFiles({ name, mimeType: "application/pdf", buffer: PDF });
    await expect.poll(() => page.getByText(`已上传：${name}`).count()).toBe(1);
  };
  const shutsNobodyOut = async (page: Page) => {
    expect(await faultsInBothSchemes(page)).toEqual([]);
    expect(await sidewaysAt(page, [320])).toEqual([[320, 0]]);
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  /** As the mail brings it. */
  async function codeSentTo(address: string): Promise<string> {
    const sent = () => office.asSystem((tx) => tx.select({ payload: outbox.payload }).from(outbox));
    const code = async () => {
      const mails = (await sent()).map(({ payload }) => payload as { to?: string; text?: string });
      return /验证码 (\d{6})/.exec(mails.find(({ to }) => to === address)?.text ?? "")?.[1] ?? "";
    };
    await expect.poll(code).not.toBe("");
    return code();
  }
  const inDialog = (page: Page) => page.getByRole("dialog");

  it("let a unit state a fact and dispute one; an officer upholds it, and the file says who said what", async () => {
    const supplied = { fact: "aboveScale", year: YEAR, value: false, basis: "规模以上工业企业名录" };
    const bureau = await openAs(people.officer, "/enterprises");
    const address = `/api/office/enterprises/${UNIT}/facts`;
    expect(await bureau.evaluate(post, [address, JSON.stringify(supplied)] as const)).toBe(200);
    const owner = await openAs(people.owner, `/units/${UNIT}/file`);
    await owner.getByRole("button", { name: `填报从业人员（${YEAR} 年度）` }).click();
    await inDialog(owner).getByLabel("从业人员（人）").fill("三百");
    await inDialog(owner).getByRole("button", { name: "填报" }).click();
    await expect.poll(() => inDialog(owner).getByRole("alert").count()).toBe(1);
    await expect.poll(() => inDialog(owner).getByLabel("从业人员（人）").inputValue()).toBe("三百");
    // Once, and without the names that programs use.
    expect(await inDialog(owner).innerText()).not.toMatch(/value/);
    await inDialog(owner).getByLabel("从业人员（人）").fill("321");
    await inDialog(owner).getByRole("button", { name: "填报" }).click();
    await expect.poll(() => owner.getByText("321 人").count()).toBe(1);
    await owner.getByRole("button", { name: `对规上工业（${YEAR} 年度）提出异议` }).click();
    await inDialog(owner).getByLabel("哪里有误").fill("今年三月已纳入。");
    await owner.keyboard.press("Escape");
    await expect.poll(() => inDialog(owner).count()).toBe(0);
    await owner.reload();
    await owner.getByRole("button", { name: `对规上工业（${YEAR} 年度）提出异议` }).click();
    await expect.poll(() => inDialog(owner).getByLabel("哪里有误").inputValue()).toBe("今年三月已纳入。");
    await inDialog(owner).getByRole("button", { name: "提出异议" }).click();
    await expect.poll(() => inDialog(owner).getByText("请上传证明材料。").count()).toBe(1);
    await expect.poll(() => owner.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("file");
    await attach(owner, "证明材料", "名录截图.pdf");
    await inDialog(owner).getByRole("button", { name: "提出异议" }).click();
    await expect.poll(() => owner.getByText("待处理").count()).toBe(1);
    await shutsNobodyOut(owner);
    const officer = await openAs(people.officer, "/disputes");
    await officer.getByRole("button", { name: `处理${NAME}的异议` }).click();
    await inDialog(officer).getByLabel("处理", { exact: true }).selectOption("upheld");
    await inDialog(officer).getByLabel("更正后的数据").selectOption({ label: "是" });
    await inDialog(officer).getByLabel("答复").fill("已核对名录。");
    await shutsNobodyOut(officer);
    await inDialog(officer).getByRole("button", { name: "成立，更正" }).click();
    await expect.poll(() => officer.getByText("没有这样的异议").count()).toBe(1);
    await expect.poll(() => officer.getByRole("status").first().innerText()).toBe("异议成立，数据已更正。");
    await expect.poll(() => officer.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await officer.goto(`${site.url}/office/enterprises/${UNIT}`);
    const row = officer.getByRole("table", { name: "各年度的情况" }).getByRole("row", { name: "规上工业" });
    await expect.poll(() => row.innerText()).toMatch(/是\s+部门登记，2026年11月25日；依据：异议成立\s/);
    const stated = officer.getByRole("row", { name: "从业人员" });
    await expect.poll(() => stated.innerText()).toContain("单位填报（示例法定代表人）");
    await shutsNobodyOut(officer);
  });

  it("take an account from the unit to finance, which reads its number whole; an officer doesn't", async () => {
    const owner = await openAs(people.owner, `/units/${UNIT}/bank-accounts`);
    await owner.getByLabel("账号").fill("1408010100100001");
    await owner.getByLabel("支付系统行号").fill("102");
    await owner.getByLabel("开户银行").fill("示例银行晋江支行");
    await attach(owner, "开户证明", "开户许可证.pdf");
    await owner.getByRole("button", { name: "提交核对" }).click();
    await expect.poll(() => owner.getByText(/支付系统行号：/).count()).toBeGreaterThan(0);
    await expect.poll(() => owner.getByLabel("账号").inputValue()).toBe("1408010100100001");
    await owner.getByLabel("支付系统行号").fill("105100000017");
    await owner.getByRole("button", { name: "提交核对" }).click();
    await expect.poll(() => owner.getByText("待财政部门核对", { exact: true }).count()).toBe(1);
    await shutsNobodyOut(owner);
    const finance = await openAs(people.finance, "/bank-accounts");
    await finance.getByRole("button", { name: `核对${NAME}` }).click();
    await expect.poll(() => inDialog(finance).innerText()).toContain("1408010100100001");
    await shutsNobodyOut(finance);
    await inDialog(finance).getByRole("button", { name: "通过", exact: true }).click();
    await expect.poll(() => finance.getByText("没有待核对的收款账户").count()).toBe(1);
    const officer = await openAs(people.officer, `/enterprises/${UNIT}`);
    await expect.poll(() => officer.getByText("************0001").count()).toBe(1);
    expect(await officer.getByText("1408010100100001").count()).toBe(0);
  });

  it("let a unit be claimed, and its claim be refused with a reason that the claimant reads", async () => {
    const claimant = await openAs(people.owner, "/units");
    await claimant.getByText("认领另一家单位").click();
    await claimant.getByLabel("统一社会信用代码").fill(FRESH);
    await claimant.getByLabel("单位名称").fill("示例新办有限公司");
    await claimant.getByLabel("所在镇（街道）").selectOption("安海镇");
    await attach(claimant, "营业执照", "营业执照.pdf");
    await claimant.getByRole("button", { name: "提交认领" }).click();
    await expect.poll(() => claimant.getByText("待核对").count()).toBeGreaterThan(0);
    const officer = await openAs(people.officer, "/unit-claims");
    await officer.getByRole("button", { name: "核对示例新办有限公司" }).click();
    await inDialog(officer).getByLabel("核对结果").selectOption("no");
    await inDialog(officer).getByLabel("理由").fill("执照看不清。");
    await shutsNobodyOut(officer);
    await inDialog(officer).getByRole("button", { name: "不予通过" }).click();
    await expect.poll(() => officer.getByText("没有待核对的认领").count()).toBe(1);
    await claimant.reload();
    await expect.poll(() => claimant.getByText("未通过：执照看不清。").count()).toBe(1);
    await claimant.goto(`${site.url}/office/messages`);
    await expect.poll(() => claimant.getByText("示例新办有限公司的认领未通过").count()).toBe(1);
  });

  it("carry a question to the office and its answer back, counted in the menu until it is read", async () => {
    const owner = await openAs(people.owner, "/consultations");
    const policy = owner.getByLabel("哪项政策");
    await expect.poll(() => policy.getByRole("option").count()).toBeGreaterThan(1);
    await policy.selectOption({ label: "晋江市支持产业数字化转型升级十二条措施" });
    const clause = owner.getByLabel("哪一条");
    await expect.poll(() => clause.getByRole("option").count()).toBeGreaterThan(12);
    await clause.selectOption({ label: "第二条第（二）项　管理信息系统采购补助" });
    await owner.getByLabel("问题").fill("分两年付款怎么算？");
    await expect.poll(() => owner.getByText(/由晋江市工业和信息化局解答，电话以当年申报通知为准。/).count()).toBe(1);
    await owner.getByRole("button", { name: "发出" }).click();
    await expect.poll(() => owner.getByText("待答复", { exact: true }).count()).toBe(1);
    await shutsNobodyOut(owner);
    const officer = await openAs(people.officer, "/consultations");
    await officer.getByRole("button", { name: /^答复：分两年/ }).click();
    await inDialog(officer).getByLabel("答复").fill("按当年度实际支付计算。");
    await inDialog(officer).getByRole("button", { name: "答复" }).click();
    await expect.poll(() => officer.getByText("没有待答复的咨询").count()).toBe(1);
    await shutsNobodyOut(officer);
    const head = await openAs(people.head, "/consultations");
    await head.getByLabel("看哪些").selectOption("all");
    await head.getByRole("button", { name: /^公开：/ }).click();
    await inDialog(head).getByRole("button", { name: "公开" }).click();
    await expect.poll(() => head.getByText(/^已公开，2026年/).count()).toBe(1);
    const reader = await site.open("/policies/jinjiang-2023-11/");
    await reader.locator('[id="c-二（二）"] .answers summary').click();
    expect(await reader.locator(".answers").allInnerTexts()).toEqual([expect.stringContaining("按当年度实际支付计算。")]);
    await shutsNobodyOut(reader);
    await owner.goto(`${site.url}/office/messages`);
    const menu = owner.getByRole("navigation", { name: "办理事项" });
    await expect.poll(() => menu.getByRole("link", { name: "消息" }).innerText()).toContain("条未读");
    await shutsNobodyOut(owner);
    await owner.getByRole("button", { name: "全部标为已读" }).click();
    await expect.poll(() => menu.getByRole("link", { name: "消息" }).innerText()).toBe("消息");
    await owner.getByLabel("邮箱").fill("owner@example.invalid");
    await owner.getByRole("button", { name: "发送验证码" }).click();
    await owner.getByLabel("验证码").waitFor();
    // Whoever looks for the code among the mails finds the page loaded anew.
    await owner.reload();
    await owner.getByLabel("验证码").fill(await codeSentTo("owner@example.invalid"));
    await shutsNobodyOut(owner);
    await owner.getByRole("button", { name: "确认" }).click();
    await expect.poll(() => owner.getByText("发到 owner@example.invalid。", { exact: true }).count()).toBe(1);
    const set = owner.waitForResponse((response) => response.url().endsWith("/messages/setting"));
    await owner.getByLabel("多久一封").selectOption("never");
    await set;
    await owner.reload();
    await expect.poll(() => owner.getByLabel("多久一封").inputValue()).toBe("never");
  });
});
