/** The conversation with an applicant, for every policy on the shelf: it ends, it gives what `assess` gives, it asks only what can matter. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAllCases } from "@zhengdui/compiler";
import { type Answers, createEngine, createInterview, type Question, type Result } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { converse, type Knows } from "./arbitrary/interview-driver.ts";
import { Prng } from "./arbitrary/prng.ts";
import { readableDossier } from "./arbitrary/readable-dossier.ts";
import { runs } from "./arbitrary/runs.ts";
import { type Asked, matters } from "./arbitrary/witness.ts";

type Row = Record<string, unknown>;

const policies = readdirSync("policies").flatMap((id) =>
  readdirSync(join("policies", id)).flatMap((version): [string, Policy, string][] => {
    const file = join("policies", id, version, "compiled/policy.json");
    return existsSync(file)
      ? [[id, JSON.parse(readFileSync(file, "utf8")) as Policy, join("policies", id, version, "cases.md")]]
      : [];
  }),
);

const everything: Knows = () => true;
const fen = (money: string): bigint => BigInt(money.replace(".", ""));

describe.each(policies)("%s", (_, policy, casesFile) => {
  const engine = createEngine(policy, "closures");
  const interview = createInterview(engine);
  const found = readAllCases(casesFile, readFileSync(casesFile, "utf8"), policy);
  const worked = (found.ok ? found.value.cases : []).map(({ dossier }) => dossier as Row).filter((raw) => engine.read(raw).ok);
  const assess = (raw: unknown): Result => {
    const read = engine.read(raw);
    if (!read.ok) throw new Error(JSON.stringify(read.errors.slice(0, 3)));
    return engine.assess(read.value);
  };
  const targets = function* (n: number): Generator<readonly [Row, Prng]> {
    for (let seed = 1; seed <= n; seed++) {
      const random = new Prng(seed);
      if (random.chance(600)) yield [random.pick(worked), random];
      else {
        const made = readableDossier(engine, seed);
        if (made !== null) yield [made.raw as Row, random];
      }
    }
  };

  const told = ({ measures, totals: { granted, payable, ceilingCut } }: Result) => ({
    measures: measures.map(({ id, status, amount, granted, potential }) => ({
      id,
      amount,
      granted,
      potential,
      discretionary: status === "discretionary",
    })),
    totals: { granted, payable, ceilingCut },
  });

  it("ends, and gives what assess gives of the whole dossier", () => {
    let conversations = 0;
    for (const [target, random] of targets(runs(40))) {
      const { last } = converse(interview, policy, target, everything, (questions) =>
        random.chance(500) ? (questions[0] as Question) : random.pick(questions),
      );
      expect(told(last.result)).toEqual(told(assess(target)));
      expect(last.prospects.every(({ settled }) => settled)).toBe(true);
      conversations++;
    }
    expect(conversations).toBeGreaterThan(20);
  });

  it("asks nothing that can't matter", () => {
    const made = Array.from({ length: 30 }, (_, i) => readableDossier(engine, i + 1)?.raw).filter((raw) => raw !== undefined);
    const donors = [...worked, ...made];
    const paying = new Map(
      policy.measures.map(({ id }) => [
        id,
        donors.filter((raw) => assess(raw).measures.some((m) => m.id === id && m.potential !== "0.00")),
      ]),
    );
    const idle: string[] = [];
    let asked = 0;
    for (const [target, random] of targets(runs(5)))
      converse(
        interview,
        policy,
        target,
        everything,
        (questions) => random.pick(questions),
        (answers, question) => {
          for (const [one, measures] of pointsOf(question, random)) {
            // Which of two awards stands where totals are equal: chance finds no equal totals.
            if (one.list === policy.combination?.outside && one.key === "level") continue;
            asked++;
            const pays = measures.flatMap((id) => paying.get(id) ?? []);
            const from = pays.length > 0 ? pays : donors;
            if (
              !matters(engine, from, donors, answers, one, random, told, 60) &&
              !matters(engine, donors, donors, answers, one, random, told, 300)
            )
              idle.push(`${one.path} after ${JSON.stringify(answers)}`);
          }
        },
      );
    expect(idle).toEqual([]);
    expect(asked).toBeGreaterThan(25);
  });

  it("stays between its bounds where the applicant doesn't know", () => {
    let compared = 0;
    for (const [target, random] of targets(runs(30))) {
      const knows: Knows = () => !random.chance(150);
      const { last, answers } = converse(interview, policy, target, knows, (questions) => questions[0] as Question);
      const gaps = new Set(answers.skipped);
      const read = engine.read(withAnswers(target, answers));
      if (!read.ok) continue;
      compared++;
      const whole = engine.assess(read.value);
      for (const [i, { low, high, settled, id }] of last.prospects.entries()) {
        const { amount, potential } = whole.measures[i] as Result["measures"][number];
        expect(fen(amount) >= low, `${id} ${amount} below ${low}`).toBe(true);
        expect(high === null || fen(potential) <= high, `${id} ${potential} above ${high}`).toBe(true);
        if (gaps.size === 0) expect(settled).toBe(true);
        if (settled) expect(last.result.measures[i]).toMatchObject({ amount, potential });
      }
    }
    expect(compared).toBeGreaterThan(10);
  });
});

/** Of a question about rows one cell is looked at. */
function pointsOf(question: Question, random: Prng): (readonly [Asked, readonly string[]])[] {
  switch (question.kind) {
    case "fact":
      return [[{ path: question.path, list: null, row: -1, key: question.fact.key }, question.measures]];
    case "lists":
      return question.lists.map(({ id, measures }) => [{ path: id, list: id, row: -1, key: "" }, measures]);
    case "rows": {
      const { row, key } = random.pick(question.cells);
      return [[{ path: `${question.list}[${row}].${key}`, list: question.list, row, key }, question.measures]];
    }
  }
}

/** The applicant's dossier with null wherever "not known" was answered and a dossier can say so. */
function withAnswers(target: Row, answers: Answers): Row {
  const merge = (own: unknown, said: unknown): unknown => {
    if (said === null) return null;
    if (Array.isArray(said)) return said.map((one, i) => merge((own as unknown[])[i], one));
    if (typeof said !== "object") return said;
    const keys = new Set([...Object.keys((own ?? {}) as Row), ...Object.keys(said as Row)]);
    return Object.fromEntries(
      [...keys].map((key) => [key, key in (said as Row) ? merge((own as Row)?.[key], (said as Row)[key]) : (own as Row)[key]]),
    );
  };
  const merged = merge(target, answers.dossier) as Row;
  return Object.fromEntries(Object.entries(merged).filter(([key]) => key in target));
}
