/** The functions of strings, counted by code point (DMN 1.5, 10.3.4.3). */
import { whole } from "../value/ratio.ts";
import { is, type Value } from "../value/value.ts";
import { type Builtin, builtin, indexOf, type Work } from "./builtin.ts";

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

const join = (items: Value | undefined, delimiter: Value | undefined, work: Work): Value => {
  const parts = is(items, "list") ? items.items : typeof items === "string" ? [items] : null;
  if (parts === null || (delimiter !== undefined && delimiter !== null && typeof delimiter !== "string")) return null;
  if (parts.some((part) => part !== null && typeof part !== "string")) return null;
  const [texts, between] = [parts.filter((part) => typeof part === "string"), delimiter ?? ""];
  work.hold(texts.reduce((size, text) => size + text.length + between.length, 0));
  return texts.join(between);
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
  builtin("string join", "list, delimiter?", ([items, delimiter], _form, work) => join(items, delimiter, work)),
];
