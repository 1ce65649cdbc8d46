/** The figures of one section, both ways: every figure of the official words has one row, every row's value is what its words say. */
import { paidIn } from "../check/units.ts";
import { type Complaint, complain } from "../complaints.ts";
import { findFigures } from "../read/find-figures.ts";
import { HAN } from "../read/han-numeral.ts";
import { type FigureValue, listItems, parseFigure, parseFigureValue, sameFigure } from "../read/parse-figure.ts";
import type { DocSection, Excerpt, FigureRow } from "../read/policy-document.ts";
import { correctionsOf } from "./corrections.ts";
import { excerptFor } from "./excerpt-for.ts";
import { type Squeezed, squeeze } from "./squeeze.ts";

interface Figure {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isCertain: boolean;
  /** Line of the row that has it. */
  boundAt: number | null;
  /** Some row's words stand here and elsewhere too: that is complained about already. */
  ambiguous: boolean;
}

interface Section {
  readonly file: string;
  readonly id: string;
  /** Does the section say that nothing of it is computed? */
  readonly isPlain: boolean;
  /** The quotes, with a line break between them that no excerpt and no figure crosses. */
  readonly words: Pick<Squeezed, "text" | "places">;
  readonly figures: readonly Figure[];
  readonly corrected: readonly { readonly from: number; readonly to: number; readonly figures: readonly string[] }[];
}

/** Faults: figure-words-absent, -twice, -without-figure, figure-value-differs, figure-open-with-figure, figure-bound-twice, figure-unbound. */
export function checkFigures(file: string, document: DocSection): Complaint[] {
  const { id, quotes, figures: rows } = document;
  const squeezed = quotes.map((q) => squeeze(q.lines));
  const places = squeezed.flatMap((q, i) => [...q.places, { line: quotes[i]?.line ?? 1, column: 1 }]);
  const words = { text: squeezed.map((q) => q.text).join("\n"), places };
  const figures = findFigures(words.text).map((f) => ({ ...f, boundAt: null, ambiguous: false }));
  const corrected = correctionsOf(document).map((correction) => {
    const from = words.text.indexOf(bare(correction.words));
    const said = findFigures(bare(correction.corrected)).map((f) => f.text);
    return { from, to: from + bare(correction.words).length, figures: said };
  });
  const section: Section = { file, id, isPlain: isPlain(document), words, figures, corrected };
  const found = rows.flatMap((row) => row.words.flatMap((excerpt) => checkExcerpt(row, excerpt, section)));
  return [
    ...found,
    ...section.figures.filter((f) => f.isCertain && f.boundAt === null && !f.ambiguous).map((f) => unbound(f, section)),
  ];
}

function checkExcerpt(row: FigureRow, excerpt: Excerpt, section: Section): Complaint[] {
  const { file, id: sectionId, words, figures } = section;
  const plain = bare(excerpt.text);
  const place = { file, line: excerpt.line, column: excerpt.column, words: excerpt.text };
  const from = words.text.indexOf(plain);
  const times = plain === "" ? 0 : words.text.split(plain).length - 1;
  if (times === 0) return [complain("figure-words-absent", place, { excerpt: excerpt.text, section: sectionId })];
  if (times > 1) {
    const meant: Figure[] = [];
    for (let at = from; at >= 0; at = words.text.indexOf(plain, at + 1))
      for (const f of figures) if (f.from >= at && f.to <= at + plain.length) meant.push(f);
    for (const f of meant) f.ambiguous = true;
    const sure = meant.filter((f) => f.isCertain);
    const ways = (sure.length > 0 ? sure : meant).map((f) => excerptFor(words.text, f, figures));
    return [complain("figure-words-twice", place, { excerpt: excerpt.text, section: sectionId, times, ways })];
  }
  const ranges = (excerpt.marks.length > 0 ? excerpt.marks : [{ from: 0, to: excerpt.text.length }]).map((mark) => ({
    from: from + bare(excerpt.text.slice(0, mark.from)).length,
    to: from + bare(excerpt.text.slice(0, mark.to)).length,
  }));
  const within = figures.filter((f) => ranges.some((r) => f.from >= r.from && f.to <= r.to));
  // 一次性给予10万元: the excerpt is meant for what is surely a figure.
  const covered = within.some((f) => f.isCertain) ? within.filter((f) => f.isCertain) : within;
  const value = parseFigureValue(row.value.text);
  const fault = value === null ? null : faultOf(row, value, excerpt, covered, section);
  return [...(fault === null ? [] : [fault]), ...bind(row, value, covered, place)];
}

