/** The calculator for everybody, in Chromium: by keys alone, with names and states for who listens, at 400 %, in larger type, without motion. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { viewsOf } from "./browser/calculator-ways.ts";
import { cutOff, faultsOf } from "./browser/faults-of.ts";
import { hasChromium, openSite } from "./browser/open-site.ts";

/** What a screen reader calls the element with the focus, and what it stands in. In the page. */
const focusedName = () => {
  const element = document.activeElement as HTMLElement | null;
  const label = (element as HTMLInputElement | null)?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label");
  return `${element?.tagName} ${(label ?? element?.textContent ?? "").trim().slice(0, 60)}`;
};

/** Is the focused element in sight, not below a bar, and outlined? In the page. */
const focusFault = (): string => {
  const element = document.activeElement as HTMLElement | null;
  if (element === null || element === document.body) return "";
  // A box drawn by its label stands for the input it hides.
  const seen = element.matches(".segment input, .visually-hidden") ? (element.nextElementSibling ?? element) : element;
  const box = seen.getBoundingClientRect();
  const name = `${element.tagName}.${element.className} ${(element.textContent ?? "").slice(0, 30)}`;
  const top = Math.max(box.top, 0);
  const bottom = Math.min(box.bottom, window.innerHeight);
  if (bottom - top < Math.min(box.height, 16)) return `out of sight: ${name}`;
  const y = (top + bottom) / 2;
  const x = Math.min(Math.max(box.left + box.width / 2, 0), window.innerWidth - 1);
  const there = document.elementFromPoint(x, y);
  if (there !== null && !seen.contains(there) && !there.contains(seen) && !element.contains(there)) return `covered: ${name}`;
  if (getComputedStyle(seen).outlineStyle === "none" && element.tabIndex >= 0) return `no outline: ${name}`;
  return "";
};

/** Was who answers led on: to the next question, or to the field that still waits? In the page. */
const isLed = () => document.activeElement?.matches(".question h2, .asked-cell-open *") ?? false;

const SMALL = [
  [320, 256],
  [360, 800],
] as const;
const SMALL_FOR_LARGE_TYPE = [
  [320, 640],
  [768, 1024],
] as const;

