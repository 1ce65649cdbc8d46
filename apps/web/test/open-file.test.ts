/** Files from elsewhere: what is opened, what is refused, and what of it may be mended in the form. */
import { readFileSync } from "node:fs";
import { asDossier, createEngine, createInterview, type Result } from "@zhengdui/engine";
import { describe, expect, it } from "vitest";
import { sheetFromFile } from "../src/screens/calculator/open-file.ts";

const folder = new URL("../../../policies/jinjiang-2023-11/2023-05-01/", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
const engine = createEngine(read("compiled/policy.json"), "closures");
const factory = read("examples/1-shoe-factory.json");

async function refusal(name: string, content: BlobPart) {
  const opened = await sheetFromFile(new File([content], name), engine);
  if (opened.ok) throw new Error(`${name} was opened`);
  const [refused] = opened.errors;
  if (refused === undefined) throw new Error("no reason");
  return refused;
}

/** Of a measure that isn't claimed, a condition on a record that isn't there may be open. */
const outcomeOf = ({ totals, measures, givenUp, marks }: Result) => ({
  totals,
  measures: measures.map(({ id, status, amount, granted, potential, items }) => ({
    id,
    status,
    amount,
    granted,
    potential,
    items,
  })),
  givenUp,
  marks,
});

describe("a file", () => {
  it("is opened with all that it says, and as a whole", async () => {
    const opened = await sheetFromFile(new File([JSON.stringify(factory)], "鞋厂.json"), engine);
    if (!opened.ok) throw new Error("refused");
    expect(opened.value).toEqual({ dossier: factory, skipped: [], growing: [], whole: true, from: "鞋厂.json", example: "" });
  });

  it.each([
    ["jinjiang-2023-11/2023-05-01", ["1-shoe-factory", "2-integrator", "3-platform", "4-5g-machinery", "5-association"]],
    ["shili-2025-01/2025-01-01", ["1-growing-factory"]],
    ["yangli-2025-06/2025-06-01", ["1-service-platform"]],
  ])("that is whole is computed by the conversation as by the command: %s", async (version, names) => {
    const own = createEngine(read(`../../${version}/compiled/policy.json`), "closures");
    for (const name of names) {
      const raw = read(`../../${version}/examples/${name}.json`);
      const opened = await sheetFromFile(new File([JSON.stringify(raw)], `${name}.json`), own);
      const prepared = own.read(raw);
      if (!opened.ok || !prepared.ok) throw new Error(name);
      const { dossier, skipped, whole = false } = opened.value;
      const { questions, result } = createInterview(own)({ dossier: dossier as Record<string, unknown>, skipped, whole });
      expect(questions, name).toEqual([]);
      expect(outcomeOf(result), name).toEqual(outcomeOf(own.assess(prepared.value)));
      const again = own.read(asDossier(own.policy, { dossier: dossier as Record<string, unknown>, skipped }));
      expect(again.ok && outcomeOf(own.assess(again.value)), name).toEqual(outcomeOf(result));
    }
  });

  it("that was exported in the middle of the conversation is opened to go on, and what nobody was asked is asked", async () => {
    const answers = { dossier: { policy: engine.policy.id, year: 2023, applicant: { kind: "enterprise" } }, skipped: [] };
    const exported = asDossier(engine.policy, answers);
    expect(exported.applicant).toHaveProperty("aboveScale", null);
    const opened = await sheetFromFile(new File([JSON.stringify(exported)], "半份.json"), engine);
    if (!opened.ok) throw new Error("refused");
    expect(opened.value.whole).toBeUndefined();
    expect(opened.value.dossier).toEqual(answers.dossier);
  });

  it("with a mistake in it is no unfinished one", async () => {
    const wrong = { year: 2023, applicant: { kind: "enterprise", fiscalContribution: "五十万" } };
    expect((await refusal("错.json", JSON.stringify(wrong))).anyway).not.toBeNull();
  });

  it.each(["汇总表.xlsx", "旧表.XLS", "表.et", "行.csv"])("%s is called by its name, with the way to go", async (name) => {
    const { problems, anyway } = await refusal(name, "PK\u0003\u0004");
    expect(problems[0]?.problem).toContain("电子表格");
    expect(problems[0]?.expected).toContain("从表格粘贴");
    expect(problems[0]?.expected).toContain("zhengdui settle");
    expect(anyway).toBeNull();
  });

  it.each([
    ["扫描.pdf", "%PDF", "这是 .pdf 文件"],
    ["坏.json", "{", "JSON 有误"],
    ["坏.yaml", "a: [1\n", "YAML 有误"],
    ["二进制.json", new Uint8Array([255, 254, 0, 1]), "UTF-8"],
    ["清单.json", "[1, 2]", "申报档案"],
    ["数.json", "42", "申报档案"],
    ["别家.json", '{"orders": [{"sku": 1}]}', ""],
  ])("%s holds nothing for the form", async (name, content, says) => {
    const { problems, anyway } = await refusal(name, content);
    expect(problems[0]?.problem).toContain(says);
    expect(anyway).toBeNull();
  });

  it("with problems may be opened all the same: what has a place goes into the form, wrong as it is, the rest is named", async () => {
    const bad = {
      ...factory,
      policy: "某政策",
      year: 2021,
      applicant: { ...factory.applicant, fiscalContribution: "五十万", nickname: "鞋厂" },
      softwarePurchases: [{ id: "A", softwarePaid: -1 }, "一行字"],
      trainings: { id: "不是列表" },
      settings: { interpretations: { unknown: "x" } },
      orders: [1],
    };
    const { problems, anyway, left } = await refusal("错.json", JSON.stringify(bad));
    expect(problems.length).toBeGreaterThan(6);
    const { trainings: _, orders: __, ...kept } = bad;
    const { nickname: ___, ...applicant } = bad.applicant;
    expect(anyway?.dossier).toEqual({
      ...kept,
      policy: "jinjiang-2023-11",
      applicant,
      softwarePurchases: [{ id: "A", softwarePaid: -1 }],
      settings: { interpretations: {} },
    });
    expect(left.map(({ what }) => what).sort()).toEqual(
      ["applicant.nickname", "orders", "settings.interpretations.unknown", "softwarePurchases[1]", "trainings"].sort(),
    );
  });
});
