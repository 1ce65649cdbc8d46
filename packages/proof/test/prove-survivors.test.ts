/**
 * What the solver is asked to prove: mutants that no worked case can tell apart, because something else in the law has seen to it. Each is tried
 * twice, in the law as it stands and in one where that something is gone: there the same mutant is another law, and nobody proves it.
 */
import { readFileSync } from "node:fs";
import type { Fact, FactList, Measure, Policy } from "@zhengdui/policy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proofOfEquivalence } from "../src/mutation/equivalence.ts";
import type { Mutant } from "../src/mutation/mutant.ts";
import { mutantsOf } from "../src/mutation/mutants.ts";
import { proofBySolver } from "../src/mutation/solver/prove-survivors.ts";
import type { Solver } from "../src/smt/session.ts";
import { testSolver } from "./solver.ts";

let solver: Solver;
let close: () => void;
beforeAll(async () => {
  ({ solver, close } = await testSolver());
});
afterAll(() => close());

const read = (folder: string): Policy => JSON.parse(readFileSync(`policies/${folder}/compiled/policy.json`, "utf8")) as Policy;
const shili = read("shili-2025-01/2025-01-01");
const yangli = read("yangli-2025-06/2025-06-01");

/** "clause place: was → became" */
const wordsOf = ({ clause, place, was, became }: Mutant): string => `${clause} ${place}: ${was} → ${became}`;

/** A law of one clause has few mutants. */
function oneClause(policy: Policy, words: string): Policy {
  const clause = words.slice(0, words.indexOf(" "));
  const measures = policy.measures.filter((measure) => measure.clause === clause);
  return measures.length === 0 ? policy : { ...policy, measures, combination: null, ceiling: null };
}

async function proofs(whole: Policy, words: string): Promise<(string | null)[]> {
  const policy = oneClause(whole, words);
  const meant = mutantsOf(policy).filter((mutant) => wordsOf(mutant) === words);
  expect(meant.length).toBeGreaterThan(0);
  const found: (string | null)[] = [];
  for (const mutant of meant) found.push(proofOfEquivalence(policy, mutant) ?? (await proofBySolver(policy, mutant, solver)));
  return found;
}

const withMeasure = (policy: Policy, id: string, change: (measure: Measure) => Measure): Policy => ({
  ...policy,
  measures: policy.measures.map((measure) => (measure.id === id ? change(measure) : measure)),
});

const withForm = (policy: Policy, id: string, change: Readonly<Record<string, unknown>>): Policy =>
  withMeasure(policy, id, (measure) => ({ ...measure, form: { ...measure.form, ...change } as Measure["form"] }));

const withList = (policy: Policy, id: string, change: (list: FactList) => FactList): Policy => ({
  ...policy,
  facts: { ...policy.facts, lists: policy.facts.lists.map((list) => (list.id === id ? change(list) : list)) },
});

const withFact = (policy: Policy, list: string, key: string, change: Partial<Fact>): Policy =>
  withList(policy, list, (own) => ({
    ...own,
    facts: own.facts.map((fact) => (fact.key === key ? { ...fact, ...change } : fact)),
  }));

const withFigure = (policy: Policy, name: string, value: number): Policy => ({
  ...policy,
  params: policy.params.map((param) => (param.name === name ? { ...param, value } : param)),
});

const conditionsBut = (policy: Policy, id: string, text: string): Policy => {
  const { form } = policy.measures.find((measure) => measure.id === id) as Measure;
  const when = (form as Extract<Measure["form"], { kind: "each" }>).when.filter((condition) => condition.text !== text);
  return withForm(policy, id, { when });
};

type Rows = readonly { readonly value?: unknown }[];

function withTable(policy: Policy, id: string, name: string, change: (rows: Rows) => Rows): Policy {
  const { form } = policy.measures.find((measure) => measure.id === id) as Measure;
  const { lets } = form as Extract<Measure["form"], { kind: "each" }>;
  const changed = lets.map((own) =>
    own.name === name && own.value.op === "table" ? { ...own, value: { ...own.value, rows: change(own.value.rows) } } : own,
  );
  return withForm(policy, id, { lets: changed });
}

const levels = (...ids: string[]): Partial<Fact> => ({
  type: { kind: "option", options: ids.map((id) => ({ id, label: id })) },
});

