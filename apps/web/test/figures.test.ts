/** Money, days, typed text, paths, undo, and the marked sentence: the page's own small reckonings. */
import { readFileSync } from "node:fs";
import type { Policy } from "@zhengdui/policy";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day, month } from "../src/parts/figures/day.ts";
import { fenOf, wan, wanOfFen, yuan } from "../src/parts/figures/money.ts";
import { getAt, type Json, pathText, setAt, stepsOf } from "../src/parts/form/json.ts";
import { dayOf, isoDayOf, momentOf } from "../src/parts/office/moment.ts";
import { namesOf } from "../src/parts/why/fact-words.ts";
import { runsOf } from "../src/parts/why/sentence.tsx";
import { deskOf, move } from "../src/screens/calculator/desk.ts";
import { readJson } from "../src/screens/calculator/open-file.ts";

it("writes moments by the clock of Beijing", () => {
  expect(momentOf("2023-04-30T17:05:00.000Z")).toBe("2023年5月1日 01:05");
  expect([dayOf("2023-04-30T17:05:00.000Z"), isoDayOf("2023-04-30T17:05:00.000Z")]).toEqual(["2023年5月1日", "2023-05-01"]);
});

describe("money", () => {
  it.each([
    ["420150.00", "42.015", "420,150.00"],
    ["0", "0.00", "0.00"],
    ["37000", "3.70", "37,000.00"],
    ["499999.99", "49.999999", "499,999.99"],
    ["1234567890123.45", "123,456,789.012345", "1,234,567,890,123.45"],
  ])("%s is %s 万元 and %s 元", (text, inWan, inYuan) => {
    expect(wan(text)).toBe(inWan);
    expect(yuan(text)).toBe(inYuan);
  });

  it("leaves alone what is no amount", () => {
    for (const text of ["", "-1", "1.234", "五万", "1e5"]) expect(wan(text)).toBe(text);
  });

  it("loses no 分", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (fen) => {
        const [whole = "", fraction = ""] = wanOfFen(fen, 0).replaceAll(",", "").split(".");
        expect(BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, "0"))).toBe(fen);
        expect(fenOf(`${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`)).toBe(fen);
      }),
    );
  });
});

it("days and months as officials write them", () => {
  expect([day("2023-05-01"), month("2023-11"), day("明天")]).toEqual(["2023年5月1日", "2023年11月", "明天"]);
});

describe("paths", () => {
  const dossier: Json = { a: { b: [{ c: 1 }, { c: 2 }] }, d: 3 };
  it("are written as problems write them, and read back", () => {
    expect(pathText(["a", "b", 1, "c"])).toBe("a.b[1].c");
    expect(stepsOf("a.b[1].c")).toEqual(["a", "b", 1, "c"]);
  });

  it("set without touching the rest", () => {
    const next = setAt(dossier, ["a", "b", 1, "c"], 9);
    expect(getAt(next, ["a", "b", 1, "c"])).toBe(9);
    expect(getAt(dossier, ["a", "b", 1, "c"])).toBe(2);
    expect(setAt(dossier, ["a", "b", 0], undefined)).toEqual({ a: { b: [{ c: 2 }] }, d: 3 });
    expect(setAt(dossier, ["d"], undefined)).toEqual({ a: { b: [{ c: 1 }, { c: 2 }] } });
    expect(setAt({}, ["x", "y", 0, "z"], 1)).toEqual({ x: { y: [{ z: 1 }] } });
  });

  it("never reach what every object has", () => {
    expect(getAt(dossier, ["constructor"])).toBeUndefined();
    expect(getAt(dossier, ["__proto__", "a"])).toBeUndefined();
  });
});

describe("the desk", () => {
  const first = deskOf({ dossier: { n: 1 }, skipped: [], growing: [], from: "一", example: "one" });
  const type = (value: Json) => ({ kind: "change", path: ["n"], value, label: "数" }) as const;
  it("takes letters typed into one field as one change", () => {
    const typed = [2, 23, 234].reduce((desk, n) => move(desk, type(n)), first);
    expect(typed.now.dossier).toEqual({ n: 234 });
    expect(typed.past).toHaveLength(1);
    expect(move(typed, { kind: "undo" }).now).toEqual(first.now);
  });

  it("undoes another dossier's arrival", () => {
    const other = move(first, {
      kind: "lay",
      sheet: { dossier: { n: 7 }, skipped: [], growing: [], from: "二", example: "" },
      label: "打开二",
    });
    expect(move(other, { kind: "undo" }).now).toEqual(first.now);
    expect(move(first, { kind: "undo" })).toBe(first);
  });
});

describe("a sentence", () => {
  const condition = (quote: string, holds: boolean | null) => ({ clause: "", quote, text: "", holds, facts: {} });
  it("sets off the weightiest answer, and loses no character", () => {
    const text = "甲项目当年度建成投用，给予5万元补助。";
    const runs = runsOf(
      text,
      [condition("当年度建成投用", true), condition("建成投用", false), condition("无此语", false)],
      ["5万元"],
    );
    expect(runs.map((run) => run.words).join("")).toBe(text);
    expect(runs.filter((run) => run.tone !== null).map((run) => [run.words, run.tone])).toEqual([
      ["当年度", "yes"],
      ["建成投用", "no"],
      ["5万元", "figure"],
    ]);
  });
});

describe("broken JSON", () => {
  const place = (text: string) => {
    const read = readJson(text);
    return read.ok ? "" : (read.errors[0]?.problem ?? "");
  };
  it.each([
    ['{\n  "year": 2023,\n  "a": 中\n}', "第 3 行第 8 列"],
    ['{"a": 1 "b": 2}', "第 1 行第 9 列"],
    ['{"a": 1,}', "第 1 行第 9 列"],
    ["{'a': 1}", "第 1 行第 2 列"],
    ["[1, 2\n", "第 2 行第 1 列"],
    ['{"a" 1}', "第 1 行第 6 列"],
    ['{"a": "x\ny"}', "第 1 行第 7 列"],
    ["{} {}", "第 1 行第 4 列"],
    ["", "第 1 行第 1 列"],
    ['{"a": 01}', "第 1 行第 8 列"],
  ])("%j is told at %s", (text, at) => expect(place(text)).toContain(at));

  it("finds a fault in whatever JSON.parse refuses", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", "]", '"', ":", "x"), (json, at, sign) => {
        const text = json.slice(0, at % (json.length + 1)) + sign + json.slice((at % (json.length + 1)) + 1);
        const read = readJson(text);
        if (!read.ok) expect(read.errors[0]?.problem).toMatch(/第 \d+ 行第 \d+ 列/);
      }),
    );
  });
});

describe("a path", () => {
  it("of a whole list has the list's name", () => {
    const file = new URL("../../../policies/jinjiang-2023-11/2023-05-01/compiled/policy.json", import.meta.url);
    const policy = JSON.parse(readFileSync(file, "utf8")) as Policy;
    const nameFact = namesOf(policy, {});
    expect(policy.facts.lists.map(({ id, label }) => [id, label])).toEqual(
      policy.facts.lists.map(({ id }) => [id, nameFact(id).label]),
    );
  });
});
