/** What differs between two dossiers, which measures that changes, and why. */
import { readFileSync } from "node:fs";
import { createEngine, createInterview } from "@zhengdui/engine";
import type { FactList, Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRecord, type Json, type Path, setAt } from "../src/parts/form/json.ts";
import { factDifferences, pairRows } from "../src/screens/calculator/compare/fact-differences.ts";
import { measureDifferences } from "../src/screens/calculator/compare/measure-differences.ts";
import { rightSide } from "../src/screens/calculator/compare/right-side.ts";
import { signed, totalDifferences } from "../src/screens/calculator/compare/total-differences.ts";
import { takeOver } from "../src/screens/calculator/take-over.ts";

const folder = (policy: string) => new URL(`../../../policies/${policy}/`, import.meta.url);
const json = (policy: string, path: string) => JSON.parse(readFileSync(new URL(path, folder(policy)), "utf8"));
const JINJIANG = "jinjiang-2023-11/2023-05-01";
const policy: Policy = json(JINJIANG, "compiled/policy.json");
const shili: Policy = json("shili-2025-01/2025-01-01", "compiled/policy.json");
const engine = createEngine(policy, "closures");
const interview = createInterview(engine);
const example = (name: string): Json => json(JINJIANG, `examples/${name}.json`);
const factory = example("1-shoe-factory");

const said = (dossier: Json, skipped: readonly string[] = []) => ({ dossier, skipped, growing: [] });
const facts = (left: Json, right: Json) => factDifferences(policy, said(left), said(right));
const changed = (...changes: readonly (readonly [Path, Json | undefined])[]) =>
  changes.reduce<Json>((dossier, [path, value]) => setAt(dossier, path, value), factory);
const computed = (dossier: Json) => ({
  ...interview({ dossier: isRecord(dossier) ? dossier : {}, skipped: [], whole: true }),
  dossier,
});
const outcome = (left: Json, right: Json) =>
  measureDifferences(policy, computed(left), computed(right), facts(left, right).differences);
const lines = (left: Json, right: Json) =>
  facts(left, right).differences.map(({ group, row, label, left: a, right: b }) => [group, row, label, a, b].join("|"));

describe("facts", () => {
  it("are named, row by row, with both values; the equal ones are only counted", () => {
    const other = changed(
      [["applicant", "fiscalContribution"], "300000"],
      [["softwarePurchases", 1, "softwarePaid"], "700000"],
      [["softwarePurchases", 2], undefined],
      [["trainings"], [{ id: "班1", heldOn: "2023-05-01" }]],
    );
    expect(lines(factory, other)).toEqual([
      "申报单位||财政贡献|780,000.00 元|300,000.00 元",
      "软件采购|ERP升级|软件实付|620,000.00 元|700,000.00 元",
      "软件采购|供应链SCM|整项|有：供应链管理（SCM） · 34.30 万元 · 2023年11月2日|没有",
      "培训班|班1|整项|没有|有：2023年5月1日",
    ]);
    const all = facts(factory, factory);
    expect(all.differences).toEqual([]);
    // Two facts differ; the four of the row that is gone are nobody's any more.
    expect(facts(factory, other).equal).toBe(all.equal - 2 - 4);
  });

  it("are the same however they are written", () => {
    const other = changed(
      [["applicant", "fiscalContribution"], 780000],
      [["applicant", "employees"], 640],
      [["applicant", "roles"], undefined],
      [["demonstrationProjects", 0, "score"], "91.50"],
      [["demonstrationProjects", 0, "acceptedIndustry"], false],
      [["demonstrationProjects", 0, "fundedEarlier"], null],
    );
    expect(lines(factory, other)).toEqual([]);
  });

  it("that nobody said, or nobody knows, are told apart", () => {
    const left = changed([["applicant", "aboveScale"], null], [["applicant", "fiscalContribution"], undefined]);
    const right = changed([["applicant", "kind"], undefined]);
    expect(
      factDifferences(policy, said(left, ["applicant.fiscalContribution"]), said(right)).differences.map((d) => [
        d.left,
        d.right,
      ]),
    ).toEqual([
      ["企业", "未填"],
      ["未定", "是"],
      ["不知道", "780,000.00 元"],
    ]);
  });

  it("of rows in another order are no difference, nor of those without an id that stand in the same order", () => {
    const rows = (factory as { softwarePurchases: Json[] }).softwarePurchases;
    expect(lines(factory, changed([["softwarePurchases"], rows.toReversed()]))).toEqual([]);
    const awards = [
      { programme: "甲", project: "x", amount: 1, level: "local" },
      { programme: "甲", project: "x", amount: 2, level: "local" },
    ];
    expect(lines(changed([["outsideAwards"], awards]), changed([["outsideAwards"], structuredClone(awards)]))).toEqual([]);
  });

  it("tell a year, a reading, and a list of which nobody has spoken", () => {
    const [reading] = policy.interpretations.filter(({ computed, readings }) => computed && readings.length > 1);
    const [first, second] = reading?.readings ?? [];
    const other = changed([["year"], 2024], [["settings", "interpretations", reading?.key ?? ""], second?.id]);
    expect(lines(changed([["trainings"], undefined]), setAt(other, ["trainings"], []))).toEqual([
      "政策年度||政策年度|2023 年度|2024 年度",
      "培训班||有没有|没有填|没有",
      `条文口径||${reading?.title}|${first?.text}|${second?.text}`,
    ]);
  });

  it("pair every row once, whatever their names", () => {
    const list = policy.facts.lists.find(({ id }) => id === "softwarePurchases") as FactList;
    const rows = fc.array(fc.record({ id: fc.constantFrom("a", "b", null) }, { requiredKeys: [] }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const pairs = pairRows(list, left, right);
        const once = (at: 0 | 1) => pairs.flatMap((pair) => (pair[at] === null ? [] : [pair[at]])).sort((a, b) => a - b);
        expect(once(0)).toEqual([...left.keys()]);
        expect(once(1)).toEqual([...right.keys()]);
        for (const [i, j] of pairs) if (i !== null && j !== null) expect(left[i]?.id ?? null).toBe(right[j]?.id ?? null);
      }),
    );
  });
});