/** Why it changes nothing; the mutant; the law; the law without what makes it so. */
const PAIRS: readonly (readonly [string, string, Policy, Policy])[] = [
  [
    "the last of all options is left when none of the others is meant",
    '一（五） 金额: 认定级别 = "provincial" → 恒成立',
    shili,
    withFact(shili, "recognitions", "level", levels("national", "provincial", "municipal")),
  ],
  [
    "a row above has seen to all that lies below",
    "三（一） 兑现率: 年次 = 兑现末年 → 年次 <= 兑现末年",
    shili,
    withFigure(shili, "兑现次年", 1),
  ],
  ["a condition has failed already", "二（二） 设备补助率: 0% → 0.1%", shili, conditionsBut(shili, "2.2", "设备投入达到下限")],
  [
    "a condition has failed already where a choice has no row",
    "一（二） 金额: 0元 → 0.01元",
    shili,
    conditionsBut(shili, "1.2", "有上年产值可比"),
  ],
  [
    "nothing that is granted is as good as nothing",
    "二（二） 设备投入达到下限: 设备投入 >= 设备一档 → 恒成立",
    shili,
    withTable(shili, "2.2", "设备补助率", (rows) => rows.map((row, i) => (i === 0 ? { ...row, value: rows[1]?.value } : row))),
  ],
  ["less than a 分 is cut off", "三（一） 引进奖励: 100万元 → 1000000.01元", shili, withFigure(shili, "首年兑现率", 100)],
  [
    "what is whole is rounded to itself",
    "三（一） 金额: 到分(兑现率 * 引进奖励) → 到分(兑现率 * 引进奖励 + 0.005元)",
    shili,
    withFigure(shili, "引进奖励", 100_000_003),
  ],
  [
    "whole numbers: nobody is counted between none and the least number",
    "一（一） 金额: 0家 → 1家",
    yangli,
    withFigure(yangli, "平台服务下限", 0),
  ],
  [
    "what is refused when the dossier is read",
    "三（四）之二 金额: min(核定比例, 输出补助率) → 核定比例",
    yangli,
    withList(yangli, "trades", (list) => ({ ...list, checks: [] })),
  ],
  [
    "who was as high before is granted nothing, whatever the highest step",
    "一（三） 金额: 以往最高产值 > 突破四档 → 恒不成立",
    shili,
    withFigure(shili, "突破四档奖励", 1),
  ],
];

describe("is proved in the law, and not in one that lacks what makes it so", () => {
  it.each(PAIRS)("%s", async (_why, words, law, other) => {
    const [here, there] = [await proofs(law, words), await proofs(other, words)];
    expect(here.some((reason) => reason !== null)).toBe(true);
    expect(there.filter((reason) => reason !== null)).toHaveLength(0);
  });
});

describe("whether an outside award is local", () => {
  const words = [
    '五 哪些外部奖补是本级: 层级 = "local" → 恒成立',
    '五 哪些外部奖补是本级: 层级 = "local" → 恒不成立',
    '五 哪些外部奖补是本级: 层级 = "local" → 层级 != "local"',
  ];
  const mutants = mutantsOf(yangli).filter((mutant) => words.includes(wordsOf(mutant)));
  const proved = (law: Policy): number => mutants.filter((mutant) => proofOfEquivalence(law, mutant) !== null).length;
  const capped = withForm(yangli, "2.1", {
    yearCap: { op: "number", value: 1, type: { kind: "number", scale: 2, unit: "元", max: 1, nullable: false } },
  });
  const pool = shili.measures.find(({ form }) => form.kind === "pool") as Measure;
  const competing = withList(shili, "clouds", (list) => ({ ...list, projects: "many" })).facts.lists.filter(
    (l) => l.id === "clouds",
  );
  const summed: Policy = {
    ...yangli,
    measures: [...yangli.measures, pool],
    facts: { ...yangli.facts, lists: [...yangli.facts.lists, ...competing] },
  };

  it("decides nothing without a ceiling, where each project is decided by itself", () =>
    expect(proved(yangli)).toBe(words.length));
  it("may decide where there is a ceiling", () => expect(proved({ ...yangli, ceiling: shili.ceiling })).toBe(0));
  it("may decide where a year's cap ties projects together", () => expect(proved(capped)).toBe(0));
  it("may decide where a sum ties projects together", () => expect(proved(summed)).toBe(0));
});

describe("a change that a case would see is never proved", () => {
  const laws = [
    ["a mark alone", "一（四）之二 注明 refund-due: 首期已拨 > 核定 → 首期已拨 >= 核定", yangli],
    ["who is meant", "一（一） 在规模以上工业企业名录: 申报单位.规上工业 → 恒成立", shili],
    ["not known taken for no", "四 受上限约束的单位: 申报单位.财政贡献 = null → 恒不成立", shili],
  ] as const;
  it.each(laws)("%s", async (_, words, law) => expect((await proofs(law, words)).every((reason) => reason === null)).toBe(true));
});

it("isn't proved by a solver that gives up", async () => {
  const [, words, law] = PAIRS[0] ?? ["", "", shili];
  const [mutant] = mutantsOf(oneClause(law, words)).filter((m) => wordsOf(m) === words);
  const asked: string[] = [];
  const tired: Solver = async (script) => {
    asked.push(script);
    return "unknown";
  };
  expect(await proofBySolver(oneClause(law, words), mutant as Mutant, tired)).toBeNull();
  // It was asked again and again, each time in another order.
  expect(new Set(asked.flatMap((script) => /random_seed (\d+)/u.exec(script)?.[1] ?? [])).size).toBeGreaterThan(1);
});
