/** What expressions are worth: decimals, three-valued logic, names, ranges, filters, dates, built-ins. */
import { describe, expect, it } from "vitest";
import { evaluateFeel, fromValueJson, parse, toValueJson, type Value, valueText } from "../src/index.ts";

const namesOf = (json: object): ReadonlyMap<string, Value> => {
  const read = fromValueJson(json);
  if (!read.ok || typeof read.value !== "object" || read.value?.type !== "context") throw new Error("not a context");
  return read.value.entries;
};

const worth = (text: string, json: object = {}): string => {
  const names = namesOf(json);
  const parsed = parse(text, { names: [...names.keys()] });
  if (!parsed.ok) return `refused: ${parsed.errors[0]?.message}`;
  const result = evaluateFeel(parsed.value, names);
  return result.ok ? valueText(result.value) : `stopped: ${result.errors[0]?.message}`;
};

const cases = (rows: readonly (readonly [string, string])[]): void => {
  it.each(rows)("%s → %s", (text, expected) => expect(worth(text)).toBe(expected));
};

describe("numbers", () => {
  cases([
    ["0.1 + 0.2", "0.3"],
    ["0.1 + 0.2 = 0.3", "true"],
    ["1 / 3 * 3 = 1", "true"],
    ["1 / 3", "0.3333333333333333333333333333333333"],
    ["2 / 3", "0.6666666666666666666666666666666667"],
    ["1234567890123456789012345678 + 1", "1234567890123456789012345679"],
    ["0.1234567890123456789012345678 * 1", "0.1234567890123456789012345678"],
    ["10 ** -5", "0.00001"],
    ["1.23e+4", "12300"],
    ["3 ** 4 ** 5", "3486784401"],
    ["2 ** 0.5", "1.414213562373095048801688724209698"],
    ["sqrt(16)", "4"],
    ["exp(1)", "2.718281828459045235360287471352662"],
    ["log(10)", "2.302585092994045684017991454684364"],
    ["10 / 0", "null"],
    ["10 ** 100000", "null"],
    ["decimal(2.5, 0)", "2"],
    ["decimal(3.5, 0)", "4"],
    ["decimal(-2.5, 0)", "-2"],
    ["round half up(2.5, 0)", "3"],
    ["round half down(-2.5, 0)", "-2"],
    ["round up(1.121, 2)", "1.13"],
    ["round down(-1.126, 2)", "-1.12"],
    ["floor(-1.5)", "-2"],
    ["ceiling(-1.5)", "-1"],
    ["modulo(12, -5)", "-3"],
    ["modulo(-12, 5)", "3"],
    ["abs(n: -1)", "1"],
    ["5 + null", "null"],
    ['5 + "a"', "null"],
  ]);
});

describe("logic", () => {
  cases([
    ["true and null", "null"],
    ["false and null", "false"],
    ["true or null", "true"],
    ["false or null", "null"],
    ["1 = 1.0", "true"],
    ['1 = "1"', "null"],
    ["null = null", "true"],
    ["null < 1", "null"],
    ["if null then 1 else 2", "2"],
    ["2 between 1 and 3", "true"],
    ["not(null)", "null"],
    ["some x in [1, 2] satisfies x > 1", "true"],
    ["every x in [1, 2] satisfies x > 1", "false"],
  ]);
});

describe("ranges and in", () => {
  cases([
    ["50 in [50..100)", "true"],
    ["100 in [50..100)", "false"],
    ["50 in (50..100]", "false"],
    ["50 in ]50..100[", "false"],
    ["5 in (1, < 3, >= 5)", "true"],
    ["5 in [[2..4], [4..6]]", "true"],
    ['"b" in ["a".."c"]', "true"],
    ["null in [1..10]", "null"],
    ["5 in [1..null]", "null"],
    ["[1..10].end included", "true"],
    ["before(1, [2..3])", "true"],
    ["meets([1..5], [5..8])", "true"],
    ["meets([1..5), [5..8])", "false"],
    ["overlaps([1..5], [5..8])", "true"],
    ["overlaps([1..5), [5..8])", "false"],
    ["during(5, [1..10])", "true"],
    ["starts(1, (1..10])", "false"],
  ]);
});

describe("lists, filters and contexts", () => {
  cases([
    ["[1, 2, 3][2]", "2"],
    ["[1, 2, 3][-1]", "3"],
    ["[1, 2, 3][0]", "null"],
    ["[1, 2, 3][item > 1]", "[2, 3]"],
    ["5[1]", "5"],
    ["[{a: 1}, {a: 2}][a > 1]", "[{a: 2}]"],
    ["[{a: 1}, {a: 2}].a", "[1, 2]"],
    ["{a: 1, b: a + 1}.b", "2"],
    ["{a: 1, a: 2}", "null"],
    ["sum([0.1, 0.2, 0.3])", "0.6"],
    ["sum([1, null])", "null"],
    ["min(3, 1, 2)", "1"],
    ["max([])", "null"],
    ["count([1, null])", "2"],
    ["mean([1, 2])", "1.5"],
    ["median([3, 1, 2])", "2"],
    ["stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931"],
    ["mode([6, 1, 9, 6, 1])", "[1, 6]"],
    ["sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]"],
    ["distinct values([1, 2, 1])", "[1, 2]"],
    ["flatten([1, [2, [3]]])", "[1, 2, 3]"],
    ["sublist([1, 2, 3], -2)", "[2, 3]"],
    ["insert before([1, 3], 2, 2)", "[1, 2, 3]"],
    ["index of([1, 2, 1], 1)", "[1, 3]"],
    ["list contains([1, null], null)", "true"],
    ["for i in 4..2 return i", "[4, 3, 2]"],
    ["for i in 0..4 return if i = 0 then 1 else i * partial[-1]", "[1, 1, 2, 6, 24]"],
    ["for x in [1, 2], y in [3, 4] return x * y", "[3, 4, 6, 8]"],
    ['get value({a: 1}, "a")', "1"],
    ['context put({a: 1}, "b", 2)', "{a: 1, b: 2}"],
    ["(function(a, b) a + b)(1, 2)", "3"],
    ["(function(a, b) a - b)(b: 1, a: 2)", "1"],
    ["[1, 2] instance of list<number>", "true"],
    ['[1, "a"] instance of list<number>', "false"],
  ]);
});

