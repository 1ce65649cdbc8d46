/** The kernel: Kleene's logic, exact cuts and quotients, fractions; and any expression says the same in source text, in closures and in big integers. */
import type { Comparison, Expr } from "@zhengdui/feel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../../tests/arbitrary/runs.ts";
import type { Prepared, Row, Value } from "../src/dossier.ts";
import { closure, type Env, type Figures } from "../src/kernel/closures.ts";
import { Scope, source } from "../src/kernel/generate.ts";
import { reference } from "../src/kernel/reference.ts";
import * as rt from "../src/kernel/runtime.ts";

const truths = [true, null, false] as const;
const rank = (truth: boolean | null): number => (truth === null ? 1 : truth ? 2 : 0);
const ofRank = (n: number): boolean | null => (n === 1 ? null : n === 2);

describe("Kleene's logic", () => {
  it("and is the lesser truth, or the greater, not the opposite", () => {
    for (const a of truths) {
      expect(rt.not3(a)).toBe(ofRank(2 - rank(a)));
      for (const b of truths) {
        expect(rt.and3(a, b), `${a} and ${b}`).toBe(ofRank(Math.min(rank(a), rank(b))));
        expect(rt.or3(a, b), `${a} or ${b}`).toBe(ofRank(Math.max(rank(a), rank(b))));
      }
    }
  });
});

const safe = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -1_000, max: 1_000 }),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0),
);

describe("cuts and quotients", () => {
  it("cutDigits goes towards zero, as big integers do", () =>
    fc.assert(
      fc.property(safe, fc.integer({ min: 0, max: 15 }), (of, digits) => {
        expect(rt.cutDigits(of, 10 ** digits) + 0).toBe(Number(BigInt(of) / 10n ** BigInt(digits)));
      }),
      { numRuns: runs(500) },
    ));
  it.each([
    [199, 100, 1],
    [-199, 100, -1],
    [200, 100, 2],
    [99, 100, 0],
  ])("cutDigits %d by %d is %d", (of, power, wanted) => expect(rt.cutDigits(of, power) + 0).toBe(wanted));

  it("cutDivide is exact also where the product isn't, and null by zero", () =>
    fc.assert(
      fc.property(safe, fc.constantFrom(1, 10, 100, 1_000_000), safe, (num, factor, den) => {
        const run = (): number | null => rt.cutDivide(num, factor, den);
        const wanted = den === 0 ? null : (BigInt(num) * BigInt(factor)) / BigInt(den);
        if (wanted === null) expect(run()).toBeNull();
        else if (BigInt(Number.MAX_SAFE_INTEGER) < (wanted < 0n ? -wanted : wanted)) expect(run).toThrow(rt.OVERFLOW);
        else expect((run() as number) + 0).toBe(Number(wanted));
      }),
      { numRuns: runs(500) },
    ));

  it("guard lets the exact range pass and nothing else", () => {
    for (const value of [0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) expect(rt.guard(value)).toBe(value);
    for (const value of [2 ** 53, -(2 ** 53), Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => rt.guard(value)).toThrow(rt.OVERFLOW);
  });
});

describe("fractions", () => {
  const ratio = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }))
    .map(([n, d]) => ({ n, d }));
  it("add, subtract, multiply and compare like cross-multiplied integers", () =>
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const same = (x: { n: bigint; d: bigint }, n: bigint, d: bigint) => expect(x.n * d).toBe(n * x.d);
        same(rt.addRatio(a, b), a.n * b.d + b.n * a.d, a.d * b.d);
        same(rt.subRatio(rt.addRatio(a, b), b), a.n, a.d);
        same(rt.mulRatio(a, b), a.n * b.n, a.d * b.d);
        const sign = a.n * b.d - b.n * a.d;
        expect(rt.compareRatio(a, b)).toBe(sign < 0n ? -1 : sign > 0n ? 1 : 0);
        expect(rt.compareRatio(rt.minRatio(a, b), rt.maxRatio(a, b))).toBeLessThanOrEqual(0);
        expect(rt.compareRatio(rt.absRatio(a), rt.toRatio(0, 0))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs(300) },
    ));
  it("are cut towards zero at the scale asked for", () => {
    expect(rt.cutRatio({ n: 2n, d: 3n }, 2)).toBe(66);
    expect(rt.cutRatio({ n: -2n, d: 3n }, 2)).toBe(-66);
    expect(() => rt.cutRatio({ n: 10n ** 20n, d: 1n }, 0)).toThrow(rt.OVERFLOW);
  });
});

const number = (nullable: boolean) => ({ kind: "number", scale: 2, unit: "", max: Number.POSITIVE_INFINITY, nullable }) as const;
const boolean = (nullable: boolean) => ({ kind: "boolean", nullable }) as const;
const text = (nullable: boolean) => ({ kind: "text", nullable }) as const;
const anyNull = (...of: readonly Expr[]): boolean => of.some((e) => e.type.nullable);

const fact = (key: string, type: Expr["type"]): Expr => ({ op: "fact", of: "item", key, type });
const comparisons: readonly Comparison[] = ["=", "!=", "<", "<=", ">", ">="];

