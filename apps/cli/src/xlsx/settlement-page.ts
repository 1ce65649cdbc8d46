/** A settled round as a page that a person can read: the selection, a line an applicant, the totals. Amounts in 元. */
import type { Result, SelectionGroup, Settlement } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describeMark } from "./describe-mark.ts";

export function settlementPage(policy: Policy, year: number, { results, selection, totals }: Settlement): string {
  const lines = [
    `${policy.number} ${year} 年度整批测算（单位：元）`,
    "",
    ...selection.flatMap(groupLines),
    ...results.flatMap(resultLines),
    `合计 ${results.length} 家：核定 ${totals.granted}，应付 ${totals.payable ?? `未定（已定的 ${totals.payableKnown}）`}`,
  ];
  return `${lines.join("\n")}\n`;
}

function groupLines({ industry, places, ranked }: SelectionGroup): string[] {
  const sign = (selected: boolean | null) => (selected === null ? "未定  " : selected ? "入选  " : "不入选");
  const rows = ranked.map(
    ({ uscc, project, score, selected, why }) => `  ${sign(selected)}  ${project}（${uscc}）  评分 ${score ?? "—"}  ${why}`,
  );
  return [`遴选  ${industry}，名额 ${places} 个`, ...rows, ""];
}

function resultLines({ applicant, measures, totals, givenUp, marks }: Result): string[] {
  const granted = measures
    .filter((measure) => /[1-9]/.test(measure.granted))
    .map((measure) => `  ${measure.clause} ${measure.title}  ${measure.granted}`);
  return [
    `${applicant.name}（${applicant.uscc}）  核定 ${totals.granted}，应付 ${totals.payable ?? "未定"}`,
    ...granted,
    ...givenUp.map(({ measure, item, why }) => `  让出 ${measure} ${item}：${why}`),
    ...marks.map((mark) => `  ${describeMark(mark)}`),
    "",
  ];
}
