/** Each rule of the house turns red on a planted breach, and stays green beside what it must let through. */
import { describe, expect, it } from "vitest";
import { breachesOfFigures, type Figure } from "./figures.ts";
import { breachesOfBrowser, breachesOfCircles, breachesOfFirstLoad, breachesOfFloors, breachesOfScreens } from "./floors.ts";
import { breachesOfExports, breachesOfLength, breachesOfNames, breachesOfPurpose } from "./measure.ts";
import { breachesOfMoney, breachesOfPurity } from "./purity.ts";
import type { Breach, Sources } from "./sources.ts";
import { breachesOfPublication } from "./versions.ts";

const files = (entries: Record<string, string>): Sources => new Map(Object.entries(entries));
type Rule = (sources: Sources) => Breach[];

function table(rule: Rule, red: readonly (readonly [string, string])[], green: readonly (readonly [string, string])[]): void {
  const titled = (rows: readonly (readonly [string, string])[]) =>
    rows.map(([path, text]) => [path, text, text.split("\n")[0] ?? ""] as const);
  it.each(titled(red))("red: %1$s %3$s", (path, text) => {
    expect(rule(files({ [path]: text })).length).toBeGreaterThan(0);
  });
  it.each(titled(green))("green: %1$s %3$s", (path, text) => {
    expect(rule(files({ [path]: text }))).toEqual([]);
  });
}

describe("floors", () => {
  table(
    breachesOfFloors,
    [
      ["packages/basics/src/a.ts", 'import { parse } from "@zhengdui/feel";'],
      ["packages/engine/src/a.ts", 'import type { Complaint } from "@zhengdui/compiler";'],
      ["packages/feel/src/a.ts", 'export type { Policy } from "@zhengdui/policy";'],
      ["packages/feel/src/a.ts", 'type P = import("@zhengdui/policy").Policy;'],
      ["packages/engine/src/a.ts", 'const c = await import("@zhengdui/compiler");'],
      ["packages/engine/src/a.ts", 'import { x } from "../../feel/src/parse.ts";'],
      ["packages/engine/src/a.ts", 'import { x } from "@zhengdui/feel/src/parse.ts";'],
      ["packages/engine/src/a.ts", 'import law from "../../../policies/p/compiled/policy.json";'],
      ["packages/contract/src/a.ts", 'import { x } from "../../../apps/server/src/main.ts";'],
      ["packages/attic/src/a.ts", "export const x = 1;"],
      ["apps/server/src/main.ts", 'import { compile } from "@zhengdui/compiler";'],
      ["apps/web/src/main.tsx", 'import { assess } from "@zhengdui/cli";'],
    ],
    [
      ["packages/engine/src/a.ts", 'import type { Policy } from "@zhengdui/policy";\nimport { b } from "./b.ts";'],
      ["packages/basics/src/size.ts", 'import data from "../../../standards/firm-size.json" with { type: "json" };'],
      ["packages/engine/test/a.test.ts", 'import { compile } from "@zhengdui/compiler";'],
      ["apps/cli/src/a.ts", 'import { compile } from "@zhengdui/compiler";'],
      ["apps/server/src/routes/workshop.ts", 'import { compile } from "@zhengdui/compiler";'],
    ],
  );
});

describe("circles", () => {
  it("red: two files, by a type import", () => {
    const circle = files({
      "packages/a/src/x.ts": 'import { y } from "./y.ts";',
      "packages/a/src/y.ts": 'import type { X } from "./x.ts";',
    });
    expect(breachesOfCircles(circle)).toEqual([
      "packages/a/src/x.ts:1 imports in a circle: packages/a/src/x.ts → packages/a/src/y.ts → packages/a/src/x.ts",
    ]);
  });
  it("red: a file that imports its own package's barrel", () => {
    const circle = files({
      "packages/a/src/index.ts": 'export * from "./x.ts";',
      "packages/a/src/x.ts": 'import { z } from "@zhengdui/a";',
    });
    expect(breachesOfCircles(circle)).toHaveLength(1);
  });
  it("green: a diamond", () => {
    const diamond = files({
      "a.ts": 'import "./b.ts"; import "./c.ts";',
      "b.ts": 'import "./d.ts";',
      "c.ts": 'import "./d.ts";',
      "d.ts": "",
    });
    expect(breachesOfCircles(diamond)).toEqual([]);
  });
});

