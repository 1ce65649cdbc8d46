/** Properties of the exact numbers and of the calendar, against BigInt and the platform's own dates. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateFeel, parse, valueText } from "../src/index.ts";

const worth = (text: string): string => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.errors[0]?.message}`);
  const result = evaluateFeel(parsed.value);
  return result.ok ? valueText(result.value) : "stopped";
};

/** Fen as yuan, by text alone. */
const yuan = (fen: bigint): string => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
  return fen < 0n && text !== "0" ? `-${text}` : text;
};

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const day = fc.date({ min: new Date("1600-01-01T00:00:00Z"), max: new Date("2400-01-01T00:00:00Z"), noInvalidDate: true });

describe("numbers", () => {
  it("add and multiply as integers of fen do", () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(worth(`${yuan(a)} + (${yuan(b)})`)).toBe(yuan(a + b));
        expect(worth(`(${yuan(a)}) * 100 = ${a}`)).toBe("true");
      }),
    );
  });
  it("divide without loss", () => {
    fc.assert(fc.property(amount, amount, (a, b) => b === 0n || worth(`(${a}) / (${b}) * (${b}) = ${a}`) === "true"));
  });
  it("round down to at most the number, by less than a fen", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (n) => {
        const cut = worth(`round down(${n} / 7, 2)`);
        expect(worth(`${cut} <= ${n} / 7 and ${n} / 7 - ${cut} < 0.01`)).toBe("true");
      }),
    );
  });
});

describe("dates", () => {
  const iso = (date: Date): string => date.toISOString().slice(0, 10);
  it("count days as the Gregorian calendar does", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -100_000, max: 100_000 }), (date, days) => {
        const later = new Date(date.getTime() + days * 86_400_000);
        expect(worth(`date("${iso(date)}") + duration("P1D") * ${days}`)).toBe(iso(later));
        expect(worth(`date("${iso(date)}").weekday`)).toBe(String(date.getUTCDay() || 7));
      }),
    );
  });
});
