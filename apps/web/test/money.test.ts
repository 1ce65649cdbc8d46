/** What "my money" works out: verdicts, what else could be, pictures, sheets. Held against `assess` of the same dossier. */
import { readdirSync, readFileSync } from "node:fs";
import { asDossier, createEngine, createInterview, createTrial, type Result } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { fenOf } from "../src/parts/figures/money.ts";
import { getAt, type Json, type JsonRecord, setAt } from "../src/parts/form/json.ts";
import { namesOf } from "../src/parts/why/fact-words.ts";
import { type Answered, answersOf, withoutRows, withValue } from "../src/screens/calculator/money/answered.ts";
import { deadlineOf } from "../src/screens/calculator/money/deadline.ts";
import { combinedTotal, keptInstead } from "../src/screens/calculator/money/kept-instead.ts";
import { compareReadings, computedReadings } from "../src/screens/calculator/money/other-readings.ts";
import { dropsOf, standingPicture } from "../src/screens/calculator/money/standing-picture.ts";
import { verdictsOf } from "../src/screens/calculator/money/verdict.ts";
import { decidingWords, missingWords, rangeWords } from "../src/screens/calculator/money/verdict-words.ts";
import { amountCell, workbookOf } from "../src/screens/calculator/money/workbook.ts";

const root = new URL("../../../policies/", import.meta.url);
const load = (path: string) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const folders = ["jinjiang-2023-11/2023-05-01", "shili-2025-01/2025-01-01", "yangli-2025-06/2025-06-01"];

const desks = folders.map((folder) => {
  const policy: Policy = load(`${folder}/compiled/policy.json`);
  const engine = createEngine(policy, "closures");
  const names = readdirSync(new URL(`${folder}/examples/`, root)).filter((name) => name.endsWith(".json"));
  const interview = createInterview(engine);
  return {
    policy,
    engine,
    interview,
    trial: createTrial(engine),
    assess: (now: Answered): Result => interview(answersOf(now)).result,
    examples: names.map((name) => {
      const raw: JsonRecord = load(`${folder}/examples/${name}`);
      return { name, raw, now: { dossier: raw, skipped: [], whole: true } };
    }),
  };
});
const [jinjiang] = desks as [(typeof desks)[0]];
const { policy, engine, interview, assess, trial } = jinjiang;
const exampleOf = (part: string) => jinjiang.examples.find(({ name }) => name.includes(part)) as (typeof jinjiang.examples)[0];

/** By the contract's way, from the raw dossier. */
function assessed({ dossier, skipped }: Answered): Result {
  const read = engine.read(asDossier(policy, { dossier: dossier as JsonRecord, skipped }));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return engine.assess(read.value);
}

describe("a dossier that is opened whole", () => {
  it.each(desks.flatMap((desk) => desk.examples.map(({ name, ...rest }) => [name, desk, rest] as const)))(
    "%s: nothing is left to ask, and the result is that of assess",
    (_, desk, { raw, now }) => {
      const found = desk.interview(answersOf(now));
      expect(found.questions).toEqual([]);
      const read = desk.engine.read(raw);
      // Of a record that isn't there, a condition may stay open that decides nothing.
      const amounts = (result: Result) => ({ ...result, measures: result.measures.map((one) => ({ ...one, conditions: [] })) });
      expect(read.ok && amounts(desk.engine.assess(read.value))).toEqual(amounts(found.result));
    },
  );
});

