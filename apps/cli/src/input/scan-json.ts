/**
 * Finds what JSON.parse doesn't tell: where a text stops being JSON (line and column), keys that stand twice in one object, nesting
 * that is too deep. Runs without recursion, and only where one of these is known to be the case.
 */
import type { Problem } from "@zhengdui/basics";
import { indexPath, keyPath } from "@zhengdui/engine";

export const MAX_DEPTH = 64;
const MAX_DUPLICATES = 1000;
const ON_ONE_LINE = '文字写在一行的双引号 "…" 里，换行写作 \\n，\\ 写作 \\\\';
const QUOTE = 34;
const BACKSLASH = 92;
const SPACE = 32;

export interface JsonScan {
  /** The first error of syntax or depth; null where there is none. */
  readonly fault: Problem | null;
  readonly duplicates: readonly Problem[];
}

interface Frame {
  /** null: an array. */
  readonly keys: Map<string, number> | null;
  key: string;
  index: number;
}

type Expecting = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "end";

const WHITE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;

export function scanJson(text: string): JsonScan {
  return new Scanner(text).scan();
}

/** Offsets → "第 3 行第 5 列", both from 1; a column counts UTF-16 units. The lines are found once. */
class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let next = text.indexOf("\n"); next >= 0; next = text.indexOf("\n", next + 1)) this.starts.push(next + 1);
  }

  place(offset: number): string {
    let [line, end] = [0, this.starts.length];
    while (end - line > 1) {
      const middle = (line + end) >> 1;
      if ((this.starts[middle] as number) <= offset) line = middle;
      else end = middle;
    }
    return `第 ${line + 1} 行第 ${offset - (this.starts[line] as number) + 1} 列`;
  }
}

class Scanner {
  private at = 0;
  private expecting: Expecting = "value";
  private readonly stack: Frame[] = [];
  private readonly duplicates: Problem[] = [];
  private lines: Lines | null = null;

  constructor(private readonly text: string) {}

  scan(): JsonScan {
    for (;;) {
      this.match(WHITE);
      if (this.at >= this.text.length) break;
      const fault = this.step(this.text[this.at] as string);
      if (fault !== null) return { fault, duplicates: this.duplicates };
    }
    const open =
      this.expecting !== "end"
        ? this.fault(this.text.trim() === "" ? "内容是空的" : "内容没有写完就结束了", "应为完整的 JSON")
        : null;
    return { fault: open, duplicates: this.duplicates };
  }

  private step(c: string): Problem | null {
    switch (this.expecting) {
      case "value":
      case "value-or-end":
        return c === "]" && this.expecting === "value-or-end" ? this.close() : this.value(c);
      case "key":
      case "key-or-end":
        return c === "}" && this.expecting === "key-or-end" ? this.close() : this.key(c);
      case "colon":
        return this.punctuation(c, ":", "value", "键的后面应为冒号 :");
      case "comma-or-end":
        return this.comma(c);
      case "end":
        return this.fault("JSON 已经结束，后面还有内容", "一个文件只写一份 JSON");
    }
  }

  private value(c: string): Problem | null {
    if (c === "{" || c === "[") return this.open(c);
    if (c === '"') {
      const fault = this.string();
      if (fault !== null) return fault;
    } else if (this.match(SCALAR) === null) return this.fault(unexpected(c), "应为一个值：文字、数、true、false、null、{ 或 [");
    this.expecting = this.stack.length === 0 ? "end" : "comma-or-end";
    return null;
  }

  private open(c: "{" | "["): Problem | null {
    if (this.stack.length >= MAX_DEPTH) return this.fault(`嵌套超过 ${MAX_DEPTH} 层`, `对象和数组至多嵌套 ${MAX_DEPTH} 层`);
    this.stack.push({ keys: c === "{" ? new Map() : null, key: "", index: 0 });
    this.expecting = c === "{" ? "key-or-end" : "value-or-end";
    this.at++;
    return null;
  }

  private key(c: string): Problem | null {
    const from = this.at;
    if (c !== '"') return this.fault(unexpected(c), '应为用双引号括起来的键 "…"');
    const fault = this.string();
    if (fault !== null) return fault;
    const frame = this.stack.at(-1) as Frame;
    frame.key = JSON.parse(this.text.slice(from, this.at)) as string;
    const first = frame.keys?.get(frame.key);
    if (first === undefined) frame.keys?.set(frame.key, from);
    else this.duplicate(from, first);
    this.expecting = "colon";
    return null;
  }

  private duplicate(from: number, first: number): void {
    if (this.duplicates.length >= MAX_DUPLICATES) return;
    const problem = `键重复（${this.place(from)}，前一处在${this.place(first)}）`;
    this.duplicates.push({ path: this.path(), problem, expected: "同一对象里每个键只写一次" });
  }

  private comma(c: string): Problem | null {
    const frame = this.stack.at(-1) as Frame;
    if (c === (frame.keys === null ? "]" : "}")) return this.close();
    frame.index++;
    const end = frame.keys === null ? "]" : "}";
    return this.punctuation(c, ",", frame.keys === null ? "value" : "key", `应为逗号 , 或 ${end}`);
  }

  private close(): null {
    this.stack.pop();
    this.expecting = this.stack.length === 0 ? "end" : "comma-or-end";
    this.at++;
    return null;
  }

  private punctuation(c: string, wanted: string, next: Expecting, expected: string): Problem | null {
    if (c !== wanted) return this.fault(unexpected(c), expected);
    this.expecting = next;
    this.at++;
    return null;
  }

  /** Past the string that begins here. By hand: a regular expression's stack would grow with the string. */
  private string(): Problem | null {
    let end = this.at + 1;
    for (; ; end++) {
      const c = this.text.charCodeAt(end);
      if (c === QUOTE) break;
      if (Number.isNaN(c)) return this.fault("文字缺少结尾的双引号", ON_ONE_LINE);
      if (c < SPACE) return this.fault("文字里有换行或控制字符", ON_ONE_LINE);
      if (c !== BACKSLASH) continue;
      ESCAPE.lastIndex = end;
      const sequence = ESCAPE.exec(this.text);
      if (sequence === null) return this.fault("文字里有不能识别的 \\ 转义", ON_ONE_LINE);
      end += sequence[0].length - 1;
    }
    this.at = end + 1;
    return null;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at += found[0].length;
    return found[0];
  }

  private fault(what: string, expected: string): Problem {
    return { path: "", problem: `不是合法的 JSON：${this.place(this.at)}，${what}`, expected };
  }

  private place(offset: number): string {
    this.lines ??= new Lines(this.text);
    return this.lines.place(offset);
  }

  private path(): string {
    return this.stack.reduce(
      (path, frame) => (frame.keys === null ? indexPath(path, frame.index) : keyPath(path, frame.key)),
      "",
    );
  }
}

function unexpected(c: string): string {
  if (c === "'" || c === "“" || c === "”") return "引号应为半角双引号";
  if (c === "，" || c === "：" || c === "｛" || c === "［") return `“${c}”是全角符号`;
  if (c === "/" || c === "#") return "JSON 里不能写注释";
  if (c < " ") return "有控制字符";
  return `“${c}”不应出现在这里`;
}
