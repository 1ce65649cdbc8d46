/**
 * The expression cases of the DMN Technology Compatibility Kit, and docs/CONFORMANCE.md, which is written from their run. FEEL_TCK
 * names the kit's file or folder; without the kit these tests are skipped, and say so.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { conformancePage } from "./conformance/conformance-page.ts";
import { isValueCase, judge, runKit } from "./conformance/run-kit.ts";

const root = resolve(import.meta.dirname, "..");
const SHARE_OF_VALUES = 0.99;

const judged = runKit(root);
const shown = ({ folder, id, expression, got, expected }: (typeof judged)[number]): string =>
  `${folder} ${id}: ${expression} → ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`;

describe.skipIf(judged.length === 0)("the DMN kit's expressions", () => {
  it("are worth what the kit says", () => {
    const counted = judged.filter((one) => isValueCase(one) && (one.passed || one.outside === undefined));
    const failed = counted.filter(({ passed }) => !passed);
    const share = 1 - failed.length / counted.length;
    expect(share, failed.map(shown).join("\n")).toBeGreaterThanOrEqual(SHARE_OF_VALUES);
  });
  it("are null or rejected where the kit says null", () => {
    expect(judged.filter((one) => !isValueCase(one) && !one.passed).map(shown)).toEqual([]);
  });
  it("stand in docs/CONFORMANCE.md as they ran (npm run conformance writes it)", () => {
    expect(readFileSync(join(root, "docs", "CONFORMANCE.md"), "utf8")).toBe(conformancePage(judged));
  });
});

describe("the judge", () => {
  const verdict = (expression: string, expected: Parameters<typeof judge>[0]["expected"]): boolean =>
    judge({ folder: "", id: "", expression, expected }).passed;

  it("tells a right answer from a wrong one", () => {
    expect(verdict("0.1 + 0.2", { type: "number", text: "0.3" })).toBe(true);
    expect(verdict("0.1 + 0.2", { type: "number", text: "0.30000000000000004" })).toBe(false);
    expect(verdict('"3"', { type: "number", text: "3" })).toBe(false);
    expect(verdict("[1]", { type: "list", items: [] })).toBe(false);
    expect(verdict("{a: 1}", { type: "context", entries: { a: { type: "number", text: "2" } } })).toBe(false);
    expect(verdict("null", { type: "number", text: "0" })).toBe(false);
  });
  it("takes null and a rejection for null, and nothing else", () => {
    expect(verdict('1 + "a"', { type: "null" })).toBe(true);
    expect(verdict("1 +", { type: "null" })).toBe(true);
    expect(verdict("0", { type: "null" })).toBe(false);
    expect(verdict("1 +", { type: "number", text: "1" })).toBe(false);
  });
});

if (judged.length === 0) console.log("FEEL: the DMN kit's cases are skipped; FEEL_TCK may name their file or folder");