describe("browser", () => {
  const reached = (middle: string) =>
    files({
      "apps/web/src/main.tsx": 'import { x } from "./x.ts";',
      "apps/web/src/x.ts": middle,
      "packages/compiler/src/index.ts": "export const compile = 1;",
    });
  it("red: the compiler behind a dynamic import", () => {
    expect(breachesOfBrowser(reached('export const x = () => import("@zhengdui/compiler");'))).toHaveLength(1);
  });
  it("red: the compiler in the workshop's page", () => {
    const sources = files({
      "apps/web/src/workshop.tsx": 'import "@zhengdui/compiler";',
      "packages/compiler/src/index.ts": "export const compile = 1;",
    });
    expect(breachesOfBrowser(sources)).toHaveLength(1);
  });
  it("green: without", () => {
    expect(breachesOfBrowser(reached("export const x = 1;"))).toEqual([]);
  });
});

describe("first load", () => {
  const page = (text: string) =>
    files({
      "apps/web/src/main.tsx": text,
      "apps/web/src/workshop-server.ts": "export const ask = 1;",
      "apps/web/src/screens/workshop/editor.tsx": "export const Editor = 1;",
    });
  it.each(["./workshop-server.ts", "./screens/workshop/editor.tsx"])("red: %s in the public page", (path) => {
    expect(breachesOfFirstLoad(page(`import "${path}";`))).toHaveLength(1);
    expect(breachesOfFirstLoad(page(`export const x = () => import("${path}");`))).toHaveLength(1);
  });
  it("green: without", () => {
    expect(breachesOfFirstLoad(page("export const x = 1;"))).toEqual([]);
  });
});

describe("screens", () => {
  const screens = (path: string, text: string) =>
    files({
      "apps/web/src/screens/public/trial/trial.tsx": "export const Trial = 1;",
      "apps/web/src/screens/public/policy/clause.tsx": "export const Clause = 1;",
      "apps/web/src/screens/calculator/desk/desk.ts": "export const desk = 1;",
      "apps/web/src/screens/calculator/calculator.tsx": "export const Calculator = 1;",
      [path]: text,
    });
  it.each([
    ["apps/web/src/screens/public/trial/page.tsx", 'import { Clause } from "../policy/clause.tsx";'],
    ["apps/web/src/screens/public/trial/page.tsx", 'import type { Calculator } from "../../calculator/calculator.tsx";'],
    ["apps/web/src/screens/calculator/page.tsx", 'import { Trial } from "../public/trial/trial.tsx";'],
  ])("red: %s %s", (path, text) => {
    expect(breachesOfScreens(screens(path, text))).toHaveLength(1);
  });
  it.each([
    [
      "apps/web/src/screens/public/trial/page.tsx",
      'import { Form } from "../../../parts/form.tsx";\nimport { Trial } from "./trial.tsx";',
    ],
    ["apps/web/src/screens/calculator/page.tsx", 'import { desk } from "./desk/desk.ts";'],
    ["apps/web/src/main.tsx", 'import { Trial } from "./screens/public/trial/trial.tsx";'],
  ])("green: %s %s", (path, text) => {
    expect(breachesOfScreens(screens(path, text))).toEqual([]);
  });
});