describe.skipIf(!hasChromium)("the calculator, for everybody", { timeout: 120_000 }, () => {
  const site = openSite();

  /** Each view is looked at in all of its schemes and sizes before the next is gone to. */
  it.each([
    { lang: "zh", large: false, schemes: ["light", "dark"], sizes: SMALL },
    { lang: "en", large: false, schemes: [], sizes: SMALL },
    { lang: "en", large: true, schemes: ["light"], sizes: SMALL_FOR_LARGE_TYPE },
    { lang: "zh", large: true, schemes: ["dark"], sizes: SMALL_FOR_LARGE_TYPE },
  ] as const)("gives axe nothing to find in any view and cuts nothing off: $lang, larger type $large", async (look) => {
    const { lang, large, schemes, sizes } = look;
    const wide = { width: large ? 768 : 1280, height: 900 };
    const page = await site.open(`/?lang=${lang}`, { large, viewport: wide });
    for await (const view of viewsOf(page)) {
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        expect([view, colorScheme, await faultsOf(page)]).toEqual([view, colorScheme, []]);
      }
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        expect([view, width, await page.evaluate(cutOff)]).toEqual([view, width, []]);
      }
      await page.setViewportSize(wide);
    }
  });

  it("gives axe nothing to find where lists are ticked, rows are asked and something is wrong", async () => {
    const page = await site.open("/");
    await page.waitForSelector(".question");
    await answerUntil(page, ".gates");
    expect(await faultsOf(page)).toEqual([]);
    await page.locator(".gate .box input").first().check();
    await page.locator(".question-actions .primary").click();
    await answerUntil(page, ".asked-rows");
    await page.locator(".row-tools .add").click();
    await page.getByRole("button", { name: "从表格粘贴" }).click();
    await page.getByRole("textbox", { name: /^把表格里的行/ }).fill("没有的列\t软件实付\n1\t2");
    await page.locator(".question > .question-actions .primary").click();
    expect(await faultsOf(page)).toEqual([]);
  });

  it("keeps the focus in sight, outlined and uncovered at 400 %, whatever has it", async () => {
    const page = await site.open("/", { viewport: { width: 320, height: 256 }, reducedMotion: "reduce" });
    await page.waitForSelector(".question");
    for (let i = 0; i < 45; i++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(focusFault)).toBe("");
    }
    await page.setViewportSize({ width: 1280, height: 600 });
    await page.evaluate(() => {
      window.location.hash = "facts";
    });
    await page.waitForSelector(".form");
    for (let i = 0; i < 45; i++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(focusFault)).toBe("");
    }
  });

  it("can be answered by keys alone, from the first question to the result", async () => {
    const page = await site.open("/");
    await page.waitForSelector(".question");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(focusedName)).toBe("A 跳到正文");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
    await expect.poll(() => page.locator('.views [aria-current="page"]').innerText()).toBe("问答");
    await tabTo(page, /^BUTTON 企业$/);
    await page.keyboard.press("Enter");
    const asked: string[] = [];
    for (let i = 0; i < 60; i++) {
      const heading = page.locator(".question h2");
      await expect.poll(() => page.evaluate(isLed), { message: asked.join("，") }).toBe(true);
      asked.push(await heading.innerText());
      if (asked.at(-1) === "问完了") break;
      await answerByKeys(page);
    }
    expect(asked.at(-1)).toBe("问完了");
    expect(asked.join()).toContain("上云服务");
    await tabTo(page, /^BUTTON 看我能得多少$/);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".summary");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
    await tabTo(page, /^SUMMARY 第二条第（二）项/);
    await page.keyboard.press("Enter");
    await page.locator("#measure-2\\.2 .sentence").first().waitFor({ state: "visible", timeout: 5000 });
  });

  it("names every choice by its question, every row's fields by their row, every mistake by its field", async () => {
    const page = await site.open("/");
    await page.waitForSelector(".question");
    const question = await page.locator(".question h2").innerText();
    await expect.poll(() => page.getByRole("group", { name: question }).getByRole("button").count()).toBeGreaterThan(1);
    await answerUntil(page, ".gates");
    const gates = await page.locator(".question h2").innerText();
    await expect.poll(() => page.getByRole("group", { name: gates }).getByRole("checkbox").count()).toBeGreaterThan(4);
    await page.locator(".gate[data-list=softwarePurchases] .box input").first().check();
    await page.locator(".question-actions .primary").click();
    await answerUntil(page, ".asked-rows");
    await page.locator(".row-tools .add").click();
    await expect.poll(() => page.evaluate(focusedName)).toMatch(/^(INPUT|SELECT)/);
    const second = page.getByRole("group", { name: "第 2 项" });
    expect(await second.getByRole("textbox").count()).toBeGreaterThan(0);
    await second.getByRole("combobox", { name: "系统" }).selectOption("ERP");
    await second.getByLabel("付款日").fill("2024-03-01");
    await page.locator(".question > .question-actions .primary").click();
    const paid = second.getByRole("textbox", { name: "软件实付" });
    await paid.fill("五十万");
    await expect.poll(() => paid.getAttribute("aria-invalid")).toBe("true");
    const described = (await paid.getAttribute("aria-describedby"))?.split(" ") ?? [];
    // The sentence's words arrive with the first mistake of all.
    const said = () => Promise.all(described.map((id) => page.locator(`[id="${id}"]`).innerText()));
    await expect.poll(async () => (await said()).join()).toMatch(/\S/);
    await second.getByRole("button", { name: /^删除这一项\s*：2$/ }).press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
  });

  it("says the total once when typing pauses, not at every key", async () => {
    const page = await site.open("/#facts");
    await page.waitForSelector(".form");
    await page.waitForTimeout(900);
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      for (const live of document.querySelectorAll('[role="status"], [aria-live]'))
        new MutationObserver(() => seen.push(live.textContent ?? "")).observe(live, {
          childList: true,
          characterData: true,
          subtree: true,
        });
    });
    await page.getByRole("textbox", { name: "财政贡献" }).pressSequentially("12a45", { delay: 60 });
    await page.waitForTimeout(1200);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.length, seen.join(" | ")).toBeLessThanOrEqual(1);
    expect(await page.locator('[role="status"]').count()).toBeGreaterThan(0);
  });

  it("grows everything in larger type, and remembers it", async () => {
    const page = await site.open("/");
    await page.waitForSelector(".question");
    const size = (at: string) =>
      page
        .locator(at)
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const places = [".question h2", ".pick", ".prospect-title", ".button", ".notice"];
    const before = await Promise.all(places.map(size));
    const button = page.getByRole("button", { name: "大字" });
    await button.click();
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
    for (const [i, at] of places.entries()) expect((await size(at)) / (before[i] ?? 1), at).toBeCloseTo(1.375, 2);
    await page.reload();
    await page.waitForSelector(".question");
    await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
    expect(await size(".pick")).toBeCloseTo((before[1] ?? 0) * 1.375, 1);
    await button.click();
    expect(await size(".pick")).toBe(before[1]);
  });

  it("moves nothing for who asked for less motion", async () => {
    const page = await site.open("/", { reducedMotion: "reduce" });
    for await (const view of viewsOf(page)) {
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
          })
          .map(({ tagName, className }) => `${tagName} ${className}`),
      );
      expect([view, moving]).toEqual([view, []]);
    }
  });
});

