/** Patterns against the platform's own regular expressions, where both have the construct; and those that would blow up there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateFeel, parse, type Value, valueText } from "../src/index.ts";

const call = (text: string, names: Readonly<Record<string, Value>> = {}): string => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message);
  const result = evaluateFeel(parsed.value, new Map(Object.entries(names)));
  return result.ok ? valueText(result.value) : `stopped: ${result.errors[0]?.message}`;
};

const atom = fc.constantFrom(
  "a",
  "b",
  "c",
  ".",
  "[ab]",
  "[^a]",
  "\\d",
  "\\w",
  "é",
  "晋",
  "🀄",
  "\\.",
  "\\u{1F004}",
  "(a)",
  "(?:b|)",
  "^",
  "$",
);
const isNullable = (source: string): boolean => new RegExp(`^(?:${source})`, "mu").test("");

/** JavaScript takes no empty round of a repetition, others do: the same texts match, but not always as far. */
const patterns = (emptyRounds: boolean): fc.Arbitrary<string> =>
  fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      atom,
      fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => a + b),
      fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => `(?:${a}|${b})`),
      fc
        .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{1,}?"))
        .map(([a, q]) => (emptyRounds || !isNullable(a) ? `(?:${a})${q}` : `(?:(?:${a})b)${q}`)),
      tie("pattern").map((a) => `(${a})`),
    ),
  })).pattern;
const text = fc
  .array(fc.constantFrom("a", "b", "c", "A", "1", ".", "\n", "é", "晋", "🀄"), { maxLength: 8 })
  .map((all) => all.join(""));
const flags = fc.constantFrom("", "i", "s", "m", "ims");

describe("a pattern", () => {
  it("matches where the platform's own does", () => {
    fc.assert(
      fc.property(patterns(true), text, flags, (p, t, f) => {
        expect(call("matches(t, p, f)", { p, t, f })).toBe(String(new RegExp(p, `${f}u`).test(t)));
      }),
      { numRuns: 1_500 },
    );
  });
  it("finds the same matches", () => {
    fc.assert(
      fc.property(patterns(false), text, flags, (p, t, f) => {
        expect(call('replace(t, p, "<$0>", f)', { p, t, f })).toBe(t.replace(new RegExp(p, `${f}gu`), "<$&>"));
      }),
      { numRuns: 1_500 },
    );
  });
  it.each([
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', "[1=ab][2=]cd"],
    ['replace("darted", "^(.*?)d(.*)$", "$1c$2")', "carted"],
    ['replace("abracadabra", "a(.)", "a$1$1")', "abbraccaddabbra"],
    ['replace("2023-05-01", "(\\\\d+)-(\\\\d+)-(\\\\d+)", "$3/$2/$1")', "01/05/2023"],
    ['replace("a.b", ".", "$0", "q")', "a$0b"],
    ['replace("ab", "a", "\\\\$1")', "$1b"],
    ['replace("a1", "(a)", "$12")', "a21"],
    ['matches("abab", "^(ab)\\\\1$")', "true"],
    ['matches("abAB", "^(ab)\\\\1$", "i")', "true"],
    ['matches("abac", "^(ab)\\\\1$")', "false"],
    ['matches("hello world", "hello\\\\ sworld", "x")', "true"],
    ['matches("晋江市", "^\\\\p{Script=Han}+$")', "true"],
    ['matches("ab", "(?=a)")', "null"],
    ['matches("ab", "(")', "null"],
    ['matches("ab", "a", "y")', "null"],
    ['split("a;b;;c", ";")', '["a", "b", "", "c"]'],
    ['split("a1b22c", "(\\\\d)+")', '["a", "b", "c"]'],
    ['split("晋江市", "")', '["晋", "江", "市"]'],
    ['split("", ";")', '[""]'],
  ])("%s → %s", (expression, worth) => expect(call(expression)).toBe(worth));
});

const STOPPED = "stopped: 计算步骤过多（超过 200 万步）";

describe("a pattern that blows up elsewhere", () => {
  it.each([
    ["(a+)+$", "false"],
    ["^(a|a)*$", "false"],
    ["^(a|aa)+$", "false"],
    ["(.*)(.*)(.*)(.*)x", "false"],
    ["^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}$", "false"],
    [`${"a?".repeat(60)}${"a".repeat(60)}$`, "false"],
    ["^(a*)*\\1*$", STOPPED],
    ["((a{1000}){1000}){1000}", STOPPED],
    ["(a|b)*".repeat(2_000), STOPPED],
    [`${"(".repeat(1_000)}${")".repeat(1_000)}`, "null"],
  ])("%s is told at once", (source, worth) => {
    const begun = performance.now();
    expect(call("matches(t, p)", { t: `${"a".repeat(1_000)}!`, p: source })).toBe(worth);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
