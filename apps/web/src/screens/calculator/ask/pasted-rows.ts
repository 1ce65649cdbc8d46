/** Rows copied from a spreadsheet: tab-separated, with a line of headings or in the order of the shown columns. */

import type { Fact } from "@zhengdui/policy";
import type { Json } from "../../../parts/form/json.ts";
import { halfWidth, typedValue } from "../../../parts/form/typed.ts";
import { keyWords } from "../../../words/key-words.ts";

export interface Pasted {
  readonly rows: readonly Readonly<Record<string, Json>>[];
  /** Headings that name no column; they are left out. */
  readonly unknown: readonly string[];
  /** Cells that stand beyond the last column; they are left out. */
  readonly beyond: number;
}

/** In which order cells are read where no heading says it: what must be stated, as declared; then what else is asked at the moment. */
export const pasteOrder = (facts: readonly Fact[], asked: readonly Fact[]): Fact[] => {
  const must = facts.filter(({ key, presence }) => key !== "id" && !presence.startsWith("optional"));
  return [...must, ...asked.filter((fact) => !must.includes(fact))];
};

/** What a spreadsheet puts around cells with line breaks or quotes. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ["", false];
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === "\t") end();
    else if (c === "\n") {
      end();
      rows.push([]);
    } else if (c !== "\r") cell += c;
  }
  end();
  return rows.map((row) => row.map((each) => each.trim())).filter((row) => row.some((each) => each !== ""));
}

export function pastedRows(text: string, columns: readonly Fact[], all: readonly Fact[]): Pasted {
  const [first = [], ...others] = cellsOf(text);
  const named = first.map((heading) =>
    all.find((fact) => fact.label === bare(heading) || fact.key === heading || keyWords(fact.key) === bare(heading)),
  );
  const isHeading = named.some((fact) => fact !== undefined);
  const unknown = first.filter((heading, i) => named[i] === undefined && heading !== "");
  // Headings of another table: in which column what stands, nobody can say.
  if (!isHeading && others.length > 0 && isStrange(first, columns)) return { rows: [], unknown, beyond: 0 };
  const facts = isHeading ? named : columns;
  const lines = (isHeading ? others : [first, ...others]).filter((line) => line.length > 0);
  const beyond = lines.flatMap((line) => line.slice(facts.length)).filter((cell) => cell !== "").length;
  return { rows: lines.map((line) => rowOf(line, facts)), unknown: isHeading ? unknown : [], beyond };
}

/** No cell of the line has a digit in it, or is anything its column takes. */
const isStrange = (line: readonly string[], columns: readonly Fact[]): boolean =>
  line.every((cell, i) => {
    const fact = columns[i];
    if (cell === "" || fact === undefined) return true;
    if (/\d/.test(halfWidth(cell)) || fact.type.kind === "text") return false;
    const value = cellValue(fact, cell);
    return typeof value === "string" && !("options" in fact.type && fact.type.options.some(({ id }) => id === value));
  });

/** 软件实付（元） → 软件实付 */
const bare = (heading: string): string =>
  heading
    .replace(/[（(].*[)）]$/, "")
    .replace(/\*$/, "")
    .trim();

function rowOf(line: readonly string[], facts: readonly (Fact | undefined)[]): Record<string, Json> {
  const row: Record<string, Json> = {};
  for (const [i, cell] of line.entries()) {
    const fact = facts[i];
    if (fact === undefined || cell === "") continue;
    const value = cellValue(fact, cell);
    if (value !== undefined) row[fact.key] = value;
  }
  return row;
}

const YES = new Set(["是", "有", "√", "true", "TRUE", "y", "Y", "1", "yes", "Yes"]);
const NO = new Set(["否", "无", "没有", "×", "false", "FALSE", "n", "N", "0", "no", "No"]);

function cellValue(fact: Fact, said: string): Json | undefined {
  const { type } = fact;
  const cell = type.kind === "text" ? said : halfWidth(said).trim();
  switch (type.kind) {
    case "boolean":
      return YES.has(cell) ? true : NO.has(cell) ? false : cell;
    case "option":
      // A label may be written with full-width brackets.
      return type.options.find(({ id, label }) => id === cell || label === said || label.startsWith(`${said}（`))?.id ?? cell;
    case "options":
      return said
        .split(/[、,，;；]/)
        .map((part) => type.options.find(({ id, label }) => id === part || label === part)?.id ?? part);
    case "date":
      return dashed(cell);
    case "month":
      return dashed(cell).slice(0, 7);
    case "rate":
      return /^\d+(\.\d+)?%$/.test(cell) ? percent(cell) : cell;
    default:
      return typedValue(fact, cell);
  }
}

/** 2023/5/1, 2023年5月1日 → 2023-05-01 */
function dashed(cell: string): string {
  const [, y, m, d] = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?日?)?(?:\s.*)?$/.exec(cell) ?? [];
  if (y === undefined || m === undefined) return cell;
  return [y, m.padStart(2, "0"), ...(d === undefined ? [] : [d.padStart(2, "0")])].join("-");
}

/** "15%" → "0.15", by moving the point. */
function percent(cell: string): string {
  const [whole = "0", part = ""] = cell.slice(0, -1).split(".");
  const digits = `${whole.padStart(3, "0")}${part}`;
  const at = digits.length - part.length - 2;
  return `${digits.slice(0, at).replace(/^0+(?=\d)/, "")}.${digits.slice(at)}`.replace(/\.?0+$/, "");
}
