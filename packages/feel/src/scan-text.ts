/**
 * What must be refused before the grammar sees the text: full-width signs outside strings and comments (the grammar takes some
 * of them for letters and reads the expression wrong without a word), percentages, Chinese units, names that begin with a digit.
 */
import type { Place } from "./ast.ts";
import { complain, type SyntaxComplaint } from "./syntax-complaint.ts";

/** Signs that aren't a plain shift of ASCII, and what FEEL writes instead ("" where there is nothing). */
const HALF_WIDTH = new Map<string, string>([
  ["×", "*"],
  ["÷", "/"],
  ["−", "-"],
  ["–", "-"],
  ["—", "-"],
  ["≥", ">="],
  ["≤", "<="],
  ["≧", ">="],
  ["≦", "<="],
  ["≠", "!="],
  ["“", '"'],
  ["”", '"'],
  ["„", '"'],
  ["‘", '"'],
  ["’", '"'],
  ["「", '"'],
  ["」", '"'],
  ["『", '"'],
  ["』", '"'],
  ["【", "["],
  ["】", "]"],
  ["〔", "["],
  ["〕", "]"],
  ["《", ""],
  ["》", ""],
  ["〈", "<"],
  ["〉", ">"],
  ["、", ","],
  ["。", "."],
  ["…", ".."],
  ["￥", ""],
  ["¥", ""],
  ["％", "%"],
  ["　", " "],
]);

/** The half-width sign for a full-width one; undefined where the character is none. */
const halfWidth = (char: string): string | undefined => {
  const listed = HALF_WIDTH.get(char);
  if (listed !== undefined) return listed;
  const code = char.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : undefined;
};

/** The stretches of the text that are neither string nor comment, blanked elsewhere so that offsets stay. */
export const blankLiterals = (text: string): { readonly code: string; readonly openString: Place | undefined } => {
  let openString: Place | undefined;
  const code = text.replace(/"(?:\\[\s\S]|[^"\\])*("|$)|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)/g, (literal, end, at: number) => {
    if (literal.startsWith('"') && end !== '"') openString = { from: at, to: at + literal.length };
    return literal.startsWith('"') ? `"${"_".repeat(Math.max(0, literal.length - 2))}"` : " ".repeat(literal.length);
  });
  return { code, openString };
};

/** The digits of a decimal text times 10^power, as a plain decimal: ("1.5", 4) → "15000". */
const shiftPoint = (digits: string, power: number): string => {
  const [whole = "", part = ""] = digits.split(".");
  const all = power < 0 ? `${"0".repeat(-power)}${whole}` : whole + part.padEnd(power, "0").slice(0, power);
  const rest = power < 0 ? all.slice(power) + part : part.slice(power);
  const head = (power < 0 ? all.slice(0, power) : all).replace(/^0+(?=\d)/, "");
  const tail = rest.replace(/0+$/, "");
  return tail === "" ? head || "0" : `${head || "0"}.${tail}`;
};

const UNIT_POWER = new Map([
  ["万", 4],
  ["万元", 4],
  ["亿", 8],
  ["亿元", 8],
  ["元", 0],
]);

const NUMBER_THEN_WORD = /(?<![\p{L}\p{N}_?])(\d+(?:\.\d+)?)(%|[\p{L}_][\p{L}\p{N}_]*)/gu;

const numberThenWord = (code: string): SyntaxComplaint[] => {
  const found: SyntaxComplaint[] = [];
  for (const match of code.matchAll(NUMBER_THEN_WORD)) {
    const [whole, digits = "", word = ""] = match;
    const place = { from: match.index, to: match.index + whole.length };
    if (word === "%") found.push(complain("percent", place, whole, shiftPoint(digits, -2)));
    else if (/^[eE]\d*$/.test(word)) continue;
    else if (/^[\d.]*[A-Za-z_]/.test(word)) found.push(complain("digit-name", place, whole));
    else {
      const power = UNIT_POWER.get(word);
      found.push(complain("chinese-unit", place, whole, power === undefined ? "" : shiftPoint(digits, power)));
    }
  }
  return found;
};

const fullWidth = (code: string): SyntaxComplaint[] => {
  const found: SyntaxComplaint[] = [];
  for (let at = 0; at < code.length; at++) {
    const char = code.charAt(at);
    const better = halfWidth(char);
    if (better !== undefined) found.push(complain("full-width", { from: at, to: at + 1 }, char, better));
  }
  return found;
};

const GLUED =
  /(\p{Script=Han})(in|and|or|between|then|else|satisfies|return)(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(if|in|and|or|then|else)(\p{Script=Han})/u;

/** `金额in` is a name to the grammar, and `金额in[1]` a filter: refused unless such a name is declared. */
const gluedKeywords = (code: string, names: readonly string[]): SyntaxComplaint[] => {
  const found: SyntaxComplaint[] = [];
  for (const { 0: word, index } of code.matchAll(/[\p{L}_?][\p{L}\p{N}_]*/gu)) {
    const glued = GLUED.exec(word);
    if (glued === null || names.some((name) => name.includes(word))) continue;
    const better = word.replace(GLUED, glued[1] === undefined ? "$3 $4" : "$1 $2 ").trim();
    found.push(complain("glued-keyword", { from: index, to: index + word.length }, word, better));
  }
  return found;
};

/** Words, numbers and signs, a string counting as a few of them. The grammar's time grows with their square. */
const MAX_WORDS = 3_000;
/** All characters, those of strings and comments too. */
const MAX_LENGTH = 100_000;
/** The grammar looks past white space again and again. */
const MAX_BLANK = /\s{500}/u;
/** A text with more faults than this has one fault again and again. */
const MAX_COMPLAINTS = 100;

const WORD = /[\p{L}\p{N}_?]+|[^\p{L}\p{N}_?\s]/gu;

const countIn = (code: string): number => {
  let words = 0;
  for (const _ of code.matchAll(WORD)) words += 1;
  return words;
};

export const countWords = (text: string): number => countIn(blankLiterals(text).code);

/** The names that may stand in the text, since all their words do: the grammar's time grows with the names that it is given. */
export const namesIn = (text: string, names: readonly string[]): string[] => {
  const words = new Set(blankLiterals(text).code.match(WORD));
  return names.filter((name) => name.match(WORD)?.every((word) => words.has(word)) === true);
};

/** Everything to be refused before parsing, in the order of the text; [] where the text may be parsed. */
export const scanText = (text: string, names: readonly string[] = []): SyntaxComplaint[] => {
  if (text.length > MAX_LENGTH) return [complain("too-long", { from: MAX_LENGTH, to: text.length })];
  const { code, openString } = blankLiterals(text);
  if (code.trim() === "") return [complain("empty", { from: 0, to: text.length })];
  const found = [...fullWidth(code), ...numberThenWord(code), ...gluedKeywords(code, names)];
  if (openString !== undefined && found.length === 0) found.push(complain("open-string", openString));
  const blank = MAX_BLANK.exec(code.trim());
  if (found.length === 0 && (blank !== null || countIn(code) > MAX_WORDS))
    found.push(complain("too-long", { from: blank?.index ?? 0, to: text.length }));
  return found.sort((a, b) => a.from - b.from).slice(0, MAX_COMPLAINTS);
};
