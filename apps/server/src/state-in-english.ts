/** As state-words, for the pages in English. Names of documents stay Chinese, and say so. */
import type { FilingWindow, PolicySummary } from "@zhengdui/contract";
import { escapeHtml } from "./escape-html.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

export const dayInEnglish = (iso: string): string => {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};

const chinese = (text: string): string => `<span lang="zh-CN">${escapeHtml(text)}</span>`;

export function stateInEnglish({ state, inForce, years, repealed }: PolicySummary): string {
  const still = `no ground for a new claim; ${years.join(", ")} can still be computed`;
  const end =
    repealed !== null && repealed.on <= inForce.to ? `repealed from ${dayInEnglish(repealed.on)} by ${chinese(repealed.by)}` : "";
  switch (state) {
    case "not-yet":
      return `<strong>Not yet in force</strong> from ${dayInEnglish(inForce.from)}${end === "" ? "" : `, ${end}`}`;
    case "in-force":
      return `<strong>In force</strong>${end === "" ? "" : ` ${end}`}`;
    case "expired":
      return `<strong>Expired</strong> on ${dayInEnglish(inForce.to)}: ${still}`;
    case "repealed":
      return `<strong>Repealed</strong> ${end}: ${still}`;
  }
}

export function windowsInEnglish({ years, windows }: PolicySummary, today: string): string {
  if (windows.length === 0) return "When claims may be filed: see the notice of the year";
  const told = years.map((year) => {
    const window = windows.find((one) => one.year === year);
    if (window === undefined) return `${year}: see the notice of the year`;
    return `${year}: ${dayInEnglish(window.from)} to ${dayInEnglish(window.to)} (${openness(window, today)}; ${chinese(window.by)})`;
  });
  return `When claims may be filed: ${told.join("; ")}`;
}

function openness({ from, to }: FilingWindow, today: string): string {
  if (today < from) return "not yet open";
  return today > to ? "closed" : "<strong>open now</strong>";
}
