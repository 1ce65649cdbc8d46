/** Visitors in a browser, from the first question to the money; amounts to the 分 as `zhengdui assess` gives them for the exported dossier. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Result } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { creditCode } from "./arbitrary/credit-code.ts";
import { converse } from "./browser/conversation.ts";
import { hasChromium, openSite } from "./browser/open-site.ts";

type Row = Record<string, unknown>;

const folderOf = (id: string): string => join("policies", id, readdirSync(join("policies", id))[0] as string);
const policyOf = (id: string): Policy => JSON.parse(readFileSync(join(folderOf(id), "compiled/policy.json"), "utf8")) as Policy;
const exampleOf = (id: string, name: string): Row =>
  JSON.parse(readFileSync(join(folderOf(id), "examples", name), "utf8")) as Row;

const JINJIANG = "jinjiang-2023-11";

/** 18 small enterprises, two fewer than the next step asks for. */
function platform(): Row {
  const integrator = exampleOf(JINJIANG, "2-integrator.json");
  const [first] = integrator.servedSmes as Row[];
  const servedSmes = Array.from({ length: 18 }, (_, i) => ({ ...first, uscc: creditCode(700 + i), name: `示例织造${i + 1}厂` }));
  return { ...integrator, industrialInternetProjects: [], servedSmes };
}

/** What the command says. */
function assessed(dossier: Row): Result {
  const file = join(tmpdir(), `zhengdui-visit-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(dossier));
  const program = join("apps", "cli", "bin", "zhengdui.mjs");
  return JSON.parse(execFileSync(process.execPath, [program, "assess", file, "--json"], { encoding: "utf8" })) as Result;
}

describe.skipIf(!hasChromium)("visitors", { timeout: 180_000 }, () => {
  const site = openSite();

  /** The conversation, what is still missing, the exported dossier, and what the command makes of it. */
  async function visit(policy: Policy, mind: Row, width: number) {
    const page = await site.open(`/?policy=${policy.id}`, { viewport: { width, height: 800 } });
    await page
      .locator(".year-choice")
      .getByRole("radio", { name: String(mind.year) })
      .check({ force: true });
    // What later questions need is fetched once the first has the focus.
    await page.locator(".question button").first().focus();
    await page.waitForLoadState("networkidle");
    const asked = await converse(page, policy, mind);
    await page.getByRole("button", { name: "看我能得多少" }).click();
    await page.waitForSelector(".measures");
    const total = await page.getByTestId("total").innerText();
    const shown = await page.locator("main").innerText();
    const dossier = await exported(page, policy, mind);
    return { asked, total, shown, result: assessed(dossier) };
  }

  /** What changes nothing is filled in before the dossier is handed in: here by the visitor, in the form. */
  async function exported(page: Page, policy: Policy, mind: Row): Promise<Row> {
    await page.goto(`${page.url().split("#")[0]}#facts`);
    await page.waitForSelector(".facts-view");
    for (let n = 0; n < 60; n++) {
      const link = page.locator(".problems .link").first();
      if ((await link.count()) === 0) break;
      await link.click();
      const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
      await expect.poll(focused).toMatch(/^field:/);
      await fillField(page, await focused(), mind);
    }
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出档案" }).click()]);
    const dossier = JSON.parse(readFileSync(await download.path(), "utf8")) as Row;
    expect(dossier.policy).toBe(policy.id);
    return dossier;
  }

  const amounts = (result: Result): Record<string, string> =>
    Object.fromEntries(result.measures.filter(({ granted }) => granted !== "0.00").map(({ id, granted }) => [id, granted]));

  it("a shoe factory: a digital factory, software and cloud, one project shared", async () => {
    const policy = policyOf(JINJIANG);
    const example = exampleOf(JINJIANG, "1-shoe-factory.json");
    // On the screen items are numbered; that two of them are one project is said by its name.
    const demonstrationProjects = (example.demonstrationProjects as Row[]).map((row) => ({ ...row, project: row.id }));
    const mind = { ...example, demonstrationProjects };
    const { asked, total, result, shown } = await visit(policy, mind, 360);
    expect(amounts(result)).toEqual(amounts(assessed(example)));
    expect(Object.keys(amounts(result)).sort()).toEqual(["1.1", "2.2", "2.3"]);
    expect(result.givenUp.length).toBeGreaterThan(0);
    expect(total).toBe(wan(result.totals.payable ?? ""));
    expect(result.totals.payable).toBe(assessed(example).totals.payable);
    for (const amount of Object.values(amounts(result))) expect(shown).toContain(wan(amount));
    expect(asked.length).toBeLessThan(20);
    expect(asked).not.toContain("trainings[]");
  });

  it("a platform with 18 small enterprises: two more to the next step", async () => {
    const { total, result, shown } = await visit(policyOf(JINJIANG), platform(), 768);
    const [measure] = result.measures.filter(({ id }) => id === "2.1");
    expect(measure?.granted).toBe("100000.00");
    expect(total).toBe("10.00");
    expect(measure?.gaps[0]?.changes.map(({ from, to }) => [from, to])).toEqual([[18, 20]]);
    expect(shown).toMatch(/还差 2 家|距下一档尚差 2 家/);
  });

  it("an association whose training standard isn't set: it can't be told yet", async () => {
    const { result, shown } = await visit(policyOf(JINJIANG), exampleOf(JINJIANG, "5-association.json"), 1440);
    const [measure] = result.measures.filter(({ id }) => id === "5.1");
    expect(measure?.status).toBe("undetermined");
    expect(shown).toContain(wan(measure?.potential ?? ""));
  });

  it("another policy's calculator needs no line of screen code", async () => {
    for (const [id, name] of [
      ["shili-2025-01", "1-growing-factory.json"],
      ["yangli-2025-06", "1-service-platform.json"],
    ] as const) {
      const mind = exampleOf(id, name);
      const { total, result } = await visit(policyOf(id), mind, 768);
      expect(result.policy).toBe(id);
      expect(total).toBe(wan(result.totals.payable ?? result.totals.granted));
    }
  });
});

/** "420150.00" → "42.015" */
function wan(yuan: string): string {
  const digits = yuan.replace(".", "").padStart(7, "0");
  const [whole, part] = [digits.slice(0, -6), digits.slice(-6).replace(/0+$/, "").padEnd(2, "0")];
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${part}`;
}

async function fillField(page: Page, id: string, mind: Row): Promise<void> {
  const path = id.replace(/^field:/, "");
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const stated = steps.reduce<unknown>((one, step) => (one as Row | undefined)?.[step], mind);
  const value = stated ?? fallback(path);
  const field = page.locator(`[id="${id}"]`);
  const tag = await field.evaluate((element) => element.tagName);
  const none = page.locator(".field", { has: field }).getByRole("button", { name: /^还没有/ });
  if (stated === null && (await none.count()) > 0) await none.click();
  else if (tag === "FIELDSET")
    await field
      .locator("label")
      .nth(value === true ? 0 : 1)
      .click();
  else if (tag === "SELECT") await field.selectOption(String(value));
  else await field.fill(String(value));
}

/** What the visitor's own dossier doesn't say either. */
const fallback = (path: string): unknown => (path.endsWith("uscc") ? creditCode(999) : "示例");