describe("purity", () => {
  table(
    breachesOfPurity,
    [
      ["packages/engine/src/a.ts", "export const now = () => Date.now();"],
      ["packages/basics/src/a.ts", 'export const day = new Date("2023-05-01");'],
      ["packages/feel/src/a.ts", "export const x = Math.random();"],
      ["packages/policy/src/a.ts", "export const x = performance.now();"],
      ["packages/engine/src/a.ts", 'export const x = fetch("http://example.org");'],
      ["packages/engine/src/a.ts", 'import { readFileSync } from "node:fs";'],
      ["packages/engine/src/a.ts", 'import { createHash } from "node:crypto";'],
      ["packages/compiler/src/a.ts", 'import { createHash, randomUUID } from "node:crypto";'],
      ["packages/compiler/src/a.ts", 'const fs = await import("fs");'],
      ["packages/casework/src/a.ts", "export const x = process.env.HOME;"],
      ["packages/casework/src/a.ts", 'import pg from "pg";'],
      ["packages/feel/src/a.ts", "export const x = document.title;"],
    ],
    [
      ["packages/basics/src/a.ts", "export const day = Date.UTC(2023, 4, 1) / 86_400_000;"],
      ["packages/compiler/src/a.ts", 'import { createHash } from "node:crypto";'],
      ["packages/engine/src/a.ts", "export const x = { process: 1, Date: 2 }.process;"],
      ["packages/engine/test/a.test.ts", "export const x = Date.now();"],
      ["packages/compiler/src/a.ts", "export const x = (document: string) => document.length;"],
      ["packages/store/src/a.ts", 'import pg from "pg";'],
    ],
  );
});

describe("money", () => {
  table(
    breachesOfMoney,
    [
      ["packages/engine/src/a.ts", 'export const x = parseFloat("1.5");'],
      ["packages/engine/src/a.ts", 'export const x = Number.parseFloat("1.5");'],
      ["packages/basics/src/a.ts", "export const x = (n: number) => n.toFixed(2);"],
      ["packages/feel/src/a.ts", "export const x = Math.round(1.5);"],
    ],
    [
      ["packages/engine/src/a.ts", "export const x = Math.trunc(7 / 2);"],
      ["apps/web/src/chart.ts", "export const x = (width: number) => width.toFixed(1);"],
    ],
  );
});

describe("figures", () => {
  const figure = (name: string, value: number, unit: string, scale = 0): Figure => ({ name, value, unit, scale });
  const law: readonly Figure[] = [
    figure("项目上限", 100_000_000, "元", 2),
    figure("第一档起点", 500_000, "元"),
    figure("第三档", 20, "万元"),
    figure("补助比例", 20, "%"),
    figure("平台比例", 150, "%", 1),
    figure("家数", 10, "家"),
    { name: "系统", value: ["ERP"], scale: 0, unit: "" },
  ];
  const rule: Rule = (sources) => breachesOfFigures(sources, law);
  const engine = (text: string) => ["packages/engine/src/a.ts", text] as const;
  table(
    rule,
    [
      engine("const cap = 1_000_000;"),
      engine("const cap = 1e6;"),
      engine("const cap = 100 * 10_000;"),
      engine("const cap = 1000000n;"),
      engine("const capFen = 100_000_000;"),
      engine("const from = 50_0000;"),
      engine("const paid = Math.min(fen, 1_000_000);"),
      engine("const isLarge = (sum: number) => sum >= 500_000;"),
      engine("const paid = (sum: number) => sum * 0.2;"),
      engine("const from = 5e5;"),
      engine('const text = "满 50万元";'),
      engine('const text = "满 500,000 元";'),
      engine('const from = "500000.00";'),
      engine(`const text = \`另有 20 万元, 共 ${"$"}{1}\`;`),
      engine("const rate = 0.2;"),
      engine("const share = (20 / 100);"),
      engine("const share = 0.15;"),
      engine("const ratePercent = 20;"),
      engine('const text = "按 20 % 补助";'),
      engine('const text = "满 10 家";'),
      engine("const limits = { minSmes: 10 };"),
      ["apps/web/src/parts/why.tsx", "export const Why = () => <p>最高 100 万元</p>;"],
    ],
    [
      engine("const bytes = 16 * 1024 * 1024;"),
      engine("const scale = 10 ** 6;"),
      engine("const wan = (fen: bigint) => [fen / 1_000_000n, fen % 1_000_000n];"),
      engine("const maxSteps = 1_000_000;"),
      engine("const options = { timeoutMs: 500_000 };"),
      engine('const text = "超过 100 万步";'),
      ["packages/compiler/src/complaints/catalogue.ts", 'const expected = "如 50万元";'],
      engine("const few = [2, 10, 20, 50];"),
      engine("/** 20 % of 1,000,000 元 */\nconst x = 1;"),
      engine('const code = "91350582MA1000000020";'),
      engine('const text = "120 % 与 210 家";'),
      ["apps/web/src/parts/why.tsx", 'export const Bar = () => <i style={{ width: "20%" }} />;'],
      ["bench/ndjson.ts", "const lines = 1_000_000;"],
      ["packages/engine/test/a.test.ts", "const cap = 1_000_000;"],
    ],
  );
});