describe("measures", () => {
  it("that differ are told with the first reason, the others counted", () => {
    const { differences, equal } = outcome(factory, changed([["softwarePurchases", 0, "softwarePaid"], "1037000"]));
    expect(differences.map(({ id, why }) => [id, why])).toEqual([
      ["2.2", "软件采购 · 车间MES · 软件实付：左边1,000,000.00 元，右边1,037,000.00 元"],
    ]);
    expect(differences.length + equal).toBe(policy.measures.length);
    const [{ left, right, change } = { left: null, right: null, change: 0n }] = differences;
    expect(change).toBe(BigInt(Math.round((Number(right?.granted) - Number(left?.granted)) * 100)));
  });

  it("say which condition is answered otherwise, and by which fact", () => {
    const { differences } = outcome(factory, changed([["softwarePurchases", 0, "paidOn"], "2022-06-12"]));
    expect(differences.find(({ id }) => id === "2.2")?.why).toMatch(
      /^车间MES：条件“.+”：左边满足，右边不满足（付款日 2023年6月12日 → 2022年6月12日）$/,
    );
  });

  it("say so too where it is the year alone that answers otherwise", () => {
    const other = changed([["year"], 2024]);
    const why = outcome(factory, other).differences.find(({ id }) => id === "2.2")?.why;
    expect(why).toMatch(/左边满足，右边不满足（付款日 2023年6月12日）$/);
  });

  it("have a reason each, for every example in the other year and against every other example", () => {
    const names = ["1-shoe-factory", "2-integrator", "3-platform", "4-5g-machinery", "5-association"];
    const examples: Json[] = names.map(example);
    let told = 0;
    for (const left of examples)
      for (const right of [setAt(left, ["year"], 2024), ...examples])
        for (const difference of outcome(left, right).differences) {
          told++;
          expect(difference.why, `${JSON.stringify(left).slice(30, 120)} ${difference.id}`).not.toBe("");
        }
    expect(told).toBeGreaterThan(60);
  });

  it("say which reading was taken otherwise", () => {
    const three = changed([["softwarePurchases"], [{ id: "A", system: "ERP", softwarePaid: "3000000", paidOn: "2023-06-01" }]]);
    const other = setAt(three, ["settings", "interpretations", "three-million"], "not");
    const reading = policy.interpretations.find(({ key }) => key === "three-million");
    const [included, not] = ["included", "not"].map((id) => reading?.readings.find((each) => each.id === id)?.text);
    expect(outcome(three, other).differences.map(({ id, why }) => [id, why])).toEqual([
      ["2.2", `${reading?.title}：左边${included}，右边${not}`],
    ]);
  });

  it("given up for another are told with the one that keeps the project", () => {
    const [first] = (factory as { demonstrationProjects: Json[] }).demonstrationProjects;
    const without = changed([["demonstrationProjects"], []]);
    const { differences } = outcome(without, setAt(without, ["demonstrationProjects"], [first ?? null]));
    const software = differences.find(({ id }) => id === "2.2");
    if (software !== undefined && software.left.amount === software.right.amount)
      expect(software.why).toContain("就高不重复：右边“车间MES”由");
    expect(differences.map(({ id }) => id)).toContain("1.1");
  });
});

