/** What goes wrong at a desk, in Chromium: nothing is lost, and each mistake is answered where it was made. */
import { readFileSync } from "node:fs";
import type { Policy } from "@zhengdui/policy";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { converse } from "./browser/conversation.ts";
import { sideways } from "./browser/faults-of.ts";
import { hasChromium, openSite } from "./browser/open-site.ts";

const home = "policies/jinjiang-2023-11/2023-05-01";
const policy = JSON.parse(readFileSync(`${home}/compiled/policy.json`, "utf8")) as Policy;
const factory = JSON.parse(readFileSync(`${home}/examples/1-shoe-factory.json`, "utf8"));
const PHONE = { viewport: { width: 360, height: 800 } };

const put = (page: Page, dossier: unknown) =>
  page
    .locator('input[type="file"]')
    .setInputFiles({ name: "档案.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(dossier)) });
const pick = (page: Page, name: string) => page.locator(".picks").getByRole("button", { name, exact: true }).click();
const topic = (page: Page, of: string) => page.waitForSelector(`.question[data-topic="${of}"]`);
const current = (page: Page) => page.locator(".views [aria-current]").innerText();

describe.skipIf(!hasChromium)("a mistake", { timeout: 90_000 }, () => {
  const site = openSite();

  it("of loading again after the link to the text stays in the view one was in", async () => {
    const page = await site.open("/", PHONE);
    await put(page, factory);
    for (const view of ["result", "facts", "compare"]) {
      await page.locator(`.views a[href="#${view}"]`).click();
      await page.waitForSelector(`.views a[href="#${view}"][aria-current]`);
      const name = await current(page);
      await page.locator(".skip").focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => window.location.hash === "#main");
      await page.reload();
      await page.waitForSelector(".views");
      expect(await current(page)).toBe(name);
    }
  });

  it("of going on with nothing filled in is answered; what an enterprise must state isn't called optional", async () => {
    const page = await site.open("/", PHONE);
    await pick(page, "企业");
    await topic(page, "applicant.registeredInJinjiang");
    await pick(page, "是");
    await topic(page, "lists");
    await page.locator('.gate[data-list="softwarePurchases"] input').first().check();
    await page.getByRole("button", { name: "下一题" }).click();
    await topic(page, "applicant.industry");
    const question = page.locator(".question");
    await question.locator("input").waitFor();
    expect(await question.innerText()).not.toMatch(/选填|没有，|enterprise/);
    await expect.poll(() => question.locator(".field-hint").innerText()).toContain("单位类型为企业时必须填写");
    await page.getByRole("button", { name: "下一题" }).click();
    await expect.poll(() => question.getByRole("alert").innerText()).toBe("还没有填：请填上，或选“不知道”");
    await expect.poll(() => question.locator("input").evaluate((input) => input === document.activeElement)).toBe(true);
    await question.locator("input").fill("制鞋");
    await expect.poll(() => question.locator(".field-problem").innerText()).toContain("2 至 4 位数字");
  });

  it("of typing is in its field as it was read, letter by letter: commas, full width, what is no number; and undone", async () => {
    const page = await site.open("/#facts");
    await put(page, factory);
    const field = (name: string) => page.locator(`[id="field:applicant.${name}"]`);
    await expect.poll(() => field("revenue").inputValue()).toBe(factory.applicant.revenue);
    await page.locator(".form details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    for (const [name, typed, shown] of [
      ["employees", " １２ ", "12"],
      ["employees", "12a", "12a"],
      ["revenue", "50a", "50a"],
      ["revenue", "1,234,567 ", "1234567"],
      ["revenue", "５０００", "5000"],
    ] as const) {
      await field(name).fill("");
      await field(name).pressSequentially(typed);
      await expect.poll(() => field(name).inputValue(), { message: typed }).toBe(shown);
    }
    const words = page.locator(".field", { has: field("employees") }).locator(".field-problem");
    await expect.poll(() => words.innerText()).toBe("应填整数。");
    await page.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => field("revenue").inputValue()).toBe("1234567");
    const day = page.locator('[id="field:softwarePurchases[0].paidOn"]');
    await day.fill("");
    await day.fill("2023-06-30");
    await expect.poll(() => day.evaluate((input: HTMLInputElement) => [input.type, input.value])).toEqual(["date", "2023-06-30"]);
  });

  it("in a file is seen in its field: a day that doesn't exist, an amount too large, another year", async () => {
    const page = await site.open("/", PHONE);
    const [first] = factory.softwarePurchases;
    await put(page, {
      ...factory,
      year: 1999,
      applicant: { ...factory.applicant, revenue: "9".repeat(400) },
      softwarePurchases: [{ ...first, paidOn: "2023-02-30" }],
    });
    await page.getByRole("button", { name: "仍要打开，在表里更正" }).click();
    await page.waitForSelector(".form");
    await expect.poll(() => page.locator('[id="field:softwarePurchases[0].paidOn"]').inputValue()).toBe("2023-02-30");
    const revenue = page.locator(".field", { has: page.locator('[id="field:applicant.revenue"]') });
    expect(await revenue.innerText()).not.toContain("即 ");
    expect(await page.locator(".problems li", { hasText: "政策年度" }).innerText()).not.toContain("year");
    await page.locator(".problems button", { hasText: "政策年度" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "field:year");
    await page.getByRole("radio", { name: "2023 年度" }).check();
    expect(await page.locator(".problems li", { hasText: "政策年度" }).count()).toBe(0);
  });

  it("of leaving in the middle costs nothing: the exported dossier goes on where it was left", async () => {
    const page = await site.open("/", PHONE);
    await pick(page, "企业");
    await topic(page, "applicant.registeredInJinjiang");
    await pick(page, "是");
    await topic(page, "lists");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出档案" }).click()]);
    const exported = JSON.parse(readFileSync(await file.path(), "utf8"));
    await page.getByRole("button", { name: "重新开始" }).click();
    await topic(page, "applicant.kind");
    await put(page, exported);
    await topic(page, "lists");
    expect(await page.locator(".refused").count()).toBe(0);
    await page.locator('.year-choice input[type="radio"]').first().check();
    const asked = await converse(page, policy, factory);
    expect(asked).toContain("applicant.fiscalContribution");
    await expect.poll(() => page.getByTestId("total").innerText()).toBe("73.00");
  });

  it.each([
    ["forbids it", 0],
    ["is full", 300],
  ])("of trusting a browser that keeps nothing is warned of, where it %s", async (_, room) => {
    const page = await site.open("/", PHONE);
    await page.addInitScript((most) => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (value.length > most) throw new DOMException("no room", "QuotaExceededError");
        set.call(this, key, value);
      };
    }, room);
    await page.reload();
    await page.waitForSelector(".question");
    expect(await page.locator(".unkept").count()).toBe(0);
    await put(page, factory);
    await page.waitForSelector(".unkept");
    await expect.poll(() => page.locator(".unkept").innerText()).toContain("导出档案");
  });

  it("of words too long or too small for a drawing isn't made, in either language and type", async () => {
    const page = await site.open("/policies/", PHONE);
    /** Of each word: does it reach beyond the list, and is it smaller than 14 px? In the page. */
    const faults = () => {
      const list = document.querySelector(".glance") as Element;
      return [...list.querySelectorAll<HTMLElement>(".glance-title, .glance-clause, .glance-most")].filter(
        (one) =>
          one.getBoundingClientRect().right > list.getBoundingClientRect().right + 1 ||
          Number.parseFloat(getComputedStyle(one).fontSize) < (document.querySelector("#large-type:checked") === null ? 14 : 19),
      ).length;
    };
    for (const lang of ["", "/en"])
      for (const id of ["jinjiang-2023-11", "shili-2025-01", "yangli-2025-06"]) {
        await page.goto(`${site.url}${lang}/policies/${id}/`);
        for (const large of [false, true]) {
          if (large) await page.locator(".large-type").click();
          expect(await page.locator(".glance-most").count()).toBeGreaterThan(0);
          expect([lang, id, large, await page.evaluate(faults), await sideways(page)]).toEqual([lang, id, large, 0, 0]);
        }
      }
  });
});
