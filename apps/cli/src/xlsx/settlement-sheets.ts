/** The 测算表 of a settled round: 汇总 (a row an applicant), 明细 (a row a measure and applicant), 遴选. Amounts in 万元 as numbers, a reason in every row. */
import type { MeasureResult, RankedProject, Result, Settlement, Status } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describeMark } from "./describe-mark.ts";
import { header, type PlannedCell, prose, type SheetPlan, text } from "./sheet-plan.ts";

/** Two decimals, and up to six where there are 元, 角 and 分. */
const WAN = "#,##0.00####";

const UNIT = "单位：万元";

export function settlementSheets(policy: Policy, year: number, settlement: Settlement): readonly SheetPlan[] {
  const title = `${policy.number} ${year} 年度`;
  return [summary(title, policy, settlement), details(title, settlement), selection(title, settlement)];
}

/** "12345.60" 元 → 1.23456, the number nearest to it; a blank where it isn't known. */
function wan(yuan: string | null, look?: "strong"): PlannedCell {
  if (yuan === null) return text("未定");
  const fen = yuan.replace(".", "").padStart(7, "0");
  const value = Number(`${fen.slice(0, -6)}.${fen.slice(-6)}`);
  return look ? { kind: "number", value, format: WAN, look } : { kind: "number", value, format: WAN };
}

const whole = (value: number): PlannedCell => ({ kind: "number", value, format: "0" });
const isMoney = (yuan: string): boolean => /[1-9]/.test(yuan);

function summary(title: string, policy: Policy, { results, totals }: Settlement): SheetPlan {
  const paying = policy.measures.filter(({ form }) => form.kind !== "no-subsidy" && form.kind !== "discretionary");
  const headers = [
    "序号",
    "信用代码",
    "单位名称",
    ...paying.map(({ clause, noun }) => `${clause}${noun}`),
    "核定合计",
    "其他奖补保留",
    "财政贡献上限核减",
    "应付",
    "理由",
  ];
  const rows = results.map((result, index) => [
    whole(index + 1),
    text(result.applicant.uscc),
    text(result.applicant.name),
    ...paying.map(({ id }) => wan(result.measures.find((measure) => measure.id === id)?.granted ?? "0.00")),
    wan(result.totals.granted),
    wan(result.totals.outsideStanding),
    wan(result.totals.ceilingCut),
    wan(result.totals.payable),
    prose(reasonOf(result)),
  ]);
  const granted = paying.map(({ id }) =>
    sum(results.map((result) => result.measures.find((measure) => measure.id === id)?.granted ?? "0.00")),
  );
  const last = [
    null,
    null,
    text("合计", "strong"),
    ...[...granted, totals.granted, totals.outsideStanding].map((yuan) => wan(yuan, "strong")),
    wan(totals.ceilingCut, "strong"),
    wan(totals.payable, "strong"),
    prose(totals.payable === null ? `部分单位应付未定；已定的应付合计 ${wanText(totals.payableKnown)} 万元` : ""),
  ];
  const widths = [6, 22, 30, ...paying.map(() => 16), 14, 14, 14, 14, 80];
  return {
    name: "汇总",
    frozenRows: 2,
    widths,
    landscape: true,
    rows: [titleRow(`${title}奖补资金测算汇总表`), headers.map(header), ...rows, last],
  };
}

const titleRow = (title: string): PlannedCell[] => [text(`${title}（${UNIT}）`, "title")];

/** Exact: in 分. */
function sum(amounts: readonly string[]): string {
  const fen = String(amounts.reduce((total, amount) => total + BigInt(amount.replace(".", "")), 0n)).padStart(3, "0");
  return `${fen.slice(0, -2)}.${fen.slice(-2)}`;
}

const wanText = (yuan: string): string => {
  const fen = yuan.replace(".", "").padStart(7, "0");
  return `${fen.slice(0, -6)}.${fen.slice(-6).replace(/0{1,4}$/, "")}`;
};

/** Why this applicant gets what it gets: what was given up, what holds payment back, what is still open, or why there is nothing. */
function reasonOf(result: Result): string {
  const clauseOf = (id: string) => result.measures.find((measure) => measure.id === id)?.clause ?? id;
  const given = result.givenUp.map(({ measure, item, why }) => `${clauseOf(measure)}${item}：${why}`);
  const marks = result.marks.map(describeMark);
  const some = isMoney(result.totals.granted);
  const open = claimed(result)
    .filter(({ status }) => !some || status === "undetermined")
    .map((measure) => `${measure.clause}${reasonOfMeasure(result, measure)}`);
  const plain = some && given.length + marks.length === 0 ? [plainReason(result)] : [];
  const reasons = [...new Set([...plain, ...given, ...marks, ...open])];
  return reasons.length > 0 ? reasons.join("；") : "没有申报可以奖补的事项";
}

