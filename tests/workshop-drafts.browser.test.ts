/** Drafts as an author keeps them, in a browser: nothing written is lost, two tabs don't overwrite each other; and the proof, the mutation and their dossiers. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { faultsOf, sideways } from "./browser/faults-of.ts";
import { hasChromium, openSite, policies } from "./browser/open-site.ts";

describe.skipIf(!hasChromium)("drafts in the workshop", { timeout: 60_000 }, () => {
  // A refusal of the server is reported by the browser too; what the page says of it is tested.
  const site = openSite({ workshop: true, apartFrom: /40[49]/ });
  let page: Page;

  beforeEach(async () => {
    page = await site.open("/workshop.html", { viewport: { width: 1440, height: 900 } });
    await page.waitForSelector(".entries");
    await ask("shili-2026");
    await ready(page);
  });

  async function ask(policy: string) {
    await page.getByLabel("代号（小写字母、数字和 -）").fill(policy);
    await page.getByLabel("施行日").fill("2026-01-01");
    await page.getByRole("button", { name: "开始写" }).click();
  }
  const state = async (at = page) =>
    (await at.locator(".findings-state").count()) === 0 ? "" : at.locator(".findings-state").innerText();
  const ready = (at: Page) => expect.poll(() => state(at)).toContain("6 个算例");
  const said = (at = page) => at.locator(".workshop-said").innerText();
  const firstLine = (at = page) => at.locator(".cm-line").nth(1);
  /** Writes into the second line of policy.md, the policy's own name. */
  async function write(words: string, at = page) {
    await firstLine(at).click();
    await at.keyboard.press("End");
    await at.keyboard.insertText(words);
    await expect.poll(() => said(at)).toBe("有改动未保存，已留在本浏览器");
  }
  const disk = () => readFileSync(join(site.drafts, "shili-2026", "2026-01-01", "policy.md"), "utf8");
  const elsewhere = (to: string) =>
    execFileSync("sed", ["-i", `s/^policy: .*/policy: ${to}/`, join(site.drafts, "shili-2026", "2026-01-01", "policy.md")]);

  /** At the widths of a phone, a tablet and a desktop, in both schemes. */
  async function looksGood(at = page) {
    for (const [width, colorScheme] of [
      [360, "dark"],
      [768, "light"],
      [1440, "light"],
    ] as const) {
      await at.setViewportSize({ width, height: 900 });
      await at.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await sideways(at)).toBe(0);
      if (width !== 768) expect(await faultsOf(at)).toEqual([]);
    }
  }

  it("keeps what wasn't saved through a crash, and says so", async () => {
    await write(" # 没存");
    const visitor = page.context();
    // The tab goes without a word, as in a crash.
    await page.close({ runBeforeUnload: false });
    page = await site.tab(visitor);
    await page.goto(`${site.url}/workshop.html`);
    await expect.poll(() => page.locator(".entry-note").innerText()).toBe("有改动未保存，留在本浏览器");
    await page.locator(".entry", { hasText: "shili-2026" }).click();
    await ready(page);
    await expect.poll(() => firstLine().innerText()).toBe("policy: shili-2026 # 没存");
    expect(await said()).toBe("已恢复上次没有保存的改动");
    await page.keyboard.press("Control+s");
    await expect.poll(() => said()).toBe("已保存");
    expect(disk()).toContain("policy: shili-2026 # 没存");
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("workshop")))).toEqual([]);
    // Through a reload too, though nothing was said before it.
    await firstLine().click();
    await page.keyboard.press("End");
    await page.keyboard.insertText("了");
    page.once("dialog", (dialog) => dialog.accept());
    await page.reload();
    await ready(page);
    await expect.poll(() => firstLine().innerText()).toBe("policy: shili-2026 # 没存了");
  });

  it("offers both where the server's draft was changed meanwhile: mine over theirs, or theirs with a way back", async () => {
    await write(" # 我的");
    elsewhere("shili-2026 # 别处");
    await page.keyboard.press("Control+s");
    await expect
      .poll(() => page.locator(".conflict-what").innerText())
      .toBe("服务器上的草稿在别处改过，与这里的不是同一份。不同的地方：policy.md。");
    expect(disk()).toContain("# 别处");
    await looksGood();
    await page.getByRole("button", { name: "用服务器的" }).click();
    await expect.poll(() => firstLine().innerText()).toBe("policy: shili-2026 # 别处");
    expect(await page.locator(".conflict").count()).toBe(0);
    await firstLine().click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => firstLine().innerText()).toBe("policy: shili-2026 # 我的");
    elsewhere("shili-2026 # 又改");
    // Coming back to the tab is enough to be told.
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.getByRole("button", { name: "用这里的，盖过服务器的" }).click();
    await expect.poll(() => said()).toBe("已保存");
    expect(disk()).toContain("policy: shili-2026 # 我的");
    // A draft that is gone from the server isn't gone from here.
    await write("！");
    rmSync(join(site.drafts, "shili-2026"), { recursive: true });
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: "重新存下这里的" }).click();
    await expect.poll(() => said()).toBe("已保存");
    expect(disk()).toContain("# 我的！");
  });

  it("keeps the work of two tabs apart", async () => {
    await write(" # 甲");
    const other = await site.tab(page.context());
    await other.goto(page.url());
    await ready(other);
    expect(await said(other)).toContain("还在另一个标签页里开着");
    await expect.poll(() => firstLine(other).innerText()).toBe("policy: shili-2026");
    await write(" # 乙", other);
    await other.keyboard.press("Control+s");
    await expect.poll(() => said(other)).toBe("已保存");
    await page.keyboard.press("Control+s");
    await expect.poll(() => page.locator(".conflict").count()).toBe(1);
    expect(disk()).toContain("# 乙");
    await expect.poll(() => firstLine().innerText()).toBe("policy: shili-2026 # 甲");
  });

  it("renames, deletes and brings back, and says what a bad name is", async () => {
    await page.getByRole("button", { name: "全部政策" }).click();
    const rename = async (to: string) => {
      await page.getByLabel("新代号").fill(to);
      await page.keyboard.press("Enter");
    };
    const entries = () => page.locator(".draft .entry-address").allInnerTexts();
    await page.getByRole("button", { name: "改名" }).focus();
    await page.keyboard.press("Enter");
    for (const [n, bad] of ["../../etc", "<script>alert(1)</script>", "大写"].entries()) {
      await rename(bad);
      // Each refusal is one line in the console. The words on the page may still be those of the one before.
      await expect.poll(() => site.wrong.length).toBe(n + 1);
      await expect.poll(() => page.locator(".draft .contents-problem").innerText()).toContain("没有改名：代号只用小写字母");
    }
    site.wrong.length = 0;
    await rename("shili-2027");
    await expect.poll(entries).toEqual(["shili-2027 · 2026-01-01"]);
    await page.getByRole("button", { name: "删除" }).click();
    await expect.poll(entries).toEqual([]);
    await looksGood();
    await page.getByRole("button", { name: "撤销删除" }).click();
    await expect.poll(entries).toEqual(["shili-2027 · 2026-01-01"]);
    await page.getByRole("button", { name: "删除" }).click();
    // A reload ends what is still under way.
    await expect.poll(entries).toEqual([]);
    await page.reload();
    await page.getByText("回收（1）").click();
    await page.getByRole("button", { name: "取回" }).click();
    await expect.poll(entries).toEqual(["shili-2027 · 2026-01-01"]);
    await ask("shili-2027");
    await expect.poll(() => page.locator(".contents-problem").innerText()).toBe("已经有这份草稿，没有覆盖。");
  });

  it("proves the draft: a finding leads to its words, its dossier opens in the calculator with the draft's rules", async () => {
    const file = join(site.drafts, "shili-2026", "2026-01-01", "policy.md");
    const law = readFileSync(file, "utf8");
    writeFileSync(
      file,
      law
        .replace("20% * 项目投入", "20% * 项目投入")
        .replace("| [10万元..50万元) | 1万元 |", "| [10万元..50万元) | 6万元 |")
        .replace("| >= 50万元 | 6万元 |", "| >= 50万元 | 1万元 |"),
    );
    await page.reload();
    await expect.poll(() => state()).toContain("不符");
    await page.getByRole("tab", { name: "证明" }).click();
    await page.getByRole("button", { name: "开始证明" }).click();
    await expect.poll(() => page.getByRole("tab", { name: /证明/ }).innerText(), { timeout: 30_000 }).toMatch(/^证明 \d/);
    await looksGood();
    const finding = page.locator(".finding", { hasText: "多投反而少得" }).first();
    await finding.locator(".complaint-place").click();
    await expect
      .poll(() => page.locator(".cm-activeLine").innerText())
      .toContain((await finding.locator(".finding-words").innerText()).slice(1, -1));
    const [calculator] = await Promise.all([
      page.context().waitForEvent("page"),
      finding.getByRole("button", { name: "打开档案测算" }).first().click(),
    ]);
    await calculator.waitForSelector("#result");
    await expect.poll(() => calculator.locator(".toolbar-from").innerText()).toContain("多投反而少得");
    await expect.poll(() => calculator.locator("body").innerText()).toContain("6.00 万元");
    expect(await faultsOf(calculator)).toEqual([]);
    // What the public calculator keeps is none of its business.
    expect(await calculator.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("zhengdui:")))).toEqual([
      "zhengdui:draft:shili-2026",
    ]);
    await calculator.reload();
    await calculator.waitForSelector("#result");
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it("mutates the draft, can be stopped, and lists what survives at its line", async () => {
    await page.getByRole("tab", { name: "变异" }).click();
    await page.getByRole("button", { name: "开始变异" }).click();
    await page.getByRole("button", { name: "停下" }).click();
    await expect.poll(() => page.locator(".study-why").innerText()).toBe("已停下。");
    await page.getByRole("button", { name: "开始变异" }).click();
    await expect.poll(() => page.getByRole("tab", { name: /变异/ }).innerText(), { timeout: 30_000 }).toMatch(/^变异 \d/);
    await expect.poll(() => page.locator(".study-sum").innerText()).toMatch(/改错 \d+ 处：算例查出 \d+ 处/);
    await looksGood();
    const survivor = page.locator(".finding").first();
    const number = /第 (\d+) 行/.exec(await survivor.locator(".complaint-line").innerText())?.[1];
    await survivor.locator(".complaint-place").click();
    await expect.poll(() => page.locator(".cm-activeLine").innerText()).toBe(disk().split("\n")[Number(number) - 1]);
    await page.keyboard.press("End");
    await page.keyboard.insertText(" ");
    await expect.poll(() => page.locator(".findings-stale").innerText()).toContain("改动以前");
  });

  it("offers options in quotes and units by keyboard", async () => {
    const folder = join(site.drafts, "shili-2025-01", "2025-01-01");
    mkdirSync(folder, { recursive: true });
    cpSync(join(policies, "shili-2025-01", "2025-01-01"), folder, { recursive: true });
    await page.goto(`${site.url}/workshop.html#drafts/shili-2025-01/2025-01-01`);
    await expect.poll(() => state()).toContain("没有意见");
    // Right behind the head there is no rule yet: one is begun.
    await page.locator(".cm-line", { hasText: "nature: informational" }).first().click();
    await page.keyboard.press("End");
    await page.keyboard.insertText("\n");
    const accept = async (typed: string, shown: string) => {
      for (const key of typed) await page.keyboard.type(key);
      const list = page.locator(".cm-tooltip-autocomplete li");
      await expect.poll(async () => (await list.allInnerTexts()).join()).toContain(shown);
      await page.waitForTimeout(120); // CodeMirror lets no key accept what only just appeared.
      await page.keyboard.press("Enter");
      return page.locator(".cm-activeLine").innerText();
    };
    await page.keyboard.insertText("amount: if 层级 ");
    expect(await accept("= ", '"local"')).toMatch(/^amount: if 层级 = "[a-z-]+"$/);
    await page.keyboard.insertText(" then 5");
    expect(await accept("0万", "万元")).toMatch(/ then 50万元$/);
  });

  it("shows script in a policy's texts as text", async () => {
    const words = "<img src=x onerror=\"document.title='HACKED'\">";
    await write(`\ntitle: ${words}`);
    await page.keyboard.press("Control+s");
    await expect.poll(() => said()).toBe("已保存");
    await page.locator(".workshop-title", { hasText: "<img" }).waitFor();
    await page.getByRole("button", { name: "全部政策" }).click();
    await page.locator(".entry-title", { hasText: "<img" }).waitFor();
    expect(await page.title()).not.toContain("HACKED");
    expect(await page.locator("img").count()).toBe(0);
  });

  it("stays usable with a draft of a megabyte, and says when one is too large", async () => {
    const cases = join(site.drafts, "shili-2026", "2026-01-01", "cases.md");
    writeFileSync(cases, `${readFileSync(cases, "utf8")}\n${"说明说明说明说明说明说明说明说明说明说明\n".repeat(16_000)}`);
    await page.reload();
    await ready(page);
    await write(" # 大");
    await page.keyboard.press("Control+s");
    await expect.poll(() => said()).toBe("已保存");
    writeFileSync(cases, "太长".repeat(800_000));
    await page.reload();
    await expect.poll(() => state(), { timeout: 15_000 }).toBe("没能核对：这份政策超过 4 MB，工坊接不下。");
    site.wrong.length = 0;
  });
});