describe("verdicts", () => {
  const ids = (now: Answered, wanted: "can" | "open" | "cannot" | "none") =>
    verdictsOf(policy, interview(answersOf(now)), now).flatMap(({ group, measure }) => (group === wanted ? [measure.id] : []));

  it("puts every measure of an enterprise into its group", () => {
    const { now } = exampleOf("1-");
    expect(ids(now, "can")).toEqual(["1.1", "2.2", "2.3"]);
    expect(ids(now, "cannot")).toEqual(["1.3", "2.1", "4.1", "5.1", "5.2"]);
    expect(ids(now, "none")).toEqual(["1.2", "3.1", "3.2", "6.1"]);
  });

  it("says what fails though nothing was claimed, and what it would have to be", () => {
    const { now } = exampleOf("1-");
    const school = verdictsOf(policy, interview(answersOf(now)), now).find(({ measure }) => measure.id === "5.2");
    expect(school?.condition?.facts).toEqual([{ name: "单位类型", value: "企业", needed: "院校" }]);
    expect(school && decidingWords(school, (id) => id)).toContain("单位类型：企业（须为：院校）");
  });

  it("names the fact that decides, not one that nobody knows or that would do", () => {
    const { now } = exampleOf("5-");
    const asked = { ...now, dossier: setAt(now.dossier, ["applicant", "registeredInJinjiang"], undefined), whole: false };
    const found = verdictsOf(policy, interview(answersOf(asked)), asked).find(({ measure }) => measure.id === "1.1");
    expect(found?.condition?.facts.map(({ name }) => name)).toEqual(["单位类型"]);
    const factory = exampleOf("1-").now;
    const away = { ...factory, dossier: setAt(factory.dossier, ["applicant", "registeredInJinjiang"], false) };
    const moved = verdictsOf(policy, interview(answersOf(away)), away).find(({ measure }) => measure.id === "1.1");
    expect(moved?.condition?.facts.map(({ name }) => name)).toEqual(["晋江注册"]);
  });

  it("leaves open what hangs on an answer, names it, and says between which amounts it lies", () => {
    const { now } = exampleOf("1-");
    const without: Answered = {
      ...now,
      dossier: setAt(now.dossier, ["softwarePurchases", 0, "softwarePaid"], undefined),
      skipped: ["softwarePurchases[0].softwarePaid"],
    };
    const found = verdictsOf(policy, interview(answersOf(without)), without).find(({ measure }) => measure.id === "2.2");
    expect(found?.group).toBe("can");
    expect(found && missingWords(found)).toContain("“车间MES”的软件实付");
    expect(found && rangeWords(found)).toBe("至少 5.00 万元，至多 30.00 万元");
  });

  it("asks before the first answer, and can't tell", () => {
    const now = { dossier: { year: 2023 }, skipped: [] };
    expect(ids(now, "can")).toEqual([]);
    expect(ids(now, "none")).toEqual(["6.1"]);
    expect(ids(now, "open").length).toBe(11);
  });

  it("keeps 一事一议 apart from what has an amount", () => {
    const { now } = exampleOf("5-");
    const school = {
      ...now,
      dossier: setAt(
        setAt(now.dossier, ["applicant", "kind"], "school"),
        ["talentProgrammes"],
        [{ id: "班", description: "专班" }],
      ),
    };
    const found = verdictsOf(policy, interview(answersOf(school)), school).find(({ measure }) => measure.id === "5.2");
    expect(found).toMatchObject({ group: "open", isDiscretionary: true });
  });
});

describe("what was given up", () => {
  const all = desks.flatMap((desk) =>
    desk.examples.flatMap(({ name, now }) => {
      const result = desk.assess(now);
      return result.givenUp.map((given) => [`${name} ${given.item}`, desk, now, result, given] as const);
    }),
  );
  it.each(all)("%s: kept instead, the total is no larger", (_, desk, now, result, given) => {
    const instead = keptInstead(desk.policy, now, result, given, desk.assess);
    expect(instead).not.toBeNull();
    expect((instead?.total ?? 0n) <= combinedTotal(result)).toBe(true);
    expect(instead?.result.givenUp.some(({ measure, item }) => measure === given.measure && item === given.item)).toBe(false);
  });

  it("is what assess gives without the keeper's rows", () => {
    const { now, raw } = exampleOf("1-");
    const result = assess(now);
    const [given] = result.givenUp;
    const instead = given && keptInstead(policy, now, result, given, assess);
    const { demonstrationProjects: _, ...rest } = raw;
    expect(instead?.result.totals).toEqual(assessed({ dossier: rest, skipped: [] }).totals);
  });

  it("takes rows away, and what was not known of others moves up", () => {
    const now = { dossier: { a: [{ id: "x" }, { id: "y" }, { id: "z" }] }, skipped: ["a[0].k", "a[1].k", "a[2].k", "b.k", "a"] };
    expect(withoutRows(now, "a", (row) => (row as { id: string }).id === "y")).toEqual({
      dossier: { a: [{ id: "x" }, { id: "z" }] },
      skipped: ["a[0].k", "a[1].k", "b.k", "a"],
    });
  });
});

/** One purchase that stands on the edge of a tier. */
const onTheEdge = (paid: string): Answered => {
  const { raw } = exampleOf("1-");
  const purchase = { id: "ERP", system: "ERP", softwarePaid: paid, paidOn: "2023-06-12" };
  const dossier = { ...raw, demonstrationProjects: [], cloudServices: [], softwarePurchases: [purchase] };
  return { dossier: dossier as Json, skipped: [], whole: true };
};

describe("other readings", () => {
  it.each([...jinjiang.examples.map(({ name, now }) => [name, now] as const), ["at an edge", onTheEdge("3000000")] as const])(
    "%s: each differs by what assess says",
    (_, now) => {
      const before = assessed(now);
      for (const of of computedReadings(policy))
        for (const other of compareReadings(of, now, assess(now), assess).others) {
          const after = assessed(withValue(now, ["settings", "interpretations", of.key], other.id));
          expect(other.granted).toBe(fen(after.totals.granted) - fen(before.totals.granted));
          const changed = after.measures.filter(({ granted }, i) => granted !== before.measures[i]?.granted).map(({ id }) => id);
          expect(other.measures.filter(({ before: a, after: b }) => a !== b).map(({ measure }) => measure)).toEqual(
            expect.arrayContaining(changed),
          );
          if (changed.length > 0) expect(other.hasEffect).toBe(true);
        }
    },
  );

  it("finds the one that matters at the edge", () => {
    const now = onTheEdge("3000000");
    const of = policy.interpretations.find(({ key }) => key === "three-million");
    const taken = of && compareReadings(of, now, assess(now), assess);
    expect(taken?.others).toMatchObject([{ id: "not", granted: -30_000_000n, hasEffect: true }]);
  });
});

