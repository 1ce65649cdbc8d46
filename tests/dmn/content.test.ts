/** What an exported model says of its policy: clauses verbatim, figures with their words, tiers as the text has them, all that is required drawn. */
import { toDmn } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { compiledPolicies } from "./compiled-policies.ts";
import { type ReadNode, readModel } from "./read-model.ts";

const policies = new Map(compiledPolicies);
const first = policies.get("jinjiang-2023-11") as Policy;
const readFirst = () => readModel(toDmn(first, "1.5"));
const textOf = (node: ReadNode | undefined): string =>
  node?.logic !== null && node?.logic !== undefined && "text" in node.logic ? node.logic.text : "";

describe.each(compiledPolicies)("the model of %s", (_, policy) => {
  const model = readModel(toDmn(policy, "1.5"));
  const nodes = [...model.nodes.values()];

  it("has every clause as a knowledge source, verbatim", () => {
    const sources = nodes.filter((node) => node.kind === "knowledgeSource");
    expect(sources.map((source) => source.description)).toEqual(policy.clauses.map((c) => c.sentences.join("\n")));
  });

  it("has every figure as a constant that goes back to its clause and words", () => {
    for (const [i, param] of policy.params.entries()) {
      const node = model.nodes.get(`figure_${i + 1}`);
      expect(JSON.parse(textOf(node))).toEqual(param.value);
      for (const words of param.words) expect(node?.description).toContain(`“${words}”`);
      const [clause] = node?.authorities ?? [];
      expect(model.nodes.get(clause ?? "")?.description).toBe(
        policy.clauses.find((c) => c.id === param.clause)?.sentences.join("\n"),
      );
    }
  });

  it("has every fact in an item definition", () => {
    const parts = [...model.types.values()].flatMap((type) => type.parts.map((part) => part.id));
    const facts = [...policy.facts.records, ...policy.facts.lists].flatMap(({ id, facts }) =>
      facts.map((f) => `fact_${id}.${f.key}`),
    );
    expect(parts).toEqual(expect.arrayContaining(facts));
  });

  it("has every measure as a decision that goes back to its clause", () => {
    for (const measure of policy.measures) {
      const node = model.nodes.get(`measure_${measure.id}`);
      const sources = (node?.authorities ?? []).map((id) => model.nodes.get(id)?.description);
      expect(sources).toContain(policy.clauses.find((c) => c.id === measure.clause)?.sentences.join("\n"));
    }
  });

  it("requires what it uses, uses what it requires, and names nothing twice", () => {
    const names = nodes.filter((node) => node.kind !== "knowledgeSource").map((node) => node.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[\p{L}_][\p{L}\p{N}_]*$/u);
    const known = new Set(names);
    for (const node of nodes) {
      const used = [...namesIn(node)].filter((name) => known.has(name) && !node.parameters.includes(name));
      const required = [...node.needs, ...node.calls].map((id) => model.nodes.get(id)?.name);
      expect(used.sort(), node.name).toEqual(required.sort());
    }
  });

  it("asks rows only for entries that they have", () => {
    const texts = nodes.map(textOf);
    const entries = new Set(texts.flatMap((text) => [...text.matchAll(/([\p{L}\p{N}_]+):/gu)].map(([, name]) => name)));
    const asked = texts.flatMap((text) => [...text.matchAll(/\[([\p{L}\p{N}_]+) = /gu)].map(([, name]) => name));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !entries.has(name))).toEqual([]);
  });

  it("draws every node and requirement once in the first diagram", () => {
    const [whole] = model.diagrams;
    const notes = model.notes.length;
    expect(whole?.shapes.length).toBe(nodes.length + notes);
    expect(new Set(whole?.shapes).size).toBe(nodes.length + notes);
    expect(new Set(whole?.edges).size).toBe(model.requirementIds.length + notes);
    expect(whole?.edges).toEqual(expect.arrayContaining([...model.requirementIds]));
    expect(model.diagrams.length).toBe(1 + policy.measures.length);
  });

  it("draws no box over another and no line through a box", () => {
    for (const { boxes, lines } of model.drawings) {
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1)) expect(overlap(a, b), `${a.of} and ${b.of}`).toBe(false);
      for (const line of lines)
        for (const box of boxes) expect(runsThrough(line.points, box), `${line.of} through ${box.of}`).toBe(false);
    }
  });

  it("says what it can't say", () => {
    const notes = model.notes.join("\n");
    if (policy.combination !== null) expect(notes).toContain(policy.combination.quote);
    for (const measure of policy.measures) if (measure.selection !== null) expect(notes).toContain(`${measure.title}的遴选`);
  });
});

/** Names that stand free in the logic of a node: not after a point, not as the key of an entry, not in a text or a remark. */
function namesIn(node: ReadNode): Set<string> {
  const { logic } = node;
  if (logic === null || node.kind === "inputData") return new Set();
  const texts = "text" in logic ? [logic.text] : [...logic.table.inputs, ...logic.table.rules.map((rule) => rule.value)];
  const bare = texts.map((text) => text.replace(/\/\*.*?\*\//gs, "").replace(/"(?:[^"\\]|\\.)*"/g, '""'));
  return new Set(
    bare.flatMap((text) =>
      [...text.matchAll(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*(?![\p{L}\p{N}_]|\s*:)/gu)].map(([name]) => name),
    ),
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Every stretch of a line is level or upright. */
function runsThrough(points: readonly { readonly x: number; readonly y: number }[], box: Box): boolean {
  return points.slice(1).some((to, i) => {
    const from = points[i] as { x: number; y: number };
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
  });
}

describe("the tiers of the first policy", () => {
  const tableOf = (id: string) => {
    const logic = readFirst().nodes.get(id)?.logic;
    return logic !== null && logic !== undefined && "table" in logic ? logic.table : null;
  };

  it("are unique tables with the official figures, in 万元", () => {
    expect(tableOf("measure_2.2_tier")).toEqual({
      hitPolicy: "UNIQUE",
      inputs: ["软件投入 / 1000000", "解读.three_million"],
      rules: [
        { tests: ["< 50", "-"], value: "0" },
        { tests: ["[50..100)", "-"], value: "5" },
        { tests: ["[100..200)", "-"], value: "10" },
        { tests: ["[200..300)", "-"], value: "20" },
        { tests: ["300", '"included"'], value: "30" },
        { tests: ["300", '"not"'], value: "0" },
        { tests: ["> 300", "-"], value: "30" },
      ],
    });
    expect(tableOf("measure_2.1_tier")?.rules.map((rule) => [...rule.tests, rule.value])).toEqual([
      ["< 10", "0"],
      ["[10..20)", "10"],
      ["[20..50)", "20"],
      [">= 50", "30"],
    ]);
    expect(tableOf("measure_2.3_tier")?.rules.map((rule) => [...rule.tests, rule.value])).toEqual([
      ["<= 5", "0"],
      ["(5..10]", "3"],
      ["> 10", "6"],
    ]);
  });

  it("stand within a formula as functions", () => {
    const model = readModel(toDmn(policies.get("shili-2025-01") as Policy, "1.5"));
    const rates = [...model.nodes.values()].find((node) => node.name === "增产奖励_奖励率_表");
    expect(rates?.parameters).toEqual(["增幅", "上年产值"]);
    expect(rates?.logic).toMatchObject({ table: { hitPolicy: "UNIQUE", inputs: ["比例乘数(增幅, 100)", "上年产值 / 1000000"] } });
    expect(textOf(model.nodes.get("measure_1.2_rows"))).toContain("奖励率: 增产奖励_奖励率_表(增幅, 项.上年产值)");
  });
});
