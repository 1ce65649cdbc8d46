/** Puts a raw JSON value into words for a problem text: short, on one line, whatever its size or depth. */

const SHOWN = 40;

export function describe(raw: unknown): string {
  switch (typeof raw) {
    case "string":
      return raw === "" ? "空文字" : `文字 ${quoted(raw)}`;
    case "number":
      return `数 ${raw}`;
    case "boolean":
      return `${raw}`;
    case "undefined":
      return "空缺";
    case "object":
      return raw === null ? "null" : Array.isArray(raw) ? "数组" : "对象";
    default:
      return "不能识别的值";
  }
}

/** “…”, shortened, with control characters and lone surrogates made visible. */
export function quoted(text: string): string {
  const shown = [...text.slice(0, SHOWN * 2)].slice(0, SHOWN).join("");
  const visible = shown.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `“${visible}${shown.length < text.length ? "…" : ""}”`;
}
