/** JSON text → value, or what is wrong with it by line and column. Keys that stand twice and nesting beyond the limit are errors. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { MAX_DEPTH, scanJson } from "./scan-json.ts";

export function parseJson(text: string): Outcome<unknown, Problem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return rejected(text);
  }
  // The slow scan runs only where the quick counts show that something is wrong.
  const keys = countKeys(value);
  return keys === null || keys !== countWrittenKeys(text) ? rejected(text) : ok(value);
}

function rejected(text: string): Outcome<unknown, Problem> {
  const { fault, duplicates } = scanJson(text);
  if (fault !== null) return fail(...duplicates, fault);
  if (duplicates.length > 0) return fail(...duplicates);
  return fail({ path: "", problem: "不是合法的 JSON", expected: "应为 UTF-8 编码的 JSON" });
}

/** How many keys the value has in all; null where it is nested too deeply. No recursion. */
function countKeys(root: unknown): number | null {
  let keys = 0;
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      if (depth >= MAX_DEPTH) return null;
      if (Array.isArray(value)) {
        for (const item of value) if (typeof item === "object") next.push(item);
        continue;
      }
      for (const key in value) {
        keys++;
        const inner = (value as Record<string, unknown>)[key];
        if (typeof inner === "object") next.push(inner);
      }
    }
    level = next;
  }
  return keys;
}

/** How many strings of a (valid) JSON text are keys: those that a colon follows. */
function countWrittenKeys(text: string): number {
  let keys = 0;
  for (let from = text.indexOf('"'); from >= 0; ) {
    const end = endOfString(text, from);
    let after = end + 1;
    while (isWhite(text.charCodeAt(after))) after++;
    if (text.charCodeAt(after) === 58) keys++;
    from = text.indexOf('"', after);
  }
  return keys;
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; ; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) return at;
    if (c === 92) at++;
  }
}

const isWhite = (c: number): boolean => c === 32 || c === 10 || c === 13 || c === 9;