/** Answers yes, or the first of several, or not known, until this is asked. */
async function answerUntil(page: Page, wanted: string): Promise<void> {
  const heading = page.locator(".question h2");
  for (let i = 0; i < 40 && (await page.locator(wanted).count()) === 0; i++) {
    // What a question needs may still be fetched; until then it isn't shown.
    await heading.waitFor({ state: "visible" });
    const before = await heading.innerText();
    const pick = page.locator(".question .pick").first();
    const industry = page.getByRole("textbox", { name: "行业代码" });
    if ((await pick.count()) > 0) await pick.click();
    else if ((await industry.count()) > 0) {
      await industry.fill("1952");
      await industry.press("Enter");
    } else await page.locator(".question-actions .button").last().click();
    await heading.waitFor({ state: "visible" });
    await expect.poll(() => heading.innerText()).not.toBe(before);
  }
  await page.waitForSelector(wanted);
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    if (name.test(await page.evaluate(focusedName))) return;
  }
  throw new Error(`no Tab leads to ${name}`);
}

/** From the question's heading: the first choice; else what stands there is left and "not known", or the next question, is taken. */
async function answerByKeys(page: Page): Promise<void> {
  const choices = await page.locator(".question .pick").count();
  if (choices > 0) {
    await page.keyboard.press("Tab");
    return page.keyboard.press(choices > 2 ? "Enter" : "Space");
  }
  const gate = page.locator(".gate[data-list=cloudServices] .box input").first();
  if ((await gate.count()) > 0) {
    await tabTo(page, /上云服务/);
    await page.keyboard.press("Space");
    await expect.poll(() => gate.isChecked()).toBe(true);
    await tabTo(page, /^BUTTON 下一题$/);
    return page.keyboard.press("Enter");
  }
  if ((await page.getByRole("textbox", { name: "行业代码" }).count()) > 0) {
    await page.keyboard.press("Tab");
    await page.keyboard.type("1952");
    return page.keyboard.press("Enter");
  }
  if ((await page.locator(".asked-rows input").count()) > 0) {
    for (const [label, text] of [
      ["服务费", "186000"],
      ["服务起", "2024-01"],
      ["服务止", "2024-12"],
    ] as const) {
      const field = page.getByRole("textbox", { name: label });
      if ((await field.count()) === 0 || (await field.inputValue()) !== "") continue;
      if (!(await field.evaluate((input) => input === document.activeElement))) await tabTo(page, new RegExp(`^INPUT ${label}`));
      await page.keyboard.type(text);
    }
    await tabTo(page, /^BUTTON 下一题$/);
    return page.keyboard.press("Enter");
  }
  const rest = page.getByRole("button", { name: /不知道|不清楚|没有定/ });
  await tabTo(
    page,
    (await rest.count()) > 0 ? /^BUTTON (不知道|没有，或不清楚|还没有定，或不知道|其余不知道)$/ : /^BUTTON 下一题$/,
  );
  return page.keyboard.press("Enter");
}
