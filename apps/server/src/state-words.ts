/** What has become of a policy on a day, and when its claims may be filed: HTML for the pages that were printed before. */
import type { FilingWindow, PolicySummary } from "@zhengdui/contract";
import { escapeHtml } from "./escape-html.ts";

export const dayInWords = (iso: string): string => {
  const [year, month, date] = iso.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

export function stateWords({ state, inForce, years, repealed }: PolicySummary): string {
  const still = `不作新的申报依据；${years.join("、")} 年度仍可测算`;
  const soon =
    repealed !== null && repealed.on <= inForce.to ? `，${dayInWords(repealed.on)}起由${escapeHtml(repealed.by)}废止` : "";
  switch (state) {
    case "not-yet":
      return `<strong>未生效</strong> ${dayInWords(inForce.from)}起施行${soon}`;
    case "in-force":
      return `<strong>施行中</strong>${soon === "" ? "" : ` ${soon.slice(1)}`}`;
    case "expired":
      return `<strong>已失效</strong> 已于${dayInWords(inForce.to)}失效，${still}`;
    case "repealed":
      return `<strong>已废止</strong> 已于${soon.slice(1)}，${still}`;
  }
}

/** Year by year. No window is guessed: where none is known, the notice of the year decides. */
export function windowWords({ years, windows }: PolicySummary, today: string): string {
  if (windows.length === 0) return "申报窗口以当年申报通知为准";
  const told = years.map((year) => {
    const window = windows.find((one) => one.year === year);
    if (window === undefined) return `${year} 年度：以当年申报通知为准`;
    return `${year} 年度：${dayInWords(window.from)}至${dayInWords(window.to)}（${openness(window, today)}，见${escapeHtml(window.by)}）`;
  });
  return `申报窗口　${told.join("；")}`;
}

function openness({ from, to }: FilingWindow, today: string): string {
  if (today < from) return "尚未开始";
  return today > to ? "已截止" : "<strong>正在受理</strong>";
}
