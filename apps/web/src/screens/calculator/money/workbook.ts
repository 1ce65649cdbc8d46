/** The result as sheets: totals, measures, items, what is missing to the next amount. Amounts in 元; codes as text; never a promise. */
import type { Result } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { day } from "../../../parts/figures/day.ts";
import { yuanOfFen } from "../../../parts/figures/money.ts";
import { type NameFact, valueWords } from "../../../parts/why/fact-words.ts";
import { isProgress, proviso } from "../../../parts/why/gaps.tsx";
import { markWord } from "../../../parts/why/mark-words.ts";
import { t } from "../../../words/t.ts";
import { deadlineOf } from "./deadline.ts";
import type { Verdict } from "./verdict.ts";
import { decidingWords, groupWord, missingWords, reducedWords } from "./verdict-words.ts";

/** `amount`: in 元 with two decimals. */
export type SheetCell =
  | { readonly kind: "text" | "title" | "head"; readonly text: string }
  | { readonly kind: "amount"; readonly value: number };

export interface PlannedSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface WorkbookOf {
  readonly policy: Policy;
  readonly result: Result;
  readonly verdicts: readonly Verdict[];
  readonly nameFact: NameFact;
  /** YYYY-MM-DD */
  readonly on: string;
}

const text = (words: string): SheetCell => ({ kind: "text", text: words });
const heads = (words: readonly string[]): SheetCell[] => words.map((each) => ({ kind: "head", text: each }));

/** What a spreadsheet keeps of a number; more digits than that stay text, so that none is lost. */
const DIGITS = 15;

export function amountCell(yuan: string | null): SheetCell {
  if (yuan === null) return text(t("待核定"));
  const isExact = yuan.replace(".", "").replace(/^0+/, "").length <= DIGITS && Number(yuan).toFixed(2) === yuan;
  return isExact ? { kind: "amount", value: Number(yuan) } : text(yuan);
}

const fenCell = (fen: bigint | null): SheetCell =>
  fen === null ? text(t("说不准")) : amountCell(yuanOfFen(fen).replaceAll(",", ""));

export const workbookOf = (of: WorkbookOf): readonly PlannedSheet[] => [totals(of), measures(of), items(of), gaps(of)];

const titled = ({ policy, result }: WorkbookOf, what: string): SheetCell[] => [
  {
    kind: "title",
    text: t("{number} {year} 年度{what}（单位：元；预估，以审定为准）", { number: policy.number, year: result.year, what }),
  },
];

function totals(of: WorkbookOf): PlannedSheet {
  const { policy, result, on } = of;
  const { applicant, totals: sums } = result;
  const line = (label: string, cell: SheetCell): SheetCell[] => [text(label), cell];
  return {
    name: t("合计"),
    widths: [28, 60],
    rows: [
      titled(of, t("测算合计")),
      line(t("单位名称"), text(applicant.name)),
      line(t("统一社会信用代码"), text(applicant.uscc)),
      line(t("政策"), text(`${policy.number} ${policy.title}`)),
      line(t("政策版本"), text(`${result.policyVersion} ${result.policyHash}`)),
      line(t("政策年度"), text(String(result.year))),
      line(t("测算日期"), text(day(on))),
      line(t("逐条单独测算合计"), amountCell(sums.amount)),
      line(t("就高不重复后"), amountCell(sums.granted)),
      line(t("另有外部奖补保留"), amountCell(sums.outsideStanding)),
      line(t("当年对本级财政经济贡献"), amountCell(sums.fiscalContribution)),
      line(t("财政贡献上限核减"), amountCell(sums.ceilingCut)),
      line(t("预计可得"), amountCell(sums.payable)),
      line(t("说明"), text(t("预估，以审定为准。"))),
    ],
  };
}

function measures(of: WorkbookOf): PlannedSheet {
  const titleOf = (id: string) => of.policy.measures.find((each) => each.id === id)?.title ?? id;
  const rows = of.verdicts.map((verdict) => {
    const { measure, result, group, isDiscretionary, least, most } = verdict;
    const why = [reducedWords(verdict), decidingWords(verdict, titleOf), missingWords(verdict), ...result.marks.map(markWord)];
    return [
      text(measure.clause),
      text(measure.title),
      text(isDiscretionary ? t("一事一议") : groupWord(group)),
      amountCell(result.amount),
      amountCell(result.granted),
      fenCell(least),
      fenCell(most),
      text(why.filter(Boolean).join(t("；"))),
    ];
  });
  return {
    name: t("措施"),
    widths: [12, 36, 14, 16, 16, 16, 16, 90],
    rows: [
      titled(of, t("逐条结果")),
      heads([t("条款"), t("措施"), t("结论"), t("单独测算"), t("就高不重复后"), t("单独至少"), t("单独至多"), t("理由")]),
      ...rows,
    ],
  };
}

function items(of: WorkbookOf): PlannedSheet {
  const rows = of.result.measures.flatMap(({ clause, title, items: own }) =>
    own.map((item) => [
      text(clause),
      text(title),
      text(item.id),
      text(item.project),
      item.amount === null ? text(t("合并计算")) : amountCell(item.amount),
      item.granted === null ? text(t("合并计算")) : amountCell(item.granted),
      text([...item.marks.map(markWord), ...item.reasons].join(t("；"))),
    ]),
  );
  return {
    name: t("项目"),
    widths: [12, 36, 28, 28, 16, 16, 80],
    rows: [
      titled(of, t("项目明细")),
      heads([t("条款"), t("措施"), t("项目"), t("归属项目"), t("单独测算"), t("就高不重复后"), t("说明")]),
      ...rows,
    ],
  };
}

function gaps(of: WorkbookOf): PlannedSheet {
  const { policy, result, nameFact } = of;
  const end = day(deadlineOf(policy, result.year));
  const rows = result.measures.flatMap(({ clause, title, gaps: own }) =>
    own.filter(isProgress).map((gap) => [
      text(clause),
      text(title),
      text(
        gap.changes
          .map(({ fact, from, to }) => {
            const words = nameFact(fact);
            const name = words.row === "" ? words.label : `“${words.row}”${words.label}`;
            return t("{name}由 {from} 到 {to}", { name, from: valueWords(words, from), to: valueWords(words, to) });
          })
          .join(t("，且")),
      ),
      amountCell(gap.gain),
      text(t("{proviso}，{end} 以前", { proviso: proviso([gap], nameFact), end })),
    ]),
  );
  return {
    name: t("差距"),
    widths: [12, 36, 70, 16, 44],
    rows: [titled(of, t("距下一档")), heads([t("条款"), t("措施"), t("还差什么"), t("可增"), t("条件")]), ...rows],
  };
}
