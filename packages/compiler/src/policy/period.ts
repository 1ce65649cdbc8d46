/** What the official words say of the period in force: 自…起施行, 有效期至…, 有效期两年. Only plain sentences are understood; the others say nothing. */
import { type CalendarDate, daysOf, formatDate } from "@zhengdui/basics";
import { findFigures } from "../read/find-figures.ts";
import { parseFigure } from "../read/parse-figure.ts";
import type { PolicyDocument } from "../read/policy-document.ts";

/** A day, YYYY-MM-DD, with the words that say it. */
export interface SaidDay {
  readonly day: string;
  readonly words: string;
}

export interface SaidPeriod {
  readonly from: readonly SaidDay[];
  readonly to: readonly SaidDay[];
  readonly appliedFrom: readonly SaidDay[];
}

const STARTS = /^起(?:正式)?(?:施行|实施|执行|生效)/u;
const VALID = /有效期(?:限)?(?:为|是|暂定|暂定为|限)?$/u;
const UNTIL = /(?:有效期(?:限)?(?:为|自.*)?(?:截)?[至到]|起(?:正式)?(?:施行|实施|执行|生效)，?(?:截)?[至到])$/u;

/** `from`: the day that the front matter states; a term in years runs from it, and ends on the day before. */
export function saidPeriod(document: PolicyDocument, from: string): SaidPeriod {
  const period = { from: [] as SaidDay[], to: [] as SaidDay[], appliedFrom: [] as SaidDay[] };
  for (const section of document.sections) {
    const text = section.quotes
      .map((quote) => quote.text)
      .join("")
      .replace(/\s/gu, "");
    for (const figure of findFigures(text)) {
      const before =
        text
          .slice(0, figure.from)
          .split(/[。；]/u)
          .at(-1) ?? "";
      const after = text.slice(figure.to);
      const words = `${before}${figure.text}${after.split(/[。；，]/u)[0] ?? ""}`;
      const day = dayOf(figure.text);
      if (day !== null && STARTS.test(after) && before.endsWith("自")) period.from.push({ day, words });
      if (day !== null && UNTIL.test(before)) period.to.push({ day, words });
      if (day !== null && /^(?:起|至)[^。；]*参照(?:本办法|本措施)?执行/u.test(after) && !STARTS.test(after))
        period.appliedFrom.push({ day, words });
      const end = VALID.test(before) ? afterYears(from, figure.text) : null;
      if (end !== null) period.to.push({ day: end, words });
    }
  }
  return period;
}

function dayOf(text: string): string | null {
  const figure = parseFigure(text);
  if (figure?.unit !== "日期") return null;
  const digits = String(figure.value);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** 两年 from 2026-03-01 → 2028-02-29 */
function afterYears(from: string, text: string): string | null {
  const figure = parseFigure(text);
  if (figure === null || figure.unit !== "年" || figure.scale !== 0) return null;
  const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  const start: CalendarDate = { year: year + figure.value, month, day };
  // 29 February has its anniversary on 1 March.
  const days = daysOf(start) ?? daysOf({ ...start, month: 3, day: 1 });
  return days === null ? null : formatDate(days - 1);
}