describe("strings", () => {
  cases([
    ['string length("横綱🀄")', "3"],
    ['substring("一二三四", 2, 2)', "二三"],
    ['substring("一二三四", -1)', "四"],
    ['"a" + "b"', "ab"],
    ['contains("晋江市", "江")', "true"],
    ['substring before("a-b", "-")', "a"],
    ['split("a;b", ";")', '["a", "b"]'],
    ['replace("abc", "b", "[$0]")', "a[b]c"],
    ['matches("ERP系统", "^ERP")', "true"],
    ['string join(["a", "b"], "、")', "a、b"],
    ['number("1,000.5", ",", ".")', "1000.5"],
    ["string(1.50)", "1.5"],
    ['"\\u6676\\n"', "晶\n"],
  ]);
});

describe("dates, times and durations", () => {
  cases([
    ['date("2023-05-01") + duration("P1M")', "2023-06-01"],
    ['date("2024-01-31") + duration("P1M")', "2024-02-29"],
    ['date("2023-02-29")', "null"],
    ['date("2023-05-01") in [date("2023-05-01")..date("2024-12-31")]', "true"],
    ['@"2024-12-31" - @"2023-05-01"', "P610D"],
    ['date("2018-12-10").weekday', "1"],
    ["date(2023, 5, 1)", "2023-05-01"],
    ['date and time("2018-12-08T24:00:00")', "2018-12-09T00:00:00"],
    ['@"2002-04-02T23:00:00-04:00" = @"2002-04-03T02:00:00-01:00"', "true"],
    ['@"2021-01-01T10:10:10+11:00" - @"PT1H"', "2021-01-01T09:10:10+11:00"],
    ['@"10:15:00" + @"P1DT1H"', "11:15:00"],
    ['time("10:30:00Z") = time("10:30:00+00:00")', "true"],
    ['duration("PT1000M")', "PT16H40M"],
    ['duration("P100M")', "P8Y4M"],
    ['duration("P1Y1D")', "null"],
    ['years and months duration(date("2013-08-24"), date("2011-12-22"))', "-P1Y8M"],
    ['@"P1Y" > @"P11M"', "true"],
    ['@"P1Y" > @"P1D"', "null"],
    ['week of year(date("2021-01-03"))', "53"],
    ['day of year(date("2024-12-31"))', "366"],
    ['@"不是日期"', "null"],
  ]);
});

describe("names", () => {
  it("come from the context, with spaces and signs where it has them", () => {
    expect(worth("软件投入 * 0.15", { 软件投入: 100.1 })).toBe("15.015");
    expect(worth("total amount + 企业-类型", { "total amount": 1, "企业-类型": 2 })).toBe("3");
    expect(
      worth("采购[付款 >= 起始].金额", {
        起始: { type: "date", text: "2023-05-01" },
        采购: [{ 付款: { type: "date", text: "2023-06-01" }, 金额: 5 }],
      }),
    ).toBe("[5]");
    expect(worth("不知道 + 1")).toBe("null");
  });
});

describe("limits", () => {
  it.each([
    ["(function(f) f(f))(function(f) f(f))", "嵌套过深（超过 1000 层）"],
    [`(function(f) ${"[".repeat(300)}f(f)${"]".repeat(300)})(function(f) f(f))`, "嵌套过深（超过 1000 层）"],
    ["count(for a in 1..9999, b in 1..9999 return a)", "计算步骤过多（超过 200 万步）"],
    ["for i in 1..60 return [partial[-1], partial[-1]]", "结果过大"],
    ["for i in 1..999 return [partial[-1]]", "结果过大"],
    ['for i in 1..60 return if i = 1 then "a" else partial[-1] + partial[-1]', "结果过大"],
  ])("stop %s", (text, message) => expect(worth(text)).toBe(`stopped: ${message}`));

  it("let the rest through", () => {
    expect(worth("for i in 1..3 return partial")).toBe("[[], [[]], [[], [[]]]]");
    expect(worth(`${"-(".repeat(200)}1${")".repeat(200)}`)).toBe("1");
  });
});

describe("JSON", () => {
  it("goes out and comes back", () => {
    const json = {
      type: "context",
      entries: { a: { type: "list", items: [{ type: "number", text: "0.3" }, { type: "null" }] } },
    };
    const read = fromValueJson(json);
    expect(read.ok && toValueJson(read.value)).toEqual(json);
  });
  it("isn't trusted beyond 15 digits", () => {
    expect(fromValueJson({ a: [1234567890123456] })).toMatchObject({ ok: false, errors: [{ path: "a[0]" }] });
    expect(worth("a + 1", { a: { type: "number", text: "1234567890123456" } })).toBe("1234567890123457");
  });
});
