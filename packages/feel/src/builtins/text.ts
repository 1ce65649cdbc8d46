/** The functions of strings, counted by code point (DMN 1.5, 10.3.4.3). Patterns are read as JavaScript's own, in Unicode mode. */
import { whole } from "../value/ratio.ts";
import { is, list, type Value } from "../value/value.ts";
import { type Builtin, builtin, indexOf } from "./builtin.ts";

const ofStrings = (name: string, form: string, make: (a: string, b: string) => Value): Builtin =>
  builtin(name, form, ([a, b = ""]) => (typeof a === "string" && typeof b === "string" ? make(a, b) : null));

const substring = (text: Value | undefined, start: Value | undefined, length: Value | undefined): Value => {
  const from = indexOf(start);
  const count = length === undefined ? Number.MAX_SAFE_INTEGER : indexOf(length);
  if (typeof text !== "string" || from === undefined || count === undefined || from === 0 || count < 1) return null;
  const points = Array.from(text);
  const first = from > 0 ? from - 1 : points.length + from;
  if (first < 0 || first >= points.length) return from > 0 && first >= points.length ? "" : null;
  return points.slice(first, first + count).join("");
};

/** XPath's flags: i m s as in JavaScript; x takes the white space out of the pattern; q makes it literal. */
const patternOf = (pattern: string, flags: string, extra = ""): RegExp | undefined => {
  if (!/^[imsxq]*$/.test(flags)) return undefined;
  const source = flags.includes("q")
    ? pattern.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
    : flags.includes("x")
      ? pattern.replace(/\s+/g, "")
      : pattern;
  try {
    return new RegExp(source, `${flags.replace(/[xq]/g, "")}u${extra}`);
  } catch {
    return undefined;
  }
};

const flagsOf = (flags: Value | undefined): string | undefined =>
  flags === undefined || flags === null ? "" : typeof flags === "string" ? flags : undefined;

const matches = (input: Value | undefined, pattern: Value | undefined, flags: Value | undefined): Value => {
  const chosen = flagsOf(flags);
  if (typeof input !== "string" || typeof pattern !== "string" || chosen === undefined) return null;
  return patternOf(pattern, chosen)?.test(input) ?? null;
};

const replace = ([input, pattern, replacement, flags]: readonly (Value | undefined)[]): Value => {
  const chosen = flagsOf(flags);
  if (typeof input !== "string" || typeof pattern !== "string" || typeof replacement !== "string" || chosen === undefined)
    return null;
  const regex = patternOf(pattern, chosen, "g");
  // XPath writes $0 for the whole match, JavaScript $&.
  const better = chosen.includes("q")
    ? replacement.replace(/\$/g, "$$$$")
    : replacement.replace(/\$0/g, "$$&").replace(/\\\$/g, "$$$$");
  return regex === undefined ? null : input.replace(regex, better);
};

const split = (input: string, delimiter: string): Value => {
  const regex = patternOf(delimiter, "");
  return regex === undefined ? null : list(input.split(regex).map((part) => part ?? ""));
};

const join = (items: Value | undefined, delimiter: Value | undefined): Value => {
  const parts = is(items, "list") ? items.items : typeof items === "string" ? [items] : null;
  if (parts === null || (delimiter !== undefined && delimiter !== null && typeof delimiter !== "string")) return null;
  if (parts.some((part) => part !== null && typeof part !== "string")) return null;
  return parts.filter((part) => part !== null).join(delimiter ?? "");
};

export const TEXT: readonly Builtin[] = [
  builtin("substring", "string, start position, length?", ([text, start, length]) => substring(text, start, length)),
  ofStrings("string length", "string", (a) => whole(Array.from(a).length)),
  ofStrings("upper case", "string", (a) => a.toUpperCase()),
  ofStrings("lower case", "string", (a) => a.toLowerCase()),
  ofStrings("substring before", "string, match", (a, b) => a.slice(0, Math.max(0, a.indexOf(b)))),
  ofStrings("substring after", "string, match", (a, b) => (a.includes(b) ? a.slice(a.indexOf(b) + b.length) : "")),
  ofStrings("contains", "string, match", (a, b) => a.includes(b)),
  ofStrings("starts with", "string, match", (a, b) => a.startsWith(b)),
  ofStrings("ends with", "string, match", (a, b) => a.endsWith(b)),
  ofStrings("split", "string, delimiter", split),
  builtin("matches", "input, pattern, flags?", ([input, pattern, flags]) => matches(input, pattern, flags)),
  builtin("replace", "input, pattern, replacement, flags?", replace),
  builtin("string join", "list, delimiter?", ([items, delimiter]) => join(items, delimiter)),
];
