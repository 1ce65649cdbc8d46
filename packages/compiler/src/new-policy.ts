/** A new policy's documents from a template: {{words}} are replaced, and the figures of the title are registered as the text check wants them. */
import { findFigures } from "./read/find-figures.ts";

/** The documents a person writes, in the order in which one reads them. */
export const DOCUMENTS = ["original.txt", "policy.md", "facts.md", "interpretations.md", "cases.md"] as const;

export type DocumentName = (typeof DOCUMENTS)[number];
export type Documents = Readonly<Record<DocumentName, string>>;

export interface NewPolicy {
  /** "shili-2026" */
  readonly policy: string;
  /** YYYY-MM-DD, a day that exists. */
  readonly from: string;
  /** One line, without | ` { }. */
  readonly title: string;
}

export const DEFAULT_TITLE = "示例县企业数字化补助办法";

/** Who issues a policy that has just been begun, and under what number: nobody's, so that what is left of it shows. */
export const SAMPLE_ISSUER = "样本县人民政府";
export const sampleNumber = (from: string): string => `示例〔${from.slice(0, 4)}〕1号`;

/** null: fit for a title; else what it must be. */
export function faultOfTitle(title: string): string | null {
  const fits = title.trim() === title && title.length > 1 && title.length <= 100 && !/[|`{}>\p{Cc}]/u.test(title);
  return fits ? null : "一行 2 至 100 个字，前后没有空格，不含 | ` { } >";
}

export function newPolicy(template: Documents, { policy, from, title }: NewPolicy): Documents {
  const [year = "", month = "", day = ""] = from.split("-");
  const next = String(Number(year) + 1);
  const words: Readonly<Record<string, string>> = {
    policy,
    title,
    number: sampleNumber(from),
    issuer: SAMPLE_ISSUER,
    titleYaml: JSON.stringify(title),
    titleFigures: figuresOf(title),
    from,
    to: `${next}-12-31`,
    fromWords: `${year}年${Number(month)}月${Number(day)}日`,
    toWords: `${next}年12月31日`,
    year,
    nextYear: next,
  };
  const fill = (text: string): string => text.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => words[key] ?? whole);
  return Object.fromEntries(DOCUMENTS.map((name) => [name, fill(template[name])])) as unknown as Documents;
}

/** 关于十二条措施 → a row that says that 十二条 isn't computed with; the whole title is the only excerpt sure to stand once. */
function figuresOf(title: string): string {
  const figures = findFigures(title.replace(/\s/gu, "")).filter((figure) => figure.isCertain);
  if (figures.length === 0) return "";
  const plain = title.replace(/\s/gu, "");
  const rows = figures.map(
    ({ from, to }) => `| — | 告知 | \`${plain.slice(0, from)}【${plain.slice(from, to)}】${plain.slice(to)}\` |`,
  );
  return ["| 数 | 值 | 原文 |", "| --- | --- | --- |", ...rows, "", ""].join("\n");
}