describe("totals", () => {
  it("are compared to the 分, with their sign", () => {
    const { headline, differences } = totalDifferences(
      [policy],
      computed(factory).result,
      computed(changed([["applicant", "fiscalContribution"], "300000.01"])).result,
    );
    expect(headline.label).toBe("预计可得");
    expect(headline.change).toBeLessThan(0n);
    expect(differences.map(({ label }) => label)).toContain("财政贡献上限核减");
    expect([0n, 1n, -50_000_000n].map(signed)).toEqual(["0.00", "+0.000001", "−50.00"]);
  });

  it("that aren't known yet have no difference, and the sum before the ceiling stands in", () => {
    const unknown = computed(changed([["applicant", "fiscalContribution"], null])).result;
    const { headline, differences } = totalDifferences([policy], computed(factory).result, unknown);
    expect(headline.label).toBe("暂估（上限前）");
    expect(differences.find(({ label }) => label === "预计可得")).toMatchObject({ right: "待核定", change: null });
  });
});

describe("another policy", () => {
  it("gets the facts whose key and type agree; the others are named", () => {
    const { dossier, left, taken } = takeOver(policy, shili, said(factory));
    expect(dossier).toEqual({
      policy: "shili-2025-01",
      year: 2027,
      applicant: {
        uscc: "91350582MA8801386B",
        name: "示例鞋业（晋江）有限公司",
        industry: "1952",
        aboveScale: true,
        fiscalContribution: "780000.00",
        otherLocalAwards: "50000.00",
      },
    });
    expect(taken).toBe(6);
    expect(left).toContainEqual({ what: "2023 年度", why: "no-such-year" });
    expect(left).toContainEqual({ what: "申报单位 · 单位类型", why: "no-place" });
    expect(left).toContainEqual({ what: "软件采购（3 项）", why: "no-place" });
  });

  it("loses no stated fact without a word", () => {
    const stated = (value: Json): number =>
      isRecord(value)
        ? Object.values(value).reduce<number>((sum, each) => sum + stated(each), 0)
        : Array.isArray(value)
          ? value.length
          : 1;
    const { dossier, left } = takeOver(policy, shili, said(factory));
    for (const [key, value] of Object.entries(factory as Record<string, Json>)) {
      if (stated(value) === 0 || key in dossier) continue;
      const label = [...policy.facts.lists, ...policy.facts.records].find(({ id }) => id === key)?.label ?? key;
      expect(
        left.some(({ what }) => what.startsWith(label)),
        key,
      ).toBe(true);
    }
  });

  it("doesn't take an option that it doesn't have", () => {
    const award = { programme: "甲", project: "x", amount: "1.00", level: "province" };
    const { dossier, left } = takeOver(policy, shili, said(changed([["outsideAwards"], [award]])));
    expect(dossier.outsideAwards).toEqual([{ programme: "甲", project: "x", amount: "1.00" }]);
    expect(left).toContainEqual({ what: "其他奖补 · 层级", why: "other-kind" });
  });

  it("stands on the right once it is loaded", () => {
    const sheet = { dossier: factory, skipped: [], growing: [], from: "x", example: "" };
    const loaded = { summary: { id: policy.id } as never, policies: [], policy, examples: [] };
    const given = { loaded, engine, sheet, copies: [] };
    const choice = { kind: "policy", id: shili.id } as const;
    expect(rightSide(choice, { ...given, other: { kind: "waiting", id: shili.id } })).toBeNull();
    const ready = { kind: "ready", id: shili.id, engine: createEngine(shili, "closures") } as const;
    expect(rightSide(choice, { ...given, other: ready })?.other?.taken).toBe(6);
    expect(rightSide({ kind: "copy", id: "gone" }, { ...given, other: { kind: "none" } })).toBeNull();
  });
});