describe("form", () => {
  const lines = (count: number) => "x;\n".repeat(count);
  describe("length", () => {
    table(
      breachesOfLength,
      [
        ["tools/a.mjs", lines(401)],
        ["packages/a/src/a.ts", `function long() {\n${lines(69)}}`],
        ["tests/a.test.ts", `it("x", () => {\n${lines(69)}});`],
      ],
      [
        ["tools/a.mjs", lines(400)],
        ["packages/a/src/a.ts", `function long() {\n${lines(68)}}`],
        ["tests/a.test.ts", `describe("x", () => {\n${lines(200)}});\ndescribe.each([1])("y", () => {\n${lines(100)}});`],
      ],
    );
  });
  describe("purpose", () => {
    table(
      breachesOfPurpose,
      [
        ["packages/a/src/a.ts", "export const x = 1;"],
        ["packages/a/src/index.ts", "export const x = 1;"],
      ],
      [
        ["packages/a/src/a.ts", "/** Says why. */\nexport const x = 1;"],
        ["apps/cli/bin/a.mjs", "#!/usr/bin/env node\n// Says why.\nx();"],
        ["packages/a/src/index.ts", 'export * from "./a.ts";'],
      ],
    );
  });
  describe("exports", () => {
    table(
      breachesOfExports,
      [
        ["packages/a/src/a.ts", "export default 1;"],
        ["packages/a/src/a.ts", "export default function a() {}"],
        ["packages/a/src/a.ts", "const a = 1;\nexport { a as default };"],
      ],
      [
        ["vitest.config.ts", "export default {};"],
        ["packages/a/src/a.ts", "export const a = 1;"],
      ],
    );
  });
  describe("names", () => {
    table(
      breachesOfNames,
      [
        ["packages/a/src/utils.ts", ""],
        ["packages/a/src/helpers/a.ts", ""],
        ["packages/a/src/types.ts", ""],
        ["packages/a/src/creditCode.ts", ""],
        ["packages/a/src/deep/index.ts", ""],
      ],
      [
        ["packages/a/src/index.ts", ""],
        ["packages/a/src/credit-code.ts", ""],
        ["packages/a/test/credit-code.test.ts", ""],
      ],
    );
  });
});

describe("publication", () => {
  const bytes = new TextEncoder().encode("abc");
  const hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  it("red: changed or gone", () => {
    expect(breachesOfPublication("p", { "original.txt": hash.replace("b", "c") }, () => bytes)).toHaveLength(1);
    expect(breachesOfPublication("p", { "original.txt": hash }, () => null)).toHaveLength(1);
  });
  it("green: as it was", () => {
    expect(breachesOfPublication("p", { "original.txt": hash }, () => bytes)).toEqual([]);
  });
});