const fen = (yuan: string): bigint => fenOf(yuan) ?? 0n;

describe("the picture over the spending", () => {
  const asking = (now: Answered) => ({ policy, now, trial, interview });
  const measureOf = (id: string) => policy.measures.find((measure) => measure.id === id) as Policy["measures"][0];
  /** The amount by assess, with the one purchase at this figure. */
  const amountAt = (figure: number) => Number(fen(assessed(onTheEdge(yuanText(figure))).measures[4]?.amount ?? "0"));
  const yuanText = (figure: number) => `${Math.floor(figure / 100)}.${String(figure % 100).padStart(2, "0")}`;

  it("has the bounds at which assess changes its answer, and the place where one stands", () => {
    const picture = standingPicture(asking(onTheEdge("1963000")), measureOf("2.2"));
    expect(picture).toMatchObject({ fact: "软件投入", unit: "元", at: 196_300_000, amount: 10_000_000, row: "", drops: [] });
    for (const { from, holdsFrom, start } of picture?.tiers ?? []) {
      expect(amountAt(holdsFrom ? from : from + 1)).toBe(start);
      if (from > 0) expect(amountAt(holdsFrom ? from - 1 : from)).not.toBe(start);
    }
    expect(picture?.tiers.length).toBe(5);
  });

  it("moves a sum that counts a share of each figure as a whole", () => {
    const picture = standingPicture(asking(exampleOf("1-").now), measureOf("2.3"));
    expect(picture).toMatchObject({ at: 9_300_000, amount: 3_000_000 });
    expect(picture?.tiers.map(({ from, holdsFrom, start }) => [from, holdsFrom, start])).toEqual([
      [0, true, 0],
      [5_000_000, false, 3_000_000],
      [10_000_000, false, 6_000_000],
    ]);
  });

  it("moves one row's figure where each has its own amount", () => {
    const picture = standingPicture(asking(exampleOf("1-").now), measureOf("1.1"));
    expect(picture?.amount).toBe(68_000_000);
    expect(picture?.tiers.at(-1)).toMatchObject({ start: 100_000_000, end: 100_000_000 });
  });

  it("warns where more spending brings less", () => {
    const now = withValue(onTheEdge("2990000"), ["settings", "interpretations", "three-million"], "not");
    const picture = standingPicture(asking(now), measureOf("2.2"));
    expect(picture?.drops).toMatchObject([{ at: 300_000_000, isThere: true, from: 20_000_000, to: 0 }]);
    const flat = { to: 9, holdsFrom: true, holdsTo: true };
    expect(
      dropsOf([
        { ...flat, from: 0, start: 5, end: 5 },
        { ...flat, from: 9, start: 4, end: 4 },
      ]),
    ).toEqual([]);
  });

  it("isn't drawn for who can't have the measure", () => {
    const now = withValue(exampleOf("1-").now, ["applicant", "registeredInJinjiang"], false);
    expect(standingPicture(asking(now), measureOf("2.2"))).toBeNull();
  });
});

describe("the workbook", () => {
  it("keeps amounts as numbers as long as none loses a digit", () => {
    expect(amountCell("730000.00")).toEqual({ kind: "amount", value: 730000 });
    expect(amountCell("9999999999999.99")).toEqual({ kind: "amount", value: 9999999999999.99 });
    expect(amountCell("10000000000000.01")).toEqual({ kind: "text", text: "10000000000000.01" });
    expect(amountCell(null)).toEqual({ kind: "text", text: "待核定" });
  });

  it("says on every sheet that nothing is promised, and has a row for every measure, item and gap", () => {
    const { now } = exampleOf("1-");
    const found = interview(answersOf(now));
    const verdicts = verdictsOf(policy, found, now);
    const sheets = workbookOf({
      policy,
      result: found.result,
      verdicts,
      nameFact: namesOf(policy, now.dossier),
      on: "2026-01-02",
    });
    expect(sheets.map(({ name }) => name)).toEqual(["合计", "措施", "项目", "差距"]);
    for (const { rows } of sheets) expect(JSON.stringify(rows[0])).toContain("预估，以审定为准");
    expect(sheets[1]?.rows.length).toBe(2 + policy.measures.length);
    expect(sheets[2]?.rows.length).toBe(2 + found.result.measures.flatMap(({ items }) => items).length);
    expect(JSON.stringify(sheets[3]?.rows)).toContain("软件投入由 1,963,000.00 元 到 2,000,000.00 元");
  });
});

describe("the deadline", () => {
  it("is the year's end, or the policy's where it ends before", () => {
    expect(deadlineOf(policy, 2023)).toBe("2023-12-31");
    expect(deadlineOf({ ...policy, inForce: { ...policy.inForce, to: "2023-06-30" } }, 2023)).toBe("2023-06-30");
    expect(getAt(exampleOf("1-").raw, ["year"])).toBe(2023);
  });
});
