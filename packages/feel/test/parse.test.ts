/** What the parser takes, how it binds, and what it refuses with which mend. */
import { describe, expect, it } from "vitest";
import { type Ast, parse } from "../src/index.ts";

/** The tree in brackets, without places. */
const show = (ast: Ast): string => {
  switch (ast.kind) {
    case "binary":
      return `(${show(ast.left)} ${ast.op} ${show(ast.right)})`;
    case "in":
      return `(${show(ast.of)} in ${ast.tests.map(show).join(" | ")})`;
    case "name":
      return ast.name;
    case "number":
      return ast.text;
    case "string":
      return `"${ast.value}"`;
    case "negate":
      return `-${show(ast.of)}`;
    case "test":
      return `${ast.op}${show(ast.than)}`;
    case "range":
      return `${ast.lowOpen ? "(" : "["}${show(ast.low)}..${show(ast.high)}${ast.highOpen ? ")" : "]"}`;
    case "filter":
      return `${show(ast.of)}[${show(ast.where)}]`;
    case "path":
      return `${show(ast.of)}.${ast.name}`;
    case "call":
      return `${show(ast.callee)}(${ast.args.map((arg) => show(arg.value)).join(", ")})`;
    default:
      return ast.kind;
  }
};

const tree = (text: string, names: readonly string[] = [], mode: "expression" | "unaryTests" = "expression"): string => {
  const parsed = parse(text, { names, mode });
  return parsed.ok
    ? show(parsed.value)
    : `refused: ${parsed.errors.map(({ code, from, to }) => `${code} ${from}-${to}`).join(", ")}`;
};

const complaint = (text: string) => {
  const parsed = parse(text);
  return parsed.ok ? undefined : parsed.errors[0];
};

describe("parse", () => {
  it.each([
    ["软件投入 + 硬件投入 * 0.2", "(软件投入 + (硬件投入 * 0.2))"],
    ["-5 + 3", "(-5 + 3)"],
    ["-5 ** 2", "(-5 ** 2)"],
    ["企业-类型", "(企业 - 类型)"],
    ["a and b or c and d", "((a and b) or (c and d))"],
    ["x in a and b", "((x in a) and b)"],
    ["p and x in a or q", "((p and (x in a)) or q)"],
    ["x in [1..2) and y in <5 or z", "(((x in [1..2)) and (y in <5)) or z)"],
    ["x in (1, >5) and y", "((x in 1 | >5) and y)"],
    ["count(软件采购[系统 in 名单 and 付款日 in 申报年度])", "count(软件采购[((系统 in 名单) and (付款日 in 申报年度))])"],
    ["]1..2[", "(1..2)"],
    ["round half up(1.25, 1)", "round half up(1.25, 1)"],
    ['date and time("2023-05-01T00:00:00")', 'date and time("2023-05-01T00:00:00")'],
    ["申报企业.从业人员", "申报企业.从业人员"],
    ['"（全角在字符串里）"', '"（全角在字符串里）"'],
    ["1 /* （注释） */ + 2", "(1 + 2)"],
  ])("reads %s", (text, expected) => expect(tree(text)).toBe(expected));

  it("reads names with spaces and signs where they are declared", () => {
    expect(tree("企业-类型 + 1", ["企业-类型"])).toBe("(企业-类型 + 1)");
    expect(tree("total amount * 2", ["total amount"])).toBe("(total amount * 2)");
  });

  it.each([
    ["-", "any"],
    [">= 300", "(? in >=300)"],
    ["[50..100), >= 200", "(? in [50..100) | >=200)"],
    ["not(1, 2)", "not((? in 1 | 2))"],
    ["? > 5", "(? in (? > 5))"],
  ])("reads the cell %s", (text, expected) => expect(tree(text, [], "unaryTests")).toBe(expected));

  it("gives every node its place", () => {
    const parsed = parse("a + 投入");
    expect(parsed.ok && parsed.value.kind === "binary" && parsed.value.right).toMatchObject({ from: 4, to: 6 });
  });
});

describe("parse refuses", () => {
  it.each([
    ["（软件投入 + 硬件投入）* 0.2", "full-width", "改为半角 ("],
    ["投入 × 2", "full-width", "改为半角 *"],
    ["投入 ≥ 5", "full-width", "改为半角 >="],
    ["max(a，b)", "full-width", "改为半角 ,"],
    ["１２ + 1", "full-width", "改为半角 1"],
    ["a ＋ 1", "full-width", "改为半角 +"],
    ["系统 = “ERP”", "full-width", '改为半角 "'],
    ["投入 * 15%", "percent", "改为 0.15"],
    ["投入 * 0.5%", "percent", "改为 0.005"],
    ["投入 >= 50万元", "chinese-unit", "改为 500000"],
    ["投入 >= 1.5亿", "chinese-unit", "改为 150000000"],
    ["5G基站 + 1", "digit-name", "把数字移到名称的后面，例如 5G基站 写作 基站5G"],
    ["金额in[1..2)", "glued-keyword", "改为 金额 in"],
    ["金额in[1]", "glued-keyword", "改为 金额 in"],
    ["制造业and属地", "glued-keyword", "改为 制造业 and 属地"],
    ["a == b", "bad-operator", "改为 ="],
    ["a ^ 2", "bad-operator", "改为 **"],
    ['"abc', "open-string", '在字符串末尾补 "'],
    ["", "empty", "写出表达式"],
    ["// 只有注释", "empty", "写出表达式"],
    ["1 +", "incomplete", "补上所缺的部分"],
    ["(a and b", "incomplete", "补上所缺的部分"],
    ["function(a) external {}", "unsupported", "删去“function(a) external {}”"],
  ])("%s", (text, code, mend) => expect(complaint(text)).toMatchObject({ code, mend }));

  it("at the place of the mistake", () => {
    expect(tree("投入 ≥ 5")).toBe("refused: full-width 3-4");
    expect(tree("1 2")).toBe("refused: unexpected 2-3");
    expect(tree("1 + < 2")).toBe("refused: unexpected 4-5");
    expect(tree("(1,2)")).toContain("unexpected 2-");
  });

  it("without ever throwing, however deep or broken", () => {
    for (const text of [
      "(".repeat(5000),
      `${"[".repeat(600)}${"]".repeat(600)}`,
      "{".repeat(50),
      "if if if",
      "}{",
      "\u0000",
      "a.b.",
      "..",
    ]) {
      expect(parse(text).ok).toBe(false);
    }
  });
});
