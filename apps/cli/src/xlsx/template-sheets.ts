/** The empty 汇总表 of a policy: 说明, 批次, 申报单位 and one sheet a list, with the headers that the reader knows. */
import type { Fact, Policy } from "@zhengdui/policy";
import { header, type PlannedCell, prose, type SheetPlan, text } from "./sheet-plan.ts";
import { type Column, GUIDE_SHEET, hintOf, layOutWorkbook, ROUND_SHEET, type SheetLayout } from "./workbook-layout.ts";

/** Rows that are prepared for typing. More may follow. */
const preparedRows = 300;

export function templateSheets(policy: Policy): readonly SheetPlan[] {
  const layout = layOutWorkbook(policy);
  const round: SheetPlan = {
    name: ROUND_SHEET,
    frozenRows: 1,
    widths: [28, 24, 90],
    rows: [
      [header("名称"), header("填写"), header("填法")],
      ...layout.round.map(({ label, path, hint }) => [text(label), path === "policy" ? text(policy.id) : null, prose(hint)]),
    ],
  };
  return [guide(policy, layout.sheets), round, ...layout.sheets.map(emptySheet)];
}

function emptySheet({ name, columns }: SheetLayout): SheetPlan {
  const blank = columns.map(({ fact }): PlannedCell => (isCode(fact) ? { kind: "blank-text" } : null));
  const rows = Array.from({ length: preparedRows }, () => blank);
  return { name, frozenRows: 1, widths: columns.map(widthOf), rows: [columns.map((column) => header(column.header)), ...rows] };
}

const isCode = (fact: Fact | null): boolean => fact === null || ["uscc", "industry", "text", "month"].includes(fact.type.kind);

function widthOf({ header: words, fact }: Column): number {
  const longest = fact === null || fact.type.kind === "uscc" || fact.key === "name" ? 24 : 12;
  return Math.max(longest, words.length * 2 + 2);
}

function guide(policy: Policy, sheets: readonly SheetLayout[]): SheetPlan {
  const applicant = sheets.find(({ kind }) => kind === "applicant")?.name ?? "";
  const preface = [
    `${policy.number} ${policy.title}`,
    `“批次”写本批次的年度和设定；“${applicant}”一行一个单位，其余各表一行一个事项，以申报单位的信用代码相认。没有内容的表留空或者删去。`,
    "金额单位为元；信用代码、编号、行业代码用文本格式；表头不能改，列的次序可以改。",
  ];
  const rows = sheets.flatMap(({ name, columns }) =>
    columns.map((column) => [
      text(name),
      text(column.header),
      prose(column.fact ? hintOf(column.fact, column.needed) : `与“${applicant}”表相同；名称可不填`),
      prose(column.fact?.source ?? ""),
      prose(column.fact?.evidence ?? ""),
    ]),
  );
  return {
    name: GUIDE_SHEET,
    frozenRows: preface.length + 1,
    widths: [22, 24, 70, 22, 40],
    rows: [...preface.map((line) => [text(line, "title")]), ["表", "列", "填法", "提供者", "凭据"].map(header), ...rows],
  };
}