/** A second row for a figure is one too many; a row without binding words (未定) takes none. */
function bind(
  row: FigureRow,
  value: FigureValue | null,
  covered: readonly Figure[],
  place: Parameters<typeof complain>[1],
): Complaint[] {
  if (value?.kind === "open") return [];
  return covered.flatMap((figure) => {
    const otherLine = figure.boundAt;
    figure.boundAt = otherLine ?? row.line;
    return otherLine === null ? [] : [complain("figure-bound-twice", place, { figure: figure.text, otherLine })];
  });
}

function faultOf(
  row: FigureRow,
  value: FigureValue,
  excerpt: Excerpt,
  covered: readonly Figure[],
  { file, corrected, words }: Section,
): Complaint | null {
  const name = row.name ?? "—";
  const atWords = { file, line: excerpt.line, column: excerpt.column, words: excerpt.text };
  const atValue = { file, line: row.value.line, column: row.value.column, words: row.value.text };
  const differs = (words: string) =>
    complain("figure-value-differs", atValue, {
      name,
      value: row.value.text,
      words,
      excerpt: excerpt.text,
      marked: covered.length > 1 ? marked(value, covered, excerpt) : "",
    });
  const [first] = covered;
  switch (value.kind) {
    case "open":
      return first === undefined
        ? null
        : complain("figure-open-with-figure", atValue, { name, excerpt: excerpt.text, figure: first.text });
    case "note":
      return first === undefined ? complain("figure-words-without-figure", atWords, { name, excerpt: excerpt.text }) : null;
    case "list":
      return sameItems(value.items, listItems(excerpt.text)) ? null : differs(listItems(excerpt.text).join("、"));
    case "number": {
      if (first === undefined) return complain("figure-words-without-figure", atWords, { name, excerpt: excerpt.text });
      const mended = (f: Figure) =>
        corrected.some((c) => f.from >= c.from && f.to <= c.to && c.figures.some((words) => equals(value, words)));
      const other = covered.find((f) => !said(value, f, words.text) && !mended(f));
      return other === undefined ? null : differs(other.text);
    }
  }
}

/** The excerpt with 【】 around the figure that the value is. */
function marked(value: FigureValue, covered: readonly Figure[], { text }: Excerpt): string {
  const meant = value.kind === "number" ? covered.find((f) => equals(value, f.text)) : undefined;
  return bare(text).replace((meant ?? covered[0])?.text ?? "", (figure) => `【${figure}】`);
}

/** 元/家 is a reading of “每家…元”: the words bear the 元. 五万、十万元: the first takes the unit of the second. */
function equals(value: Parameters<typeof sameFigure>[0], words: string): boolean {
  const unit = paidIn(value.unit);
  const figure = parseFigure(/[万亿]$/u.test(words) ? `${words}${unit}` : words);
  return figure !== null && sameFigure({ ...value, unit }, figure);
}

const sameItems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

const bare = (text: string): string => text.replace(/\s/gu, "");

/** informational, discretionary, unmodelled: its figures bind nothing. */
const isPlain = ({ rules }: DocSection): boolean =>
  rules.length > 0 && rules.every(({ value }) => PLAIN.has(String((value as { nature?: unknown } | null)?.nature)));
const PLAIN: ReadonlySet<string> = new Set(["informational", "discretionary", "unmodelled"]);

function unbound(figure: Figure, { file, words, figures, isPlain }: Section): Complaint {
  const place = words.places[figure.from] ?? { line: 1, column: 1 };
  return complain(
    "figure-unbound",
    { file, line: place.line, column: place.column, words: figure.text },
    {
      figure: figure.text,
      unit: unknownUnit(figure, words.text),
      value: isPlain || parseFigure(figure.text) === null ? "告知" : figure.text,
      context: excerptFor(words.text, figure, figures),
    },
  );
}

/** A figure found without its unit, where a word that is no known unit follows, bears that word and no other. */
function said(value: Parameters<typeof sameFigure>[0], figure: Figure, words: string): boolean {
  if (unknownUnit(figure, words) === "") return equals(value, figure.text);
  const own = words.startsWith(value.unit, figure.to) ? value.unit : "";
  const read = parseFigure(figure.text + own);
  return read !== null && sameFigure(value, read);
}

/** 三百万标柜, 300万标柜: what stands behind a figure that was found without its unit; "": it has one, or none follows. */
function unknownUnit({ text, to }: Figure, words: string): string {
  if (!new RegExp(`^(?:${HAN}+|[\\d.]+[万亿]?)$`, "u").test(text)) return "";
  return new RegExp(`^(?:(?!${HAN}|[的以及为和至到或])\\p{Script=Han}){1,4}`, "u").exec(words.slice(to))?.[0] ?? "";
}
