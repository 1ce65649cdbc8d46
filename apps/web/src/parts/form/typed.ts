/** Between what a person types and what the dossier holds. Text that is no number stays text, so that the reader can say what is wrong. */
import type { Fact } from "@zhengdui/policy";
import type { Json } from "./json.ts";

/** What stands in the input. */
export const textOf = (value: Json | undefined): string =>
  value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

/** What the dossier gets; undefined: no key. */
export function typedValue(fact: Fact, text: string): Json | undefined {
  const trimmed = (fact.type.kind === "text" ? text : halfWidth(text)).trim();
  if (trimmed === "") return emptyOf(fact);
  switch (fact.type.kind) {
    case "count":
    case "year":
      return /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : trimmed;
    case "money":
      // Grouping commas and the sign of the currency are how people copy amounts; the field is in 元.
      return trimmed
        .replace(/[,，\s]/g, "")
        .replace(/^[¥￥]/, "")
        .replace(/(?<=\d)元$/, "");
    case "text":
      return text;
    case "uscc":
    case "industry":
    case "decimal":
    case "rate":
    case "date":
    case "month":
    case "option":
    case "options":
    case "boolean":
      return trimmed;
  }
}

/** What a Chinese keyboard writes full width: １２３ → 123. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (c) => (c === "\u3000" ? " " : String.fromCharCode(c.charCodeAt(0) - 0xfee0)));

/** What is made of it once it has been typed to its end: letters grow while they are typed, and spaces fall between them. */
export function tidied(fact: Fact, value: Json | undefined): Json | undefined {
  return fact.type.kind === "uscc" && typeof value === "string" ? value.replace(/\s/g, "").toUpperCase() : value;
}

/** Nothing typed: null where null has a meaning (not known, or no), else no key at all. */
export function emptyOf(fact: Fact): Json | undefined {
  return fact.presence === "unknowable" || fact.presence === "nullable" ? null : undefined;
}

/** A new row of a list: what has a natural first value gets it, the rest waits to be typed. */
export function newRow(facts: readonly Fact[], rows: readonly Json[]): Json {
  const row: Record<string, Json> = {};
  for (const fact of facts) {
    const first = firstValue(fact, rows);
    if (first !== undefined) row[fact.key] = first;
  }
  return row;
}

function firstValue(fact: Fact, rows: readonly Json[]): Json | undefined {
  if (fact.key === "id") return freshId(rows);
  if (fact.presence === "unknowable" || fact.presence === "nullable") return null;
  if (fact.presence !== "required") return undefined;
  if (fact.type.kind === "boolean") return false;
  return fact.type.kind === "option" ? fact.type.options[0]?.id : undefined;
}

const freshId = (rows: readonly Json[]): string => newId("项目", rows);

/** A number of its own for a new row: the list's name and how many there are. */
export function newId(name: string, rows: readonly Json[]): string {
  const taken = new Set(rows.map((row) => (typeof row === "object" && row !== null && "id" in row ? row.id : "")));
  let n = rows.length + 1;
  while (taken.has(`${name}${n}`)) n++;
  return `${name}${n}`;
}
