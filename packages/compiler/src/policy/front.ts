/** The front matter: what the policy is called, when it is in force, which years it covers. */
import { type Complaint, complain } from "../complaints.ts";
import { parseFigure } from "../read/parse-figure.ts";
import type { PolicyDocument } from "../read/policy-document.ts";
import { saidPeriod } from "./period.ts";

export interface Front {
  readonly id: string;
  readonly version: string;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly inForce: { readonly from: string; readonly to: string; readonly appliedFrom: string };
  readonly years: readonly number[];
}

/** `below`: where it stands under the key. Gives "", what a faulty text is worth. */
type Wrong = (key: string, found: string, expected: string, below?: readonly string[]) => string;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function readFront(document: PolicyDocument, complaints: Complaint[]): Front | null {
  const before = complaints.length;
  const front = (document.front.value ?? {}) as Record<string, unknown>;
  const wrong: Wrong = (key, found, expected, below = []) => {
    const line = document.front.lineOf([key, ...below]);
    complaints.push(complain("front-wrong", { file: document.file, line, column: 1, words: key }, { key, found, expected }));
    return "";
  };
  const text = (key: string): string =>
    typeof front[key] === "string" && front[key] !== "" ? front[key] : wrong(key, "缺失", "一段文字");
  const period = (front["in-force"] ?? {}) as Record<string, unknown>;
  const date = (value: unknown, key: string): string =>
    DATE.test(String(value)) ? String(value) : wrong(key, "不是日期", "YYYY-MM-DD");
  const years = Array.isArray(front.years) ? front.years.filter((y): y is number => Number.isInteger(y)) : [];
  if (years.length === 0) wrong("years", "缺失", "政策年度的清单，如 [2023, 2024]");
  const found: Front = {
    id: text("policy"),
    version: date(front.version, "version"),
    number: text("number"),
    title: text("title"),
    issuer: text("issuer"),
    inForce: {
      from: date(period.from, "in-force"),
      to: date(period.to, "in-force"),
      appliedFrom: date(period["applied-from"], "in-force"),
    },
    years,
  };
  for (const [name, key] of DATES) {
    const row = document.sections.flatMap((section) => section.figures).find((figure) => figure.name === name);
    const figure = row === undefined ? null : parseFigure(row.value.text);
    const stated = Number(String(found.inForce[key]).replaceAll("-", ""));
    if (figure !== null && figure.value !== stated) wrong("in-force", `与原文的“${name}”不符`, row?.value.text ?? "");
  }
  if (complaints.length === before) holdAgainstText(document, found, wrong);
  return complaints.length > before ? null : found;
}

/** What the words say of the period, though no row may be named for it; and the years must lie within the period. */
function holdAgainstText(document: PolicyDocument, front: Front, wrong: Wrong): void {
  const { inForce, years } = front;
  const said = saidPeriod(document, inForce.from);
  for (const [, key, written] of DATES) {
    const days = said[key];
    const [first] = days;
    if (first === undefined || days.some(({ day }) => day === inForce[key])) continue;
    const dated = days.map(({ day, words }) => `${day}（“${words}”）`).join("，或 ");
    wrong("in-force", `的 ${written} 写的是 ${inForce[key]}，与原文不符`, `${written}: ${dated}`, [written]);
  }
  const [first, last] = [inForce.appliedFrom, inForce.to].map((day) => Number(day.slice(0, 4))) as [number, number];
  const odd = years.filter((year) => year < first || year > last);
  if (odd.length > 0) wrong("years", `里的 ${odd.join("、")} 不在施行期间`, `${first} 至 ${last} 之间的年度`);
}

/** Dates that the text gives must be those that the front matter computes with. */
const DATES: readonly (readonly [name: string, key: keyof Front["inForce"], written: string])[] = [
  ["施行日", "from", "from"],
  ["截止日", "to", "to"],
  ["参照执行起始日", "appliedFrom", "applied-from"],
];
