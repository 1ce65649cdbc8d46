/** The built-ins of national standards and of the calendar, as an exported model carries them: tables over the dated data of `standards/`. */
import sizeStandard from "../../../../standards/firm-size.json" with { type: "json" };
import sectionStandard from "../../../../standards/industry-sections.json" with { type: "json" };
import type { DecisionTable, TableRule } from "./dmn-model.ts";
import type { FunctionBody, StandardFunction } from "./function-body.ts";
import { power } from "./scale.ts";

const text = (value: string): string => JSON.stringify(value);
const two = (division: number): string => text(String(division).padStart(2, "0"));
const industry = { name: "行业代码", type: "string" };
const month = (name: string) => ({ name, type: "date" });

/** Division → section letter. Divisions are compared as texts of two digits, which order as their numbers do. */
const sections: DecisionTable = {
  hitPolicy: "UNIQUE",
  inputs: [{ label: "大类", text: "substring(行业代码, 1, 2)", type: "string" }],
  output: { label: "门类", type: "string" },
  rules: [
    { tests: ["null"], value: text(""), annotation: "没有填写行业代码" },
    ...sectionStandard.sections.map(({ section, name, from, to }): TableRule => {
      const test = from === to ? two(from) : `[${two(from)}..${two(to)}]`;
      return { tests: [test], value: text(section), annotation: name };
    }),
  ],
};

type SizeRow = (typeof sizeStandard.rows)[number];

const codesOf = (row: SizeRow, matches: RegExp): string =>
  row.codes
    .filter((code) => matches.test(code))
    .map(text)
    .join(", ");

/** The longest code decides, so the finest column is looked at first. */
function sizeRows(): DecisionTable {
  const columns = [/^\d{3}$/, /^\d{2}$/, /^[A-Z]$/];
  const rules = columns.flatMap((matches, at) =>
    sizeStandard.rows.flatMap((row): TableRule[] => {
      const codes = codesOf(row, matches);
      const tests = columns.map((_, i) => (i === at ? codes : "-"));
      return codes === "" ? [] : [{ tests, value: text(row.label), annotation: "" }];
    }),
  );
  const other = sizeStandard.rows.find((row) => row.codes.length === 0);
  return {
    hitPolicy: "FIRST",
    inputs: [
      { label: "前三位", text: "substring(行业代码, 1, 3)", type: "string" },
      { label: "前两位", text: "substring(行业代码, 1, 2)", type: "string" },
      { label: "门类", text: "门类(行业代码)", type: "string" },
    ],
    output: { label: "划型行业", type: "string" },
    rules: [
      { tests: ["-", "null", "-"], value: "null", annotation: "没有行业代码" },
      ...rules,
      { tests: ["-", "-", "-"], value: other === undefined ? "null" : text(other.label), annotation: "其余行业" },
    ],
  };
}

/** Decimal places between 分 and 万元. */
const WAN_DIGITS = 6;

const FIGURES = [
  { key: "employees", name: "从业人员", label: "从业人员（人）", text: "从业人员" },
  { key: "revenue", name: "营业收入", label: "营业收入（万元）", text: `营业收入 / ${power(WAN_DIGITS)}` },
  { key: "totalAssets", name: "资产总额", label: "资产总额（万元）", text: `资产总额 / ${power(WAN_DIGITS)}` },
] as const;

/** Row by row of the standard: a figure missing, then from the top grade down. */
function sizes(): DecisionTable {
  const rules = sizeStandard.rows.flatMap((row): TableRule[] => {
    const used = new Set(row.grades.flatMap((grade) => grade.bounds.map((bound) => bound.figure)));
    const line = (cell: (key: string) => string, value: string, annotation: string): TableRule => ({
      tests: [text(row.label), ...FIGURES.map(({ key }) => (used.has(key) ? cell(key) : "-"))],
      value,
      annotation,
    });
    const missing = [...used].map((figure) => line((key) => (key === figure ? "null" : "-"), "null", "缺少这个行业要看的数"));
    const grades = row.grades.map(({ grade, bounds }) =>
      line(
        (key) => {
          const bound = bounds.find((b) => b.figure === key);
          return bound === undefined ? "-" : `${bound.inclusive ? ">=" : ">"} ${bound.bound}`;
        },
        text(grade),
        "",
      ),
    );
    const least = line(() => "-", text("微型"), "达不到上一档的任一下限");
    return [...missing, ...grades, least];
  });
  const inputs = FIGURES.map(({ label, text: words }) => ({ label, text: words, type: "number" }));
  return {
    hitPolicy: "FIRST",
    inputs: [{ label: "划型行业", text: "划型行业(行业代码)", type: "string" }, ...inputs],
    output: { label: "规模", type: "string" },
    rules,
  };
}

export const STANDARD: Readonly<Record<StandardFunction, FunctionBody>> = {
  monthsBetween: {
    name: "月数",
    description: "从起月到止月的月数，两个月都计入；止月早于起月为 0。月份写作该月第一天的日期。",
    parameters: [month("起"), month("止")],
    type: "number",
    logic: {
      kind: "literal",
      text: "if 起 = null or 止 = null then null else if 止 < 起 then 0 else (止.year - 起.year) * 12 + 止.month - 起.month + 1",
    },
    calls: [],
  },
  monthsWithin: {
    name: "年内月数",
    description: "从起月到止月的各月中，落在这一年的月数。月份写作该月第一天的日期。",
    parameters: [month("起"), month("止"), { name: "年", type: "number" }],
    type: "number",
    logic: {
      kind: "literal",
      text: "if 起 = null or 止 = null then null else 月数(if 起 < date(年, 1, 1) then date(年, 1, 1) else 起, if 止 > date(年, 12, 1) then date(年, 12, 1) else 止)",
    },
    calls: ["monthsBetween"],
  },
  sectionOf: {
    name: "门类",
    description: `行业代码所属的门类，A 至 T。依据：${sectionStandard.source}（${sectionStandard.date}）。`,
    parameters: [industry],
    type: "string",
    logic: { kind: "table", ...sections },
    calls: [],
  },
  sizeRow: {
    name: "划型行业",
    description: `行业代码在划型标准里属于哪一行；代码长的优先。依据：${sizeStandard.source}（${sizeStandard.date}）。`,
    parameters: [industry],
    type: "string",
    logic: { kind: "table", ...sizeRows() },
    calls: ["sectionOf"],
  },
  sizeOf: {
    name: "企业规模",
    description: `企业规模：大型、中型、小型、微型；缺少本行业要看的数则不知。金额以分计。依据：${sizeStandard.source}（${sizeStandard.date}）。`,
    parameters: [industry, ...FIGURES.map(({ name }) => ({ name, type: "number" }))],
    type: "string",
    logic: { kind: "table", ...sizes() },
    calls: ["sizeRow"],
  },
};
