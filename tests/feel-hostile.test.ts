/** `zhengdui feel --ndjson` on expressions made to hang or to crash it: each is answered, or rejected in words, and soon. */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const program = join(root, "apps/cli/bin/zhengdui.mjs");

const LONG = "表达式过长";
const DEEP = "表达式嵌套过深";
const LOST = "长表达式读到";
const STEPS = "计算步骤过多";
const LARGE = "结果过大";
const RECURSIVE = "嵌套过深";

const times = (text: string, count: number): string => text.repeat(count);
const joined = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(",");
const doubling = (first: string, make: (before: string) => string): string =>
  `{${joined(40, (i) => `v${i}: ${i === 0 ? first : make(`v${i - 1}`)}`)}}.v39`;
const TEXT = `s: "${times("a", 90_000)}"`;

/** What it is, the expression, and the answer's text or the beginning of its rejection. */
const CASES: readonly (readonly [what: string, expression: string, outcome: string])[] = [
  ["a megabyte of sums", `${times("1+", 500_000)}1`, LONG],
  ["a megabyte of brackets", times("(", 1_000_000), LONG],
  ["a megabyte of full-width signs", times("，", 350_000), LONG],
  ["a megabyte of white space", `a${times(" ", 1_000_000)}b`, LONG],
  ["white space that the grammar looks past again and again", `a${times(" ", 90_000)}b`, LONG],
  ["a number of 900,000 digits", `number("${times("1", 90_000)}")`, "null"],
  ["deep brackets", `${times("(", 1_200)}1${times(")", 1_200)}`, DEEP],
  ["deep contexts", `${times("{a:", 700)}1${times("}", 700)}`, DEEP],
  ["deep signs", `${times("-", 2_900)}1`, DEEP],
  ["deep functions", `${times("function(a) ", 550)}1`, DEEP],
  ["a long chain", `${times("1+", 1_400)}1`, LOST],
  ["a mistake in every word", times("+ ) ", 700), LOST],
  ["a million squared", "for a in 1..1000000, b in 1..1000000 return a + b", STEPS],
  ["a billion", "count(for a in 1..1000000000 return a)", STEPS],
  ["a comprehension of nothing", "some a in 1..1000000, b in 1..1000000, c in [] satisfies true", STEPS],
  ["a list that doubles", doubling("[1]", (v) => `concatenate(${v}, ${v})`), LARGE],
  ["a text that doubles", doubling('"a"', (v) => `${v} + ${v}`), LARGE],
  ["a joined text beyond the platform's limit", `string join(for i in 1..100000 return "a", "${times("b", 10_000)}")`, LARGE],
  ["a replacement beyond the platform's limit", `replace("${times("a", 30_000)}", ".*", "${times("$0", 30_000)}")`, LARGE],
  ["fractions that grow", "sum(for i in 1..100000 return 1 / i)", STEPS],
  ["powers again and again", "count(for i in 1..200000 return 7 ** 7000)", STEPS],
  ["roots again and again", "count(for i in 1..200000 return sqrt(i))", STEPS],
  ["a huge power", "10 ** 1000000", "null"],
  ["a power near one", "1.0000001 ** 1000000000000000000000000000000", STEPS],
  ["durations that grow", '(for i in 1..200 return if i = 1 then duration("P9Y") else partial[-1] * 10 ** 6000)[-1]', "null"],
  ["every pair of a list", "count(distinct values(for i in 1..100000 return i))", STEPS],
  ["long lists compared", "{l: for i in 1..100000 return i, r: count(for j in l return l = l)}.r", STEPS],
  ["long texts compared", `{${TEXT}, r: count(for i in 1..100000 return s < s)}.r`, STEPS],
  ["a function of itself", "(function(f) f(f))(function(f) f(f))", RECURSIVE],
  ["a tree of calls", "{f: function(g, n) if n = 0 then 1 else g(g, n - 1) + g(g, n - 1), r: f(f, 60)}.r", STEPS],
  ["a pattern, nested", `matches("${times("a", 40)}b", "(a+)+$")`, "false"],
  ["a pattern, ambiguous", `matches("${times("a", 40)}b", "^(a|aa)+$")`, "false"],
  ["a pattern in a long text", `{${TEXT}, r: matches(s, "(.*)*b")}.r`, "false"],
  ["a pattern with a back reference", `matches("${times("a", 60)}b", "^(a*)*\\\\1*$")`, STEPS],
  ["a pattern that is too long", 'matches("a", "((a{1000}){1000}){1000}")', STEPS],
  ["a replacement, nested", `string length(replace("${times("a", 40)}b", "(a+)+$", "x"))`, "41"],
];

/** All in one process: lines that answer each in order, or the process is killed. */
const LIMIT_MILLISECONDS = 90_000;

describe("a hostile expression", () => {
  let done: SpawnSyncReturns<string>;
  let lines: readonly string[];
  beforeAll(() => {
    done = spawnSync(process.execPath, [program, "feel", "--ndjson"], {
      cwd: root,
      input: CASES.map(([, expression]) => JSON.stringify({ expression })).join("\n"),
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      timeout: LIMIT_MILLISECONDS,
      killSignal: "SIGKILL",
    });
    lines = done.stdout.trimEnd().split("\n");
  }, 2 * LIMIT_MILLISECONDS);

  it("neither hangs nor crashes the command", () => {
    expect(done.error).toBeUndefined();
    expect(done.stderr).toBe("");
    expect(done.status).toBe(0);
    expect(lines.length).toBe(CASES.length);
  });
  it.each(CASES.map(([what, , outcome], index) => [what, outcome, index] as const))("%s → %s", (_, outcome, index) => {
    const answer = JSON.parse(lines[index] ?? "null");
    const said = answer?.rejected?.[0].message ?? answer?.text ?? answer?.type;
    expect(said.slice(0, outcome.length)).toBe(outcome);
  });
});
