/** A round of the real policy, once as JSON and once as a workbook, comes to the same; and its selection is that of the policy. */
import { readFileSync } from "node:fs";
import { settle } from "@zhengdui/engine";
import type { Fact } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { loadShelf } from "../src/load-engine.ts";
import { readRoundSheets } from "../src/xlsx/read-round.ts";
import { type PlannedCell, type SheetPlan, text } from "../src/xlsx/sheet-plan.ts";
import { templateSheets } from "../src/xlsx/template-sheets.ts";
import { readWorkbook, writeWorkbook } from "../src/xlsx/workbook-file.ts";
import { GUIDE_SHEET, layOutWorkbook, OWNER_CODE, type SheetLayout } from "../src/xlsx/workbook-layout.ts";

type Raw = Record<string, unknown>;
interface Dossier extends Raw {
  readonly year: number;
  readonly settings?: unknown;
  readonly applicant: Raw & { readonly uscc: string };
}

const shelf = loadShelf();
const loaded = shelf.ok ? shelf.value.engine(undefined) : shelf;
if (!loaded.ok) throw new Error("no compiled policy");
const engine = loaded.value;
const layout = layOutWorkbook(engine.policy);

/** The shared cases of one year, each applicant once, none with settings of its own. */
const cases = (): Dossier[] => {
  const lines = readFileSync(new URL("../../../tests/data/cases.ndjson", import.meta.url), "utf8").split("\n");
  const dossiers = lines.filter((line) => line.trim() !== "").map((line) => (JSON.parse(line) as { dossier: Dossier }).dossier);
  const byCode = new Map(
    dossiers
      .filter(({ year, settings }) => year === 2023 && settings === undefined)
      .map((dossier) => [dossier.applicant.uscc, dossier]),
  );
  return [...byCode.values()];
};

function cellOf({ type }: Fact, value: unknown): PlannedCell {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return text(value ? "是" : "否");
  if (type.kind === "option" || type.kind === "options") {
    const labels = [value].flat().map((id) => type.options.find((option) => option.id === id)?.label ?? "");
    return text(labels.join("；"));
  }
  return typeof value === "number" ? { kind: "number", value, format: "General" } : text(String(value));
}

function itemsOf({ id, kind }: SheetLayout, dossier: Dossier): Raw[] {
  const found = id.split(".").reduce<unknown>((at, key) => (at as Raw | undefined)?.[key], dossier);
  if (found === undefined || found === null) return [];
  return kind === "list" ? (found as Raw[]) : [found as Raw];
}

function workbookOf(dossiers: readonly Dossier[]): SheetPlan[] {
  const plan = (name: string, rows: PlannedCell[][]): SheetPlan => ({ name, frozenRows: 1, widths: [], rows });
  const sheets = layout.sheets.map((sheet) => {
    const rows = dossiers.flatMap((dossier) =>
      itemsOf(sheet, dossier).map((item) =>
        sheet.columns.map(({ header, fact }) =>
          fact ? cellOf(fact, item[fact.key]) : header === OWNER_CODE ? text(dossier.applicant.uscc) : null,
        ),
      ),
    );
    return plan(sheet.name, [sheet.columns.map(({ header }) => text(header)), ...rows]);
  });
  return [
    plan("批次", [
      [text("名称"), text("填写")],
      [text("政策年度"), text("2023")],
    ]),
    ...sheets,
  ];
}

describe("a round of the policy", () => {
  it("comes to the same as JSON and as a workbook", async () => {
    const dossiers = cases();
    expect(dossiers.length).toBeGreaterThan(30);
    const asJson = settle(engine, { year: 2023, dossiers });
    const sheets = await readWorkbook(await writeWorkbook(workbookOf(dossiers)));
    if (!sheets.ok) throw new Error("unreadable");
    const { round, problems } = readRoundSheets(layout, sheets.value);
    expect(problems).toEqual([]);
    expect(asJson.ok).toBe(true);
    expect(settle(engine, round)).toEqual(asJson);
  });

  const codes = cases().map(({ applicant }) => applicant.uscc);
  const factory = (index: number, project: Raw, applicant: Raw = {}) => ({
    applicant: {
      uscc: codes[index],
      name: `示例${index}厂`,
      kind: "enterprise",
      industry: "1951",
      registeredInJinjiang: true,
      aboveScale: true,
      fiscalContribution: "9000000",
      ...applicant,
    },
    demonstrationProjects: [
      {
        id: "D",
        industry: "鞋服",
        software: "1000000",
        hardware: "0",
        inUseOn: "2023-06-30",
        promotes: true,
        parkKeyProject: false,
        selected: null,
        ...project,
      },
    ],
  });
  const selected = (...dossiers: unknown[]) => {
    const outcome = settle(engine, { year: 2023, dossiers });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
    return outcome.value.results.map((result) => [result.measures[0]?.status, result.totals.granted]);
  };
  const paid = ["eligible", "200000.00"];
  const out = ["not-eligible", "0.00"];
  const open = ["undetermined", "0.00"];

  it.each([
    ["90, 90, 80", [{ score: 90 }, { score: 90 }, { score: 80 }], [paid, paid, out]],
    ["90, 85, 85", [{ score: 90 }, { score: 85 }, { score: "85.0" }], [paid, open, open]],
    ["a decided one uses a place", [{ score: 90 }, { score: 85 }, { selected: true }], [paid, out, paid]],
    ["no score, no rank", [{}, { score: 1 }], [open, paid]],
    ["another industry has its own places", [{ score: 90 }, { score: 80 }, { score: 70, industry: "纺织" }], [paid, paid, paid]],
    [
      "not promoted, another year, not built yet: no place taken",
      [
        { score: 99, promotes: false },
        { score: 98, inUseOn: "2024-01-01" },
        { score: 97, inUseOn: null },
        { score: 2 },
        { score: 1 },
      ],
      [out, out, out, paid, paid],
    ],
  ] as [string, Raw[], string[][]][])("selects: %s", (_, projects, expected) => {
    expect(selected(...projects.map((project, index) => factory(index, project)))).toEqual(expected);
  });

  it("gives no place to an applicant that isn't eligible", () => {
    expect(
      selected(factory(0, { score: 99 }, { registeredInJinjiang: false }), factory(1, { score: 2 }), factory(2, { score: 1 })),
    ).toEqual([out, paid, paid]);
  });

  it("marks a project written out by two payees", () => {
    const outcome = settle(engine, {
      year: 2023,
      dossiers: [factory(0, { project: "共建", selected: true }), factory(1, { project: "共建", selected: true })],
    });
    expect(outcome.ok && outcome.value.results.map((result) => result.measures[0]?.items[0]?.marks)).toEqual([
      ["same-project-other-payee"],
      ["same-project-other-payee"],
    ]);
  });
});

it("says in the template when a fact must be there that may be absent", () => {
  const guide = templateSheets(engine.policy).find(({ name }) => name === GUIDE_SHEET);
  const words = (guide?.rows ?? []).map((row) => row.map((cell) => (cell?.kind === "text" ? cell.text : "")));
  const industry = words.find(([sheet, column]) => sheet === "申报单位" && column === "行业代码");
  expect(industry?.[2]).toContain("单位类型为企业（enterprise）时必须填写");
  expect(industry?.[2]).not.toContain("可不填");
  expect(words.find(([sheet, column]) => sheet === "申报单位" && column === "角色")?.[2]).toContain("可不填");
});
