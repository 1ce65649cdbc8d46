/** What reading a policy's Markdown gives: plain data with places, nothing interpreted yet. Lines and columns count from 1 (UTF-16 units). */
import type { YamlPlaces } from "./read-yaml.ts";

export interface PolicyDocument {
  readonly file: string;
  readonly front: FrontMatter;
  readonly sections: readonly DocSection[];
}

/** `line`: that of the opening ---. */
export interface FrontMatter extends YamlPlaces {
  readonly value: unknown;
  readonly line: number;
}

/** From one `## clause · title` to the next. */
export interface DocSection {
  /** 二（二） */
  readonly id: string;
  /** What stands after `·`; "" without. */
  readonly title: string;
  readonly line: number;
  readonly quotes: readonly Quote[];
  readonly figures: readonly FigureRow[];
  readonly rules: readonly RuleBlock[];
  /** Deeper headings and ordinary paragraphs: commentary. */
  readonly prose: string;
}

/** Official words: the lines of one blockquote, joined without a separator. */
export interface Quote {
  readonly text: string;
  readonly line: number;
  readonly lines: readonly DocCell[];
}

/** Words at a place. */
export interface DocCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** One row of a `| 数 | 值 | 原文 |` table. */
export interface FigureRow {
  /** null where the table has —: a figure that binds nothing. */
  readonly name: string | null;
  readonly nameCell: DocCell;
  /** As written: 20%, 50万元, 纺织、鞋服, 未定, 告知. Read it with `parseFigureValue`. */
  readonly value: DocCell;
  readonly words: readonly Excerpt[];
  readonly line: number;
}

/** Words of the section's quotes. 【…】 marks the only figures meant; `text` is without the marks, `marks` are ranges of `text`. */
export interface Excerpt extends DocCell {
  readonly marks: readonly { readonly from: number; readonly to: number }[];
}

/** `line`: that of the opening ```rule. */
export interface RuleBlock extends YamlPlaces {
  readonly value: unknown;
  readonly text: string;
  readonly line: number;
  readonly tables: readonly DocTable[];
}

/** `表：比例` names a table for use in formulas, `表：奖励(产值)` makes it a function, `累进表：…` one that adds up band by band. */
export interface TableCaption {
  readonly name: string;
  /** null: it is no function. */
  readonly params: readonly string[] | null;
  readonly marginal: boolean;
  readonly cell: DocCell;
}

export interface DocTable {
  /** null: the table is the amount itself. */
  readonly caption: TableCaption | null;
  readonly header: readonly DocCell[];
  readonly rows: readonly (readonly DocCell[])[];
  readonly line: number;
}
