/** Comparing, sharing, opening files, undo and two tabs, as a person meets them in a browser: the built page, the real server. */
import { readFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { drop as dropOn } from "./browser/calculator-ways.ts";
import { faultsInBothSchemes, sidewaysAt } from "./browser/faults-of.ts";
import { hasChromium, openSite, type PageOptions } from "./browser/open-site.ts";

const FACTORY = "policies/jinjiang-2023-11/2023-05-01/examples/1-shoe-factory.json";
const OF_NO_POLICY = gzipSync('{"policy":"nowhere","dossier":{"year":2020},"skipped":[]}').toString("base64url");
const factory = () => JSON.parse(readFileSync(FACTORY, "utf8"));

describe.skipIf(!hasChromium)("comparing and keeping", { timeout: 60_000 }, () => {
  const site = openSite();
  let page: Page;

  beforeEach(() => open());

  async function open(options: PageOptions = {}) {
    page = await site.open("/", { permissions: ["clipboard-read", "clipboard-write"], ...options });
    await page.waitForSelector(".views");
  }

  /** Another tab of the same visitor. */
  async function tab(address: string): Promise<Page> {
    const opened = await site.tab(page.context());
    await opened.goto(address);
    await opened.waitForSelector(".views");
    return opened;
  }

  const show = async (view: string, on = page) => {
    await on.locator(`.views a[href="#${view}"]`).click();
    await on.waitForSelector({ ask: ".ask", result: ".money", facts: ".facts-view", compare: ".compare" }[view] ?? "");
  };
  const example = async (n: number, on = page) => {
    await show("ask", on);
    await on.locator(".example").nth(n).click();
    await on.waitForSelector(".money");
  };
  const contribution = (on = page) => on.getByRole("textbox", { name: "财政贡献" }).first();
  const contributed = async (on = page) => {
    await show("facts", on);
    return contribution(on).inputValue();
  };
  const choose = (label: RegExp) =>
    page
      .locator("#compare-with")
      .evaluate((select, source) => {
        const option = [...(select as HTMLSelectElement).options].find(({ text }) => new RegExp(source).test(text));
        return option?.value ?? "";
      }, label.source)
      .then((value) => page.locator("#compare-with").selectOption(value));
  const pairs = (title: RegExp) => page.locator(".pairs", { has: page.getByRole("heading", { name: title }) }).locator(".pair");

  const drop = (name: string, content: string) => dropOn(page, name, content);

  it("isn't fetched before it is wanted, and begins with what can be done here", async () => {
    await page.waitForLoadState("networkidle");
    expect(site.asked.filter((url) => /compare|copies|share|refused|notices/.test(url))).toEqual([]);
    await show("compare");
    await expect.poll(() => page.locator(".compare-empty").innerText()).toContain("只列出两边不同的地方");
  });

  it("shows the other year: totals with their sign, each measure with its reason, how much is equal", async () => {
    await example(0);
    await show("compare");
    await choose(/2024 年度$/);
    await expect.poll(() => page.getByTestId("change").innerText()).toBe("右边 −70.00 万元");
    const software = pairs(/结果不同的/).filter({ hasText: "管理信息系统采购" });
    await expect.poll(() => software.innerText()).toMatch(/条件“.+”：左边满足，右边不满足（付款日 2023年6月12日）/);
    await expect.poll(() => page.locator(".comparison").innerText()).toMatch(/其余 \d+ 条结果相同。[\s\S]*其余 \d+ 项资料相同。/);
    await expect.poll(() => pairs(/不同的 1 处资料/).innerText()).toContain("2024 年度");
  });

  it("keeps copies by name; what was changed since stands on the left", async () => {
    await example(0);
    await show("compare");
    await page.getByRole("button", { name: "存一份作比较" }).click();
    await expect.poll(() => page.locator(".compare-change").innerText()).toBe("两边完全相同");
    await show("facts");
    await contribution().fill("300000");
    await show("compare");
    const pair = pairs(/不同的 1 处资料/);
    await expect.poll(() => pair.innerText()).toMatch(/财政贡献[\s\S]*300,000.00 元[\s\S]*780,000.00 元/);
    await page.getByRole("button", { name: /^改名/ }).click();
    const rename = page.getByLabel("副本的名称");
    await expect.poll(() => rename.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type("改之前");
    await expect.poll(() => rename.inputValue()).toBe("改之前");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".copy-name").innerText()).toBe("改之前");
    await page.reload();
    await page.waitForSelector(".copy");
    await page.getByRole("button", { name: "改之前", exact: true }).click();
    await expect.poll(() => page.locator(".compare-headline").innerText()).toContain("右边：改之前");
    await page.getByRole("button", { name: /^删除/ }).click();
    await expect.poll(() => page.locator(".copy").count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("撤销删除");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".copy-name").innerText()).toBe("改之前");
    await page.getByRole("button", { name: "改用右边这份" }).click();
    await expect.poll(() => contributed()).toBe("780000.00");
    await page.keyboard.press("Escape");
    await page.locator("h2").first().click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => contributed()).toBe("300000");
  });

  it("takes a file let go over it for the right side, and leaves the desk as it is", async () => {
    await example(0);
    await show("compare");
    const other = factory();
    other.softwarePurchases[1].softwarePaid = "700000";
    await drop("另一份.json", JSON.stringify(other));
    await expect.poll(() => page.locator(".compare-headline").innerText()).toContain("右边：另一份.json");
    await expect.poll(() => pairs(/不同的 1 处资料/).innerText()).toMatch(/ERP升级[\s\S]*620,000.00 元[\s\S]*700,000.00 元/);
    await drop("坏.json", '{"year": 2021, "applicant": {"name": "示例有限公司"}}');
    await page.getByRole("button", { name: "仍要打开，在表里更正" }).click();
    await expect.poll(() => page.locator(".compare-headline").innerText()).toContain("右边：坏.json");
    await expect.poll(() => page.locator(".compare-unfinished").innerText()).toContain("右边");
    await expect.poll(() => page.locator(".toolbar-from").innerText()).toContain("示例鞋业");
  });

  it("compares with an example, and with another policy: what isn't taken over is named", async () => {
    await example(0);
    await show("compare");
    await choose(/^示例机械/);
    await expect.poll(() => pairs(/结果不同的/).count()).toBeGreaterThan(2);
    for (const why of await pairs(/结果不同的/).all()) expect(await why.innerText()).toContain("原因：");
    const [id] = await page
      .locator(".policies a:not([aria-current])")
      .evaluateAll((links) => links.map((a) => a.textContent ?? ""));
    await choose(new RegExp(`^${id}`));
    await page.waitForSelector(".not-taken");
    await expect.poll(() => page.locator(".not-taken").innerText()).toContain("软件采购（3 项）");
    await expect.poll(() => page.locator(".own-measures h3").allInnerTexts()).toEqual(["晋政规〔2023〕11号", id]);
  });

  it("fits every width without scrolling sideways", async () => {
    await example(0);
    await show("compare");
    await page.getByRole("button", { name: "存一份作比较" }).click();
    for (const right of [/2024 年度$/, /^示例机械/, /第 1 份$/]) {
      await choose(right);
      expect([right, await sidewaysAt(page, [360, 768, 1440])]).toEqual([
        right,
        [
          [360, 0],
          [768, 0],
          [1440, 0],
        ],
      ]);
    }
  });

  it("gives axe nothing to find in either scheme", async () => {
    await show("compare");
    expect(await faultsInBothSchemes(page)).toEqual([]);
    await example(0);
    await show("compare");
    await page.getByRole("button", { name: "存一份作比较" }).click();
    await choose(/2024 年度$/);
    await page.getByRole("button", { name: /^改名/ }).click();
    await drop("坏.json", '{"applicant": {}}');
    await page.waitForSelector(".refused");
    expect(await faultsInBothSchemes(page)).toEqual([]);
    await page.goto(`${site.url}/#d=AAAA`);
    await page.waitForSelector(".link-trouble");
    expect(await faultsInBothSchemes(page)).toEqual([]);
  });

  describe("a shared link", () => {
    let wire: Server;
    const heard: string[] = [];
    beforeAll(async () => {
      // Between the browser and the server: everything that is sent, as it is sent.
      wire = createServer((from, to) => {
        heard.push(`${from.method} ${from.url}`, ...from.rawHeaders);
        from.on("data", (chunk) => heard.push(String(chunk)));
        const { port } = new URL(site.url);
        const onward = request({ port, path: from.url, method: from.method, headers: from.headers }, (answer) => {
          to.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(to);
        });
        from.pipe(onward);
      });
      await new Promise<void>((listening) => wire.listen(0, "127.0.0.1", listening));
    });
    afterAll(() => wire?.close());

    const share = async (): Promise<string> => {
      await page.getByRole("button", { name: "分享链接" }).click();
      await page.getByText("链接已复制").waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    };

    it("opens the dossier under its own policy, and nothing of it goes over the wire", async () => {
      await page.locator(".policies a:not([aria-current])").first().click();
      await page.waitForURL(/policy=/);
      await page.waitForSelector(".ask");
      await example(0);
      const [total, number] = [await page.getByTestId("total").innerText(), await page.locator("#number").innerText()];
      const link = new URL(await share());
      expect(link.searchParams.get("policy")).toBe(new URL(page.url()).searchParams.get("policy"));
      // Even where the address names another policy, or none.
      heard.length = 0;
      await open();
      const { port } = wire.address() as AddressInfo;
      const opened = await tab(`http://127.0.0.1:${port}/${link.hash}`);
      await opened.waitForSelector(".money");
      expect([await opened.getByTestId("total").innerText(), await opened.locator("#number").innerText()]).toEqual([
        total,
        number,
      ]);
      expect(opened.url()).toBe(`http://127.0.0.1:${port}/?policy=${link.searchParams.get("policy")}#result`);
      expect(heard.filter((line) => line.includes("/api/")).length).toBeGreaterThan(0);
      const code = link.hash.slice(3, 40);
      expect(heard.filter((line) => line.includes(code) || line.includes("#d="))).toEqual([]);
      await opened.reload();
      await opened.waitForSelector(".money");
      await expect.poll(() => opened.getByTestId("total").innerText()).toBe(total);
    });

    it("takes nothing from whoever opens it: undo brings back what lay there, and a copy is kept", async () => {
      await example(0);
      const link = await share();
      await example(1);
      await show("facts");
      await contribution().fill("123456");
      await page.goto(`${link.split("#")[0]}#ask`);
      await page.waitForSelector(".ask");
      // In the same tab only the fragment changes.
      await page.goto(link);
      await page.waitForSelector(".money");
      await expect.poll(() => contributed()).toBe("780000.00");
      await page.getByRole("button", { name: "撤销“打开分享的链接”" }).click();
      await expect.poll(() => contribution().inputValue()).toBe("123456");
      await show("compare");
      await expect.poll(() => page.locator(".copy-name").allInnerTexts()).toEqual(["打开链接前的资料"]);
    });

    it.each([
      ["cut short", (link: string) => link.slice(0, -9), "链接不完整"],
      ["of a policy that isn't here", () => `#d=${OF_NO_POLICY}`, "不在这个服务器上"],
      ["far too long", () => `#d=${"A".repeat(40_000)}`, "超过一份档案的限度"],
    ])("that is %s is told in the page, and nothing is lost", async (_, spoil, words) => {
      await example(0);
      await show("facts");
      await contribution().fill("123456");
      const spoilt = new URL(spoil(await share()), site.url);
      const other = await tab(spoilt.href);
      await expect.poll(() => other.locator(".link-trouble").innerText()).toContain(words);
      await expect.poll(() => contributed(other)).toBe("123456");
      expect(other.url()).not.toContain("#d=");
      await other.getByRole("button", { name: "知道了" }).click();
      await expect.poll(() => other.locator(".link-trouble").count()).toBe(0);
    });
  });

  it("opens a file with problems into the form, where asked to; whatever is refused leaves the desk alone", async () => {
    await example(0);
    await drop("汇总表.xlsx", "PK");
    await expect.poll(() => page.locator(".refused").innerText()).toMatch(/电子表格（\.xlsx）[\s\S]*从表格粘贴/);
    await drop("清单.json", "[1]");
    await expect.poll(() => page.locator(".refused").innerText()).toContain("清单.json");
    await expect.poll(() => page.getByRole("button", { name: "仍要打开，在表里更正" }).count()).toBe(0);
    const bad = { ...factory(), orders: [1] };
    bad.applicant.fiscalContribution = "五十万";
    await drop("错.json", JSON.stringify(bad));
    await expect.poll(() => page.locator(".refused").innerText()).toMatch(/不会带入的 1 处：orders/);
    await expect.poll(() => page.locator(".toolbar-from").innerText()).toContain("示例鞋业");
    await page.getByRole("button", { name: "仍要打开，在表里更正" }).click();
    await page.waitForSelector(".facts-view");
    await expect.poll(() => contribution().inputValue()).toBe("五十万");
    await expect.poll(() => page.locator(".field-wrong .field-problem").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "撤销“打开错.json”" }).click();
    await expect.poll(() => contribution().inputValue()).toBe("780000.00");
  });

  it("undoes and does again by keys outside of fields, across a reload and the way back", async () => {
    await example(0);
    await show("facts");
    await contribution().fill("300000");
    // In a field the keys are the browser's own.
    await page.keyboard.press("Control+z");
    await expect.poll(() => contribution().inputValue()).not.toBe("300000");
    await contribution().fill("300000");
    await page.locator("h2").first().click();
    const value = () => contribution().inputValue();
    await page.keyboard.press("Control+z");
    await expect.poll(value).toBe("780000.00");
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(value).toBe("300000");
    await page.reload();
    await page.waitForSelector(".facts-view");
    await page.keyboard.press("Control+z");
    await expect.poll(value).toBe("780000.00");
    await page.goto("about:blank");
    await page.goBack();
    await page.waitForSelector(".facts-view");
    await page.getByRole("button", { name: "重做“财政贡献”" }).click();
    await expect.poll(value).toBe("300000");
  });

  it("keeps what was typed a moment before the page is left", async () => {
    await example(0);
    await show("facts");
    await contribution().focus();
    const kept = await contribution().evaluate(async (input) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
      set?.call(input, "123456");
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      // Drawn by then; what follows drawing is still to come.
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      window.dispatchEvent(new PageTransitionEvent("pagehide"));
      return Object.values(localStorage).some((text) => text.includes("123456"));
    });
    expect(kept).toBe(true);
  });

  it("never lets one tab write over another: each is asked", async () => {
    await example(0);
    const other = await tab(`${site.url}/#facts`);
    await contribution(other).fill("222222");
    await page.waitForSelector(".elsewhere");
    await show("facts");
    await contribution().fill("111111");
    // Neither has lost anything, and what was kept is still the other's.
    await expect.poll(() => contribution(other).inputValue()).toBe("222222");
    await page.reload();
    await page.waitForSelector(".elsewhere");
    await expect.poll(() => contribution().inputValue()).toBe("111111");
    await page.getByRole("button", { name: "改用那边的" }).click();
    await expect.poll(() => contribution().inputValue()).toBe("222222");
    await expect.poll(() => page.locator(".elsewhere").count()).toBe(0);
    await page.getByRole("button", { name: "撤销“改用另一标签页的资料”" }).click();
    await expect.poll(() => contribution().inputValue()).toBe("111111");
    await other.waitForSelector(".elsewhere");
    await other.getByRole("button", { name: "继续用这里的" }).click();
    await page.waitForSelector(".elsewhere");
    await page.getByRole("button", { name: "继续用这里的" }).click();
    await other.waitForSelector(".elsewhere");
    await other.close();
    await page.reload();
    await page.waitForSelector(".facts-view");
    await expect.poll(() => contribution().inputValue()).toBe("111111");
  });
});
