/** `instance of`: whether a value conforms to a type written as text, such as `list<number>`. */
import { is, type TypeName, typeOf, type Value } from "./value.ts";

const SIMPLE: readonly string[] = [
  "number",
  "string",
  "boolean",
  "date",
  "time",
  "date and time",
  "years and months duration",
  "days and time duration",
] satisfies TypeName[];

/** The parts of `a, list<b>, c` at the top level. */
const split = (text: string): string[] => {
  const found: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "<") depth += 1;
    else if (char === ">" && text.charAt(at - 1) !== "-") depth -= 1;
    else if (char === "," && depth === 0) {
      found.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, text.slice(from)].map((part) => part.trim()).filter((part) => part !== "");
};

/** null where the type isn't known. */
export const conforms = (value: Value, type: string): boolean | null => {
  if (type === "Any") return value !== null;
  if (type === "Null") return value === null;
  if (type === "day and time duration") return typeOf(value) === "days and time duration";
  if (SIMPLE.includes(type)) return typeOf(value) === type;
  const match = /^(list|range|context|function)\s*(?:<(.*)>\s*(?:->\s*.+)?)?$/.exec(type);
  if (match === null) return null;
  const [, kind, inner] = match;
  if (typeOf(value) !== kind) return false;
  if (inner === undefined) return true;
  if (is(value, "list")) return every(value.items.map((item) => item === null || conforms(item, inner.trim())));
  if (is(value, "range"))
    return every([value.low, value.high].map((end) => end === undefined || end === null || conforms(end, inner.trim())));
  if (is(value, "function")) return value.params.length === split(inner).length;
  if (!is(value, "context")) return false;
  return every(
    split(inner).map((entry) => {
      const at = entry.indexOf(":");
      const key = entry.slice(0, at).trim();
      return value.entries.has(key) && conforms(value.entries.get(key) ?? null, entry.slice(at + 1).trim());
    }),
  );
};

const every = (results: readonly (boolean | null)[]): boolean | null =>
  results.includes(false) ? false : results.includes(null) ? null : true;
