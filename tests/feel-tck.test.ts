/**
 * The expression cases of the DMN Technology Compatibility Kit. FEEL_TCK names the file, or a folder of .ndjson files; the kit is not
 * part of this repository.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { evaluateFeel, parse, toValueJson, type ValueJson } from "@zhengdui/feel";
import { describe, expect, it } from "vitest";

interface Case {
  readonly folder: string;
  readonly id: string;
  readonly expression: string;
  readonly expected: ValueJson;
}

const root = resolve(import.meta.dirname, "..");
const place = process.env.FEEL_TCK ?? resolve(root, "..", "shared", "tck");
const SHARE_OF_VALUES = 0.99;

/** Outside the target; such a case is run and shown, and counts only where it passes. */
const EXCLUSIONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/"-\d{4,}-\d\d-\d\d|\(-\d{4,},/, "negative year"],
  [/"\d{5,}-\d\d-\d\d/, "year of five digits or more"],
  [/@[A-Z][A-Za-z]+\//, "named time zone"],
];

const readCases = (): readonly Case[] => {
  if (!existsSync(place)) return [];
  const files = statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith(".ndjson"))
        .map((name) => join(place, name))
    : [place];
  const lines = files.flatMap((file) => readFileSync(file, "utf8").split("\n"));
  return lines.filter((line) => line.trim() !== "").map((line): Case => JSON.parse(line));
};

/** Keys in order, and every zero duration written the same: the kit has P0D, PT0S and P0Y, P0M for one value. */
const canonical = (json: ValueJson): unknown => {
  if ("items" in json) return { list: json.items.map(canonical) };
  if ("entries" in json)
    return {
      context: new Map(
        Object.entries(json.entries)
          .sort()
          .map(([key, entry]) => [key, canonical(entry)]),
      ),
    };
  if (!("text" in json)) return null;
  if (json.type !== "duration") return json;
  const zero = /^-?P(T?0[A-Z])$/.exec(json.text)?.[1];
  return zero === undefined ? json : { type: "duration", text: zero === "0Y" || zero === "0M" ? "P0M" : "PT0S" };
};

const answer = (expression: string): ValueJson | "rejected" => {
  const parsed = parse(expression);
  if (!parsed.ok) return "rejected";
  const result = evaluateFeel(parsed.value);
  return result.ok ? toValueJson(result.value) : "rejected";
};

const isSame = (a: unknown, b: unknown): boolean => {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
};

const judge = ({
  expression,
  expected,
}: Case): { readonly passed: boolean; readonly rejected: boolean; readonly got: string } => {
  const got = answer(expression);
  const rejected = got === "rejected";
  const passed =
    expected.type === "null" ? rejected || got.type === "null" : !rejected && isSame(canonical(got), canonical(expected));
  return { passed, rejected, got: JSON.stringify(got) };
};

const cases = readCases();

describe.skipIf(cases.length === 0)("the DMN kit's expressions", () => {
  const judged = cases.map((one) => ({
    ...one,
    ...judge(one),
    reason: EXCLUSIONS.find(([pattern]) => pattern.test(one.expression))?.[1],
  }));
  const values = judged.filter(({ expected }) => expected.type !== "null");
  const nulls = judged.filter(({ expected }) => expected.type === "null");
  const counted = values.filter(({ reason, passed }) => reason === undefined || passed);

  it("are worth what the kit says", () => {
    const good = counted.filter(({ passed }) => passed).length;
    console.log(
      `FEEL: ${good} of ${counted.length} value cases (${values.length - counted.length} excluded), ` +
        `${nulls.filter(({ passed }) => passed).length} of ${nulls.length} null cases (${nulls.filter(({ rejected }) => rejected).length} rejected)`,
    );
    for (const { folder, id, expression, expected, got, reason } of judged.filter(({ passed }) => !passed)) {
      console.log(`  ${reason ?? "FAILED"}: ${folder} ${id}: ${expression} → ${got}, expected ${JSON.stringify(expected)}`);
    }
    expect(good / counted.length).toBeGreaterThanOrEqual(SHARE_OF_VALUES);
  });
  it("are null or rejected where the kit says null", () => {
    expect(nulls.filter(({ passed }) => !passed).map(({ expression }) => expression)).toEqual([]);
  });
});

if (cases.length === 0) console.log("FEEL: the DMN kit's cases were skipped; FEEL_TCK may name their file or folder");