/** Numbers of two decimals and truths, over facts that may be unknown, of every operator. */
const { num, truth } = fc.letrec<{ num: Expr; truth: Expr }>((tie) => {
  const [n, t] = [tie("num"), tie("truth")];
  const pair = fc.tuple(n, n);
  const list = fc.array(n, { minLength: 1, maxLength: 3 });
  return {
    num: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constantFrom(fact("a", number(false)), fact("b", number(true)), fact("c", number(true))),
      fc.integer({ min: -500, max: 500 }).map((value): Expr => ({ op: "number", value, type: number(false) })),
      fc
        .tuple(fc.constantFrom("add", "sub"), pair)
        .map(([op, [left, right]]): Expr => ({ op, left, right, type: number(anyNull(left, right)) })),
      fc.tuple(fc.constantFrom("min", "max"), list).map(([op, items]): Expr => ({ op, items, type: number(anyNull(...items)) })),
      n.map((of): Expr => ({ op: "abs", of, type: number(of.type.nullable) })),
      pair.map(([left, right]): Expr => {
        const product: Expr = { op: "mul", left, right, type: { ...number(anyNull(left, right)), scale: 4 } };
        return { op: "cut", of: product, type: number(product.type.nullable) };
      }),
      pair.map(([num, den]): Expr => ({ op: "cutDivide", num, den, type: number(true) })),
      fc
        .tuple(t, n, n)
        .map(
          ([when, then, otherwise]): Expr => ({ op: "if", when, then, else: otherwise, type: number(anyNull(then, otherwise)) }),
        ),
      fc.tuple(t, n, n).map(([test, value, rest]): Expr => {
        const always: Expr = { op: "boolean", value: true, type: boolean(false) };
        const rows = [
          { test, value, text: "" },
          { test: always, value: rest, text: "" },
        ];
        return { op: "table", rows, type: number(anyNull(value, rest)) };
      }),
    ),
    truth: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constantFrom(fact("p", boolean(false)), fact("q", boolean(true)), fact("r", boolean(true))),
      fc
        .tuple(fc.constantFrom("and", "or"), fc.array(t, { minLength: 1, maxLength: 3 }))
        .map(([op, items]): Expr => ({ op, items, type: boolean(anyNull(...items)) })),
      t.map((of): Expr => ({ op: "not", of, type: boolean(of.type.nullable) })),
      n.map((of): Expr => ({ op: "isNull", of, type: boolean(false) })),
      fc
        .tuple(fc.constantFrom(...comparisons), pair)
        .map(([test, [left, right]]): Expr => ({ op: "compare", test, left, right, type: boolean(anyNull(left, right)) })),
      fc.constantFrom("words", "many").map(
        (name): Expr => ({
          op: "oneOf",
          of: fact("s", text(true)),
          list: { op: "param", name, type: { kind: "texts", nullable: false } },
          type: boolean(true),
        }),
      ),
    ),
  };
});

const figures: Figures = new Map<string, Value>([
  ["words", ["x", "y"]],
  ["many", Array.from("abcdefghijklmnopqrstuvwx")],
]);

function generated(expr: Expr): (env: Env) => unknown {
  const constants: unknown[] = [];
  const scope = new Scope(figures, constants);
  const body = source(expr, scope);
  const names = [
    ...Object.keys(rt).map((k) => `r_${k}=rt.${k}`),
    ...Object.keys(rt.builtins).map((k) => `b_${k}=rt.builtins.${k}`),
    ...constants.map((_, i) => `k${i}=k[${i}]`),
  ];
  const temps = scope.temps.length === 0 ? "" : `let ${scope.temps.join(",")};`;
  const run = new Function("rt", "k", `const ${names.join(",")};return (d,it)=>{${temps}return ${body};};`)(rt, constants);
  return (env) => run(env.dossier, env.row);
}

const rowOf = fc.record({
  a: fc.integer({ min: -300, max: 300 }),
  b: fc.option(safe),
  c: fc.option(fc.constantFrom(0, 100, -100, 1, 99)),
  p: fc.boolean(),
  q: fc.option(fc.boolean()),
  r: fc.option(fc.boolean()),
  s: fc.option(fc.constantFrom("x", "z", "w")),
});

const plain = (value: unknown): unknown =>
  typeof value === "bigint" ? Number(value) : typeof value === "number" ? value + 0 : value;

describe("any expression", () => {
  it.each([
    ["a number", num],
    ["a truth", truth],
  ])("that gives %s gives it in every back end", (_, expressions) => {
    let exact = 0;
    fc.assert(
      fc.property(expressions, fc.array(rowOf, { minLength: 3, maxLength: 3 }), (expr, rows) => {
        const [fast, slow, sure] = [generated(expr), closure(expr, figures), reference(expr, figures)];
        for (const row of rows) {
          const env: Env = { dossier: {} as Prepared, row: row as Row, lets: {} };
          const wanted = plain(sure(env));
          for (const run of [fast, slow]) {
            try {
              expect(plain(run(env))).toBe(wanted);
              exact += 1;
            } catch (error) {
              if (error !== rt.OVERFLOW) throw error;
            }
          }
        }
      }),
      { numRuns: runs(600) },
    );
    expect(exact).toBeGreaterThan(2_000);
  });
});
