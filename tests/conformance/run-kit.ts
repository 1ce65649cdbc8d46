/**
 * The expression cases of the DMN Technology Compatibility Kit, read and judged. FEEL_TCK names their file, or a folder of .ndjson
 * files; the kit is not part of this repository.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { evaluateFeel, parse, toValueJson, type ValueJson } from "@zhengdui/feel";

interface Case {
  readonly folder: string;
  readonly id: string;
  readonly expression: string;
  readonly expected: ValueJson;
}

export interface Judged extends Case {
  readonly got: ValueJson | "rejected";
  readonly passed: boolean;
  /** Why the case lies outside the target; it is run all the same. */
  readonly outside: string | undefined;
}

/** Outside the target; such a case is run and shown, and counts only where it passes. */
export const OUTSIDE: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/"-\d{4,}-\d\d-\d\d|\(-\d{4,},/, "negative year"],
  [/"\d{5,}-\d\d-\d\d/, "year of five digits or more"],
  [/@[A-Z][A-Za-z]+\//, "named time zone"],
];

export const isValueCase = ({ expected }: Pick<Case, "expected">): boolean => expected.type !== "null";

/** Keys in order, and every zero duration written the same: the kit has P0D, PT0S and P0Y, P0M for one value. */
const canonical = (json: ValueJson): unknown => {
  if ("items" in json) return { list: json.items.map(canonical) };
  if ("entries" in json) {
    const entries = Object.entries(json.entries).sort();
    return { context: new Map(entries.map(([key, entry]) => [key, canonical(entry)])) };
  }
  if (!("text" in json)) return null;
  if (json.type !== "duration") return { type: json.type, text: json.text };
  const zero = /^-?P(T?0[A-Z])$/.exec(json.text)?.[1];
  const text = zero === undefined ? json.text : zero === "0Y" || zero === "0M" ? "P0M" : "PT0S";
  return { type: "duration", text };
};

const answer = (expression: string): ValueJson | "rejected" => {
  const parsed = parse(expression);
  if (!parsed.ok) return "rejected";
  const result = evaluateFeel(parsed.value);
  return result.ok ? toValueJson(result.value) : "rejected";
};

const isAsExpected = (got: ValueJson | "rejected", expected: ValueJson): boolean => {
  if (got === "rejected") return expected.type === "null";
  return isDeepStrictEqual(canonical(got), canonical(expected));
};

export const judge = (one: Case): Judged => {
  const got = answer(one.expression);
  const outside = OUTSIDE.find(([pattern]) => pattern.test(one.expression))?.[1];
  return { ...one, got, passed: isAsExpected(got, one.expected), outside };
};

const filesAt = (place: string): readonly string[] => {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  const names = readdirSync(place).filter((name) => name.endsWith(".ndjson"));
  return names.sort().map((name) => join(place, name));
};

/** In the kit's order; none where the kit isn't there. `root` is the repository's. */
export const runKit = (root: string): readonly Judged[] => {
  const place = process.env.FEEL_TCK ?? resolve(root, "..", "shared", "tck");
  const lines = filesAt(place).flatMap((file) => readFileSync(file, "utf8").split("\n"));
  return lines.filter((line) => line.trim() !== "").map((line) => judge(JSON.parse(line)));
};