const plainReason = (result: Result): string =>
  `符合${claimed(result)
    .filter(({ granted }) => isMoney(granted))
    .map(({ clause }) => clause)
    .join("、")}，按条款核定`;

const claimed = (result: Result): readonly MeasureResult[] =>
  result.measures.filter(({ status }) => status !== "not-claimed" && status !== "no-subsidy");

function details(title: string, { results }: Settlement): SheetPlan {
  const headers = ["序号", "信用代码", "单位名称", "条款", "事项", "结果", "单独计算", "核定", "理由"];
  const rows = results
    .flatMap((result) => claimed(result).map((measure) => ({ result, measure })))
    .map(({ result, measure }, index) => [
      whole(index + 1),
      text(result.applicant.uscc),
      text(result.applicant.name),
      text(measure.clause),
      text(measure.title),
      text(describeStatus(measure.status)),
      wan(measure.amount),
      wan(measure.granted),
      prose(reasonOfMeasure(result, measure)),
    ]);
  const widths = [6, 22, 30, 12, 34, 12, 14, 14, 90];
  return {
    name: "明细",
    frozenRows: 2,
    widths,
    landscape: true,
    rows: [titleRow(`${title}测算明细，未申报的条款不列`), headers.map(header), ...rows],
  };
}

function describeStatus(status: Status): string {
  switch (status) {
    case "eligible":
      return "符合";
    case "not-eligible":
      return "不符合";
    case "not-claimed":
      return "未申报";
    case "undetermined":
      return "未定";
    case "discretionary":
      return "一事一议";
    case "no-subsidy":
      return "不涉及资金";
  }
}

/** The deciding reason of one measure: the condition that fails or isn't known, what was given up, the items' own reasons, the marks. */
function reasonOfMeasure(result: Result, measure: MeasureResult): string {
  const conditions = measure.conditions.filter(({ holds }) =>
    measure.status === "undetermined" ? holds === null : holds === false,
  );
  // What an item's own reason says isn't said before it again.
  const byItem = measure.items.flatMap(({ reasons }) => reasons).join("\n");
  const failing =
    measure.status === "eligible"
      ? []
      : conditions
          .filter(({ text: words }) => !byItem.includes(words))
          .map(({ text: words, holds }) => `${holds === null ? "尚不知道" : "不符合"}：${words}`);
  const given = result.givenUp.filter(({ measure: id }) => id === measure.id).map(({ item, why }) => `${item}：${why}`);
  const items = measure.items.flatMap(({ id, reasons }) => (reasons.length > 0 ? [`${id}：${reasons.join("，")}`] : []));
  const marks = [...measure.marks, ...measure.items.flatMap((item) => item.marks)].map(describeMark);
  const reasons = [...new Set([...failing, ...given, ...items, ...marks])];
  if (reasons.length > 0) return reasons.join("；");
  return measure.status === "eligible" ? "符合条件，按条款计算" : describeStatus(measure.status);
}

function selection(title: string, { results, selection: groups }: Settlement): SheetPlan {
  const nameOf = new Map(results.map(({ applicant }) => [applicant.uscc, applicant.name]));
  const headers = ["产业", "名额", "名次", "信用代码", "单位名称", "项目", "评分", "入选", "理由"];
  const rows = groups.flatMap(({ industry, places, ranked }) =>
    ranked.map((row) => [
      text(industry),
      whole(places),
      row.place === null ? text("—") : whole(row.place),
      text(row.uscc),
      text(nameOf.get(row.uscc) ?? ""),
      text(row.project),
      typeof row.score === "number"
        ? ({ kind: "number", value: row.score, format: "0.00####" } as const)
        : text(row.score ?? "—"),
      text(describeSelected(row)),
      prose(row.why),
    ]),
  );
  return {
    name: "遴选",
    frozenRows: 2,
    widths: [18, 8, 8, 22, 30, 28, 10, 10, 80],
    landscape: true,
    rows: [[text(`${title}遴选结果`, "title")], headers.map(header), ...rows],
  };
}

const describeSelected = ({ selected }: RankedProject): string => (selected === null ? "未定" : selected ? "是" : "否");
