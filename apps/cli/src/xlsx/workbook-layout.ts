/** Which sheets and columns a round's workbook has: laid out from the policy's declared facts, so that a new fact is a new column and nothing else. */
import { neededWhen } from "@zhengdui/engine";
import type { Check, Fact, FactKind, Interpretation, Policy } from "@zhengdui/policy";

export interface Column {
  /** 软件实付（元） */
  readonly header: string;
  /** null: one of the two columns that say whose row it is. */
  readonly fact: Fact | null;
  /** When it must be filled in though it may be empty; null: never. */
  readonly needed: string | null;
}

export interface SheetLayout {
  readonly name: string;
  /** "applicant", "consulting", "softwarePurchases", "consulting.reports" */
  readonly id: string;
  readonly kind: "applicant" | "record" | "list";
  readonly columns: readonly Column[];
}

/** A line of the sheet 批次: what holds for the whole round. */
export interface RoundLine {
  readonly label: string;
  /** Its path in the round: "year", "settings.trainingMinHours", "settings.interpretations.two-formulas" */
  readonly path: string;
  readonly kind:
    | { readonly kind: "policy" }
    | { readonly kind: "fact"; readonly fact: Fact }
    | { readonly kind: "reading"; readonly of: Interpretation };
  readonly hint: string;
}

export interface WorkbookLayout {
  readonly round: readonly RoundLine[];
  readonly sheets: readonly SheetLayout[];
}

export const ROUND_SHEET = "批次";
export const GUIDE_SHEET = "说明";
export const OWNER_CODE = "申报单位信用代码";
export const OWNER_NAME = "申报单位名称";

const ROUND_RECORD = "settings";
const APPLICANT = "applicant";

export function layOutWorkbook(policy: Policy): WorkbookLayout {
  const { records, lists } = policy.facts;
  const sheets = records
    .filter(({ id }) => id !== ROUND_RECORD)
    .map(
      ({ id, label, facts, checks }): SheetLayout => ({
        name: sheetName(label),
        id,
        kind: id === APPLICANT ? "applicant" : "record",
        columns: id === APPLICANT ? facts.map(columnOf(checks)) : [...ownerColumns, ...facts.map(columnOf(checks))],
      }),
    );
  const rest = lists.map(
    ({ id, label, facts, checks }): SheetLayout => ({
      name: sheetName(label),
      id,
      kind: "list",
      columns: [...ownerColumns, ...facts.map(columnOf(checks))],
    }),
  );
  return { round: roundLines(policy), sheets: [...sheets, ...rest] };
}

const ownerColumns: readonly Column[] = [OWNER_CODE, OWNER_NAME].map((header) => ({ header, fact: null, needed: null }));

/** What a spreadsheet takes as the name of a sheet: no \ / ? * [ ] : and 31 characters at most. */
const sheetName = (label: string): string => label.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);

const columnOf =
  (checks: readonly Check[]) =>
  (fact: Fact): Column => ({ header: headerOf(fact), fact, needed: neededWhen(checks, fact.key) });

export function headerOf({ label, type }: Fact): string {
  const unit = type.kind === "money" ? "元" : "unit" in type ? type.unit : "";
  return unit === "" ? label : `${label}（${unit}）`;
}

function roundLines(policy: Policy): readonly RoundLine[] {
  const settings = policy.facts.records.find(({ id }) => id === ROUND_RECORD)?.facts ?? [];
  return [
    { label: "政策", path: "policy", kind: { kind: "policy" }, hint: `${policy.number}，版本 ${policy.version}` },
    { label: "政策年度", path: "year", kind: { kind: "fact", fact: yearFact }, hint: `可填 ${policy.years.join("、")}` },
    ...settings.map(
      (fact): RoundLine => ({
        label: headerOf(fact),
        path: `${ROUND_RECORD}.${fact.key}`,
        kind: { kind: "fact", fact },
        hint: `${hintOf(fact)}；不填即尚未议定`,
      }),
    ),
    ...policy.interpretations
      .filter(({ computed }) => computed)
      .map(
        (of): RoundLine => ({
          label: `理解：${of.title}`,
          path: `${ROUND_RECORD}.interpretations.${of.key}`,
          kind: { kind: "reading", of },
          hint: `不填即默认。${of.readings.map(({ id, text }) => `${id}（${text}）`).join("；")}`,
        }),
      ),
  ];
}

const yearFact: Fact = {
  key: "year",
  label: "政策年度",
  type: { kind: "year" },
  presence: "required",
  source: "",
  evidence: "",
  privacy: "",
  changeable: false,
};

/** How a column is filled in, in a few words. */
export function hintOf(fact: Fact, needed: string | null = null): string {
  return `${needed === null ? presenceHint(fact) : `${needed}。`}${kindHint(fact.type)}`;
}

function presenceHint({ presence }: Fact): string {
  switch (presence) {
    case "required":
      return "必填。";
    case "unknowable":
      return "尚不知道的填“未知”。";
    case "nullable":
      return "没有的不填。";
    case "optional":
    case "optional-unknown":
      return "可不填。";
  }
}

function kindHint(type: FactKind): string {
  switch (type.kind) {
    case "money":
      return "金额，单位元，至多两位小数";
    case "count":
      return `整数，单位${type.unit}`;
    case "decimal":
      return `数字，单位${type.unit}`;
    case "rate":
      return "比例，写作小数或百分数";
    case "boolean":
      return "是、否或未知";
    case "date":
      return "日期，如 2023-05-01";
    case "month":
      return "月份，如 2023-05";
    case "year":
      return "年份，四位数字";
    case "text":
      return "文字";
    case "uscc":
      return "18 位统一社会信用代码，文本格式";
    case "industry":
      return "国民经济行业代码，2 至 4 位，文本格式（保留前导零）";
    case "option":
      return `填其中一项：${type.options.map(({ label }) => label).join("；")}`;
    case "options":
      return `可填多项，以分号隔开：${type.options.map(({ label }) => label).join("；")}`;
  }
}
