/** The workshop as an author meets it, in a browser: the built page, the real server, the real compiler. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { startServer } from "../apps/server/src/start-server.ts";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite, type PageOptions, policies } from "./browser/open-site.ts";

describe.skipIf(!hasChromium)("the workshop", { timeout: 60_000 }, () => {
  const site = openSite({ workshop: true });
  let page: Page;

  beforeEach(() => open());

  async function open(options: PageOptions = {}) {
    page = await site.open("/workshop.html", { viewport: { width: 1440, height: 900 }, ...options });
    await page.waitForSelector(".entries");
  }

  async function begin() {
    await page.getByLabel(/代号/).fill("shili-2026");
    await page.getByLabel("施行日").fill("2026-01-01");
    await page.getByRole("button", { name: "开始写" }).click();
    await expect.poll(state).toBe("没有意见；6 个算例全部相符。");
  }

  const state = async () =>
    (await page.locator(".findings-state").count()) === 0 ? "" : page.locator(".findings-state").innerText();
  const said = () => page.locator(".workshop-said").innerText();
  const file = (name: string) =>
    page.getByRole("navigation", { name: "文件" }).getByRole("button", { name: new RegExp(`^${name}`) });
  const tab = (name: RegExp | string) => page.getByRole("tab", { name }).click();
  const line = (text: string) => page.locator(".cm-line", { hasText: text }).first();

  /** Lines far away aren't drawn before they come near. */
  async function reveal(text: string) {
    for (let top = 0; (await line(text).count()) === 0; top += 300) {
      expect(top, `no line says ${text}`).toBeLessThan(60_000);
      await page.locator(".cm-scroller").evaluate((element, to) => element.scrollTo(0, to), top);
      await page.waitForTimeout(30);
    }
  }

  /** A document that was just shown measures its lines first: a press may have meant another one, and is made again. */
  async function press(text: string) {
    await reveal(text);
    const pressed = async () => {
      await line(text).click();
      await page.keyboard.press("ArrowLeft"); // Leaves a selection, if there was one.
      return page.locator(".cm-activeLine").innerText();
    };
    await expect.poll(pressed, { timeout: 10_000 }).toContain(text);
  }

  /** Puts the cursor behind words of a line, as a person would with the mouse and End. */
  async function cursorBehind(text: string) {
    await press(text);
    await page.keyboard.press("End");
  }
  async function replaceLine(text: string, by: string) {
    await press(text);
    // The whole line, however it is wrapped: away with it, and an empty one in its place.
    for (const key of ["Alt+l", "Delete", "Enter", "ArrowUp"]) await page.keyboard.press(key);
    await page.keyboard.insertText(by);
  }

  it("complains at the line where a figure is broken, and is green again when it is mended", async () => {
    await begin();
    await replaceLine("| >= 50万元 | 6万元 |", "| >= 50万元 | 7万元 |");
    await expect.poll(state).toBe("1 条意见；算例暂不能算。");
    const complaint = page.locator(".complaint");
    const number = await line("| >= 50万元 | 7万元 |").evaluate((element) =>
      [...(element.parentElement?.children ?? [])].indexOf(element),
    );
    await expect.poll(() => complaint.locator(".complaint-what").innerText()).toBe("数“7万元”没有原文支持");
    for (const word of ["文字", "应为", "原因", "改法"]) expect(await complaint.locator("dt").allInnerTexts()).toContain(word);
    expect(number).toBeGreaterThan(0);
    await expect.poll(() => page.locator(".cm-lintRange-error").innerText()).toBe("7万元");
    await file("facts.md").click();
    await complaint.locator(".complaint-place").click();
    await expect.poll(() => file("policy.md").getAttribute("aria-current")).toBe("page");
    await expect.poll(() => page.locator(".cm-activeLine").innerText()).toBe("| >= 50万元 | 7万元 |");
    // The words are selected: typing mends them.
    await page.keyboard.insertText("6万元");
    await expect.poll(state).toBe("没有意见；6 个算例全部相符。");
  });

  it("asks for a look at what is no mistake, and leads to it", async () => {
    await begin();
    const notices = page.getByRole("region", { name: "请留意" });
    expect(await notices.locator(".noticed-what").allInnerTexts()).toEqual(["文号还是样本的", "发文机关还是样本的"]);
    await file("facts.md").click();
    await notices.getByRole("button", { name: /发文机关/ }).click();
    await expect.poll(() => file("policy.md").getAttribute("aria-current")).toBe("page");
    // The words are selected: typing mends them.
    await page.keyboard.insertText("示例县人民政府");
    await expect.poll(() => notices.locator(".noticed-what").allInnerTexts()).toEqual(["文号还是样本的"]);
    expect(await state()).toBe("没有意见；6 个算例全部相符。");
  });

  it("shows a case that no longer fits with both numbers, and leads to it", async () => {
    await begin();
    await replaceLine("| 项目最高补助 | 30万元 | `最高30万元` |", "| 项目最高补助 | 25万元 | `最高25万元` |");
    await replaceLine("cap: 30万元", "cap: 25万元");
    await replaceLine("> 二、", "> 二、企业建设的数字化项目在当年完工的，按项目投入的20%给予补助，单个项目最高25万元。");
    await file("original.txt").click();
    await replaceLine("二、企业建设", "二、企业建设的数字化项目在当年完工的，按项目投入的20%给予补助，单个项目最高25万元。");
    await expect.poll(state).toBe("3 条意见；6 个算例，1 个不符。");
    await tab(/算例/);
    const bad = page.locator(".case-bad");
    await expect.poll(() => bad.count()).toBe(1);
    expect(await bad.locator("td").allInnerTexts()).toEqual(["320,000.00 元", expect.stringContaining("270,000.00 元")]);
    await page.getByLabel("只看不符的").check();
    await expect.poll(() => page.locator(".cases tbody tr").count()).toBe(1);
    await bad.getByRole("button").first().click();
    await expect.poll(() => page.locator(".cm-activeLine").innerText()).toBe("## 超过限额的两个项目");
  });

  it("completes facts, figures, keys and functions by keyboard", async () => {
    await begin();
    const offered = () => page.locator(".cm-tooltip-autocomplete li").allInnerTexts();
    const accept = async (word: string, typed: string) => {
      await page.keyboard.insertText(typed);
      await expect.poll(async () => (await offered()).join()).toContain(word);
      await page.waitForTimeout(120); // CodeMirror lets no key accept what only just appeared.
      await page.keyboard.press("Enter");
    };
    await replaceLine("add: 实付", "add: ");
    await accept("实付", "实");
    await expect.poll(() => line("add:").innerText()).toBe("add: 实付");
    await replaceLine("cap: 30万元", "cap: ");
    await accept("项目最高补助", "项目最");
    await expect.poll(() => line("cap: 项").innerText()).toBe("cap: 项目最高补助");
    await replaceLine("noun: 补助", "");
    await accept("noun", "nou");
    await expect.poll(() => line("noun").innerText()).toBe("noun");
    await page.keyboard.insertText(": 补助");
    await replaceLine("when: 申报单位.本县登记", "    when: ");
    await accept("申报单位", "申报");
    await page.keyboard.insertText(".");
    await expect.poll(async () => (await offered()).join()).toContain("本县登记");
    await accept("本县登记", "本");
    await expect.poll(() => line("when: 申报单位").innerText()).toBe("    when: 申报单位.本县登记");
    await replaceLine("amount: 到分", "amount: ");
    await accept("到分", "到");
    await page.keyboard.insertText("(20% * 项目投入)");
    await expect.poll(state).toBe("没有意见；6 个算例全部相符。");
  });

  it("takes back and does again, for each document by itself", async () => {
    await begin();
    await cursorBehind("payee: 企业");
    await page.keyboard.type("家");
    await file("facts.md").click();
    await cursorBehind("# 申报事实");
    await page.keyboard.type("表");
    await page.keyboard.press("Control+z");
    await expect.poll(() => line("# 申报事实").innerText()).toBe("# 申报事实");
    await file("policy.md").click();
    // It is where one left it.
    await expect.poll(() => line("payee").innerText()).toBe("payee: 企业家");
    await line("payee").click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => line("payee").innerText()).toBe("payee: 企业");
    await page.keyboard.press("Control+y");
    await expect.poll(() => line("payee").innerText()).toBe("payee: 企业家");
  });

  it("draws the tiers with bounds that are in or out", async () => {
    await begin();
    await tab("档次图");
    const first = page.locator(".tiers-of").first();
    await expect
      .poll(() => first.locator("tbody tr").allInnerTexts())
      .toEqual(["0（含）至 10万元（不含）\t0", "10万元（含）至 50万元（不含）\t1万元", "50万元（含）以上\t6万元"]);
    expect([await first.locator(".tiers-open").count(), await first.locator(".tiers-closed").count()]).toEqual([2, 2]);
    expect(await page.locator(".tiers-of").nth(1).locator("tbody tr").allInnerTexts()).toEqual([
      "0（含）至 150万元（含）\t0 至 30万元，增加额的 20%",
      "150万元（不含）以上\t30万元",
    ]);
  });

  it("keeps a draft, warns before it is lost, and hands it out as a zip", async () => {
    await begin();
    expect(await said()).toBe("没有改动");
    await cursorBehind("payee: 企业");
    await page.keyboard.type("家");
    await page.keyboard.press("Backspace");
    await expect.poll(said).toBe("没有改动");
    await page.keyboard.type("家");
    await expect.poll(said).toContain("有改动未保存");
    expect(await page.title()).toBe("● 示例县企业数字化补助办法 · 政策工坊");
    await expect.poll(() => file("policy.md").innerText()).toContain("●");
    let asked = "";
    page.once("dialog", (dialog) => {
      asked = dialog.message();
      return dialog.dismiss();
    });
    await page.getByRole("button", { name: "全部政策" }).click();
    expect(asked).toContain("还没有保存");
    await expect.poll(() => page.locator(".workshop").count()).toBe(1);
    await page.keyboard.press("Control+s");
    await expect.poll(said).toBe("已保存");
    expect(await page.title()).not.toContain("●");
    expect(readFileSync(join(site.drafts, "shili-2026", "2026-01-01", "policy.md"), "utf8")).toContain("payee: 企业家");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载 zip" }).click()]);
    expect(download.suggestedFilename()).toBe("shili-2026-2026-01-01.zip");
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    await page.getByRole("button", { name: "全部政策" }).click();
    await page.locator(".entry", { hasText: "shili-2026" }).click();
    await page.waitForSelector(".cm-line");
    await reveal("payee");
    await expect.poll(() => line("payee").innerText()).toBe("payee: 企业家");
    await page.reload();
    await expect.poll(state).toBe("没有意见；6 个算例全部相符。");
  });

  it("doesn't overwrite what was changed elsewhere", async () => {
    await begin();
    await page.keyboard.press("Control+s");
    await expect.poll(said).toBe("已保存");
    execFileSync("sed", ["-i", "s/payee: 企业/payee: 别处/", join(site.drafts, "shili-2026", "2026-01-01", "policy.md")]);
    await cursorBehind("payee: 企业");
    await page.keyboard.type("家");
    await page.keyboard.press("Control+s");
    await expect.poll(said).toContain("在别处改动过");
    site.wrong.length = 0; // The browser reports the refusal too.
  });

  it("shows a published version without letting it be changed, and compares a copy with it", async () => {
    const law = join(policies, "shili-2025-01", "2025-01-01", "policy.md");
    const before = readFileSync(law, "utf8");
    await page.locator(".entry", { hasText: "shili-2025-01" }).click();
    await expect.poll(state).toMatch(/^没有意见/);
    await line("policy: shili-2025-01").click();
    await page.keyboard.type("x");
    await expect.poll(() => line("policy: shili-2025-01").innerText()).toBe("policy: shili-2025-01");
    expect(await page.getByRole("tab", { name: "与公布的比较" }).count()).toBe(0);
    await page.getByRole("button", { name: "复制成草稿" }).click();
    await expect.poll(() => page.locator(".workshop-address").innerText()).toContain("草稿");
    await tab("与公布的比较");
    await expect.poll(() => page.locator(".findings-panel").innerText()).toContain("一字不差");
    await replaceLine("| 增收上限 | 20万元 | `最高20万元` |", "| 增收上限 | 25万元 | `最高25万元` |");
    await replaceLine("cap: 20万元", "cap: 25万元");
    await replaceLine(
      "> （一）规模以上",
      "> （一）规模以上工业企业年度营业收入比上年增长20%以上的，对增加额中相当于上年营业收入50%以内、50%至100%、100%以上的部分，分别按1‰、2‰、2.5‰给予奖励，最高25万元。",
    );
    await file("original.txt").click();
    await replaceLine(
      "（一）规模以上",
      "（一）规模以上工业企业年度营业收入比上年增长20%以上的，对增加额中相当于上年营业收入50%以内、50%至100%、100%以上的部分，分别按1‰、2‰、2.5‰给予奖励，最高25万元。",
    );
    await expect
      .poll(() => page.locator(".figures tbody tr").allInnerTexts(), { timeout: 20_000 })
      .toEqual([expect.stringMatching(/增收上限[\s\S]*20万元\t25万元/)]);
    const changes = page.locator(".change", { hasText: "policy.md · 一（一）" });
    expect(await changes.locator("del").allInnerTexts()).toContain("− cap: 20万元");
    expect(await changes.locator("ins").allInnerTexts()).toContain("+ cap: 25万元");
    expect(readFileSync(law, "utf8")).toBe(before);
  });

  it("fits every width without scrolling sideways, whatever is shown", async () => {
    await begin();
    await replaceLine("| >= 50万元 | 6万元 |", "| >= 50万元 | 7万元 |");
    await expect.poll(state).toContain("1 条意见");
    const fits = async (what: string) =>
      expect([what, await sidewaysAt(page, [360, 768, 1440])]).toEqual([
        what,
        [
          [360, 0],
          [768, 0],
          [1440, 0],
        ],
      ]);
    for (const name of [/意见/, /算例/, "档次图", "与公布的比较", "证明", "变异"]) {
      await tab(name);
      await fits(String(name));
    }
    await tab(/意见/);
    await page.locator(".complaint-place").click();
    await page.keyboard.insertText("6万元");
    await expect.poll(state).toContain("没有意见");
    await tab(/算例/);
    await page.waitForSelector(".cases");
    await fits("cases");
    await tab("档次图");
    await page.waitForSelector(".tiers-of");
    await fits("tiers");
  });

  it("gives axe nothing to find in either scheme", async () => {
    const look = async (what: string) => expect(await faultsInBothSchemes(page), what).toEqual([]);
    await look("contents");
    await begin();
    await look("notices");
    for (const name of [/算例/, "档次图", "与公布的比较", "证明", "变异"]) {
      await tab(name);
      await page.waitForTimeout(300);
      await look(String(name));
    }
    await replaceLine("| >= 50万元 | 6万元 |", "| >= 50万元 | 7万元 |");
    await expect.poll(state).toContain("1 条意见");
    await tab(/意见/);
    await look("complaints");
  });

  it("says what to do where the workshop isn't open, and where the server is gone", async () => {
    const plain = await startServer({
      port: 0,
      host: "127.0.0.1",
      policies,
      web: site.web,
      stopOnSignals: false,
      say: () => {},
    });
    if (!plain.ok) throw new Error("didn't start");
    await page.goto(`${plain.value.url}/workshop.html`);
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("zhengdui serve --workshop");
    await plain.value.stop();
    await page.goto(`${site.url}/workshop.html`);
    await begin();
    await page.route("**/api/**", (route) => route.abort());
    await cursorBehind("payee: 企业");
    await page.keyboard.type("家");
    await expect.poll(state).toContain("没能核对：连不上服务器");
    await page.keyboard.press("Control+s");
    await expect.poll(said).toContain("没有存下：连不上服务器");
    site.wrong.length = 0;
  });
});
