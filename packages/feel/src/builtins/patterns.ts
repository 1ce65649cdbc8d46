/**
 * matches, replace and split (DMN 1.5, 10.3.4.3): patterns as XPath has them, characters, escapes and classes read as JavaScript's
 * Unicode mode does. Looking ahead or behind isn't XPath's; such a pattern is worth null, as is any that can't be read.
 */
import { compilePattern, type Pattern } from "../pattern/compile-pattern.ts";
import { findAll, type Match } from "../pattern/find-all.ts";
import { list, type Value } from "../value/value.ts";
import { type Builtin, builtin, type Work } from "./builtin.ts";

const patternOf = (pattern: Value | undefined, flags: Value | undefined, work: Work): Pattern | undefined => {
  if (typeof pattern !== "string" || (flags !== undefined && flags !== null && typeof flags !== "string")) return undefined;
  const compiled = compilePattern(pattern, flags ?? "");
  if (compiled === "too long") work.spend(Number.POSITIVE_INFINITY);
  return typeof compiled === "string" ? undefined : compiled;
};

const matches = ([input, pattern, flags]: readonly (Value | undefined)[], work: Work): Value => {
  const compiled = patternOf(pattern, flags, work);
  if (typeof input !== "string" || compiled === undefined) return null;
  return findAll(compiled, Array.from(input), work).next().done !== true;
};

/** `$1` is a group, `$0` the whole; of `$12` as many digits count as there are groups; `\$` and `\\` are the signs themselves. */
const filledIn = (replacement: string, { groups }: Match, work: Work): string => {
  let size = 0;
  return replacement.replace(/\\([\\$])|\$(\d+)/g, (_, sign: string | undefined, digits: string | undefined) => {
    if (digits === undefined) return sign ?? "";
    let length = digits.length;
    while (length > 1 && Number(digits.slice(0, length)) >= groups.length) length -= 1;
    const filled = (groups[Number(digits.slice(0, length))] ?? "") + digits.slice(length);
    size += filled.length;
    work.hold(size);
    return filled;
  });
};

const replace = ([input, pattern, replacement, flags]: readonly (Value | undefined)[], work: Work): Value => {
  const compiled = patternOf(pattern, flags, work);
  if (typeof input !== "string" || typeof replacement !== "string" || compiled === undefined) return null;
  const text = Array.from(input);
  const literal = typeof flags === "string" && flags.includes("q");
  let [made, from] = ["", 0];
  for (const match of findAll(compiled, text, work)) {
    work.spend(Math.ceil(replacement.length / 16));
    made += text.slice(from, match.from).join("") + (literal ? replacement : filledIn(replacement, match, work));
    work.hold(made.length);
    from = match.to;
  }
  return made + text.slice(from).join("");
};

/** An empty match divides two characters; at the ends there is nothing to divide. */
const split = ([input, delimiter]: readonly (Value | undefined)[], work: Work): Value => {
  const compiled = patternOf(delimiter, undefined, work);
  if (typeof input !== "string" || compiled === undefined) return null;
  const text = Array.from(input);
  const made: string[] = [];
  let last = 0;
  for (const { from, to } of findAll(compiled, text, work)) {
    if (from === to && (from === last || from === text.length)) continue;
    made.push(text.slice(last, from).join(""));
    last = to;
  }
  return list([...made, text.slice(last).join("")]);
};

export const PATTERNS: readonly Builtin[] = [
  builtin("matches", "input, pattern, flags?", (args, _form, work) => matches(args, work)),
  builtin("replace", "input, pattern, replacement, flags?", (args, _form, work) => replace(args, work)),
  builtin("split", "string, delimiter", (args, _form, work) => split(args, work)),
];
