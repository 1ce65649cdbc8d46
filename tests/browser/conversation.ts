/** Talks with the calculator as a visitor who has a dossier in mind: answers each question on the screen by its fields, until none is left. */
import type { Fact, FactList, Policy } from "@zhengdui/policy";
import type { Page } from "playwright-core";

type Row = Record<string, unknown>;

const at = (from: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((one, key) => (one as Row | undefined)?.[key], from);

const QUESTIONS_AT_MOST = 80;

/** The topics asked, in order. `mind`: what the visitor would state; null or absent there: not known. */
export async function converse(page: Page, policy: Policy, mind: Row): Promise<string[]> {
  const asked: string[] = [];
  for (let n = 0; n < QUESTIONS_AT_MOST; n++) {
    await page.waitForSelector(".question");
    const topic = await page.locator(".question").getAttribute("data-topic");
    if (topic === null) return asked;
    asked.push(topic);
    if (topic === "lists") await answerLists(page, mind);
    else if (topic.endsWith("[]")) await answerRows(page, policy, topic.slice(0, -2), mind);
    else await answerFact(page, policy, topic, mind);
  }
  throw new Error(`Still asking after ${QUESTIONS_AT_MOST} questions: ${asked.join(", ")}`);
}

async function answerFact(page: Page, policy: Policy, path: string, mind: Row): Promise<void> {
  const [record, key] = path.split(".") as [string, string];
  const fact = policy.facts.records.find(({ id }) => id === record)?.facts.find((each) => each.key === key) as Fact;
  const value = at(mind, path);
  const box = page.locator(".question");
  if (value === null || (value === undefined && fact.type.kind !== "options")) {
    await box.locator(".question-actions button").last().click();
    return;
  }
  const pick = (name: string) => box.locator(".picks").getByRole("button", { name, exact: true }).click();
  switch (fact.type.kind) {
    case "boolean":
      return pick(value === true ? "是" : "否");
    case "option":
      return pick(fact.type.options.find(({ id }) => id === value)?.label ?? "");
    case "options":
      for (const { id, label } of fact.type.options)
        if (((value ?? []) as string[]).includes(id)) await box.getByRole("checkbox", { name: label, exact: true }).check();
      break;
    default:
      await box.locator("input").fill(String(value));
  }
  await box.getByRole("button", { name: "下一题" }).click();
}

async function answerLists(page: Page, mind: Row): Promise<void> {
  for (const gate of await page.locator(".gate").all()) {
    const rows = at(mind, (await gate.getAttribute("data-list")) ?? "") as Row[] | undefined;
    if ((rows?.length ?? 0) > 0) await gate.getByRole("checkbox").first().check();
  }
  await page.locator(".question").getByRole("button", { name: "下一题" }).click();
}

/** Few rows are typed, many are pasted. */
async function answerRows(page: Page, policy: Policy, list: string, mind: Row): Promise<void> {
  const { facts } = policy.facts.lists.find(({ id }) => id === list) as FactList;
  const rows = (at(mind, list) ?? []) as Row[];
  const present = await page.locator(".asked-row").count();
  if (rows.length > present && rows.length > 4) await pasteRows(page, facts, rows);
  else for (let i = present; i < rows.length; i++) await page.getByRole("button", { name: "再加一项" }).click();
  // What is typed brings up what is asked next.
  for (let pass = 0; pass < facts.length; pass++) {
    let typed = 0;
    for (const [i, row] of rows.entries())
      for (const fact of facts)
        if (row[fact.key] !== undefined && row[fact.key] !== null) typed += await typeCell(page, list, i, fact, row[fact.key]);
    if (typed === 0) break;
  }
  const question = page.locator(".question");
  await question.getByRole("button", { name: "下一题" }).click();
  if ((await question.getAttribute("data-topic")) !== `${list}[]`) return;
  const rest = question.getByRole("button", { name: "其余不知道" });
  if (await rest.isVisible()) await rest.click();
}

/** 1: something was typed that wasn't there. */
async function typeCell(page: Page, list: string, row: number, fact: Fact, value: unknown): Promise<number> {
  const field = page.locator(`[id="field:${list}[${row}].${fact.key}"]`);
  if ((await field.count()) === 0) return 0;
  if (fact.type.kind === "boolean") {
    const at = value === true ? 0 : 1;
    if (await field.getByRole("radio").nth(at).isChecked()) return 0;
    await field.locator("label").nth(at).click();
    return 1;
  }
  if ((await field.inputValue()) === String(value)) return 0;
  if (fact.type.kind === "option") await field.selectOption(String(value));
  else await field.fill(String(value));
  return 1;
}

async function pasteRows(page: Page, facts: readonly Fact[], rows: readonly Row[]): Promise<void> {
  const columns = facts.filter(({ key }) => rows.some((row) => row[key] !== undefined));
  const cell = (value: unknown) => (value === true ? "是" : value === false ? "否" : String(value ?? ""));
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ key }) => cell(row[key])))];
  await page.getByRole("button", { name: "从表格粘贴" }).click();
  await page.locator(".paste textarea").fill(lines.map((line) => line.join("\t")).join("\n"));
  await page.getByRole("button", { name: /^加入/ }).click();
}
