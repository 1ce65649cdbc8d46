/** Where a JSON text first goes wrong, in the same words in every browser (their own messages differ, and some give no place). */

import { t } from "../../words/t.ts";

export interface Fault {
  /** Offset into the text. */
  readonly at: number;
  readonly problem: string;
  readonly expected: string;
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const WORD = /true|false|null/y;

/** To be called on a text that JSON.parse refuses. */
export function firstFault(text: string): Fault {
  const reader = new Reader(text);
  reader.space();
  if (reader.at === text.length) return reader.fault(t("文件是空的"), t("一份 JSON 档案"));
  const fault = reader.value(0);
  if (fault !== null) return fault;
  reader.space();
  return reader.fault(t("档案结束后还有内容"), t("文件到此为止"));
}

class Reader {
  at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  fault(problem: string, expected: string): Fault {
    return {
      at: this.at,
      problem: this.at >= this.text.length && this.text.trim() !== "" ? t("文件在这里中断") : problem,
      expected,
    };
  }

  private eat(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return false;
    this.at += match[0].length;
    return true;
  }

  private sign(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  space(): void {
    this.eat(SPACE);
  }

  value(depth: number): Fault | null {
    if (depth > 500) return this.fault(t("层次过深"), t("至多 500 层"));
    const next = this.text[this.at];
    if (next === "{") return this.members("}", depth);
    if (next === "[") return this.members("]", depth);
    if (next === '"') return this.string();
    if (this.eat(NUMBER) || this.eat(WORD)) return null;
    return this.fault(
      t("不认识“{sign}”", { sign: next ?? "" }),
      t('值：文字加英文双引号 "…"，或数字、true、false、null、[ ]、{ }'),
    );
  }

  private string(): Fault | null {
    return this.eat(STRING) ? null : this.fault(t("引号没有配对，或文字里有换行、控制字符"), t("成对的英文双引号"));
  }

  private members(close: "}" | "]", depth: number): Fault | null {
    this.at++;
    this.space();
    if (this.sign(close)) return null;
    for (;;) {
      const fault = (close === "}" ? this.key() : null) ?? this.value(depth + 1);
      if (fault !== null) return fault;
      this.space();
      if (this.sign(close)) return null;
      if (!this.sign(",")) return this.fault(t("少了逗号或括号"), t("英文逗号“,”或“{close}”", { close }));
      this.space();
      if (this.text[this.at] === close) return this.fault(t("逗号多余"), t("“{close}”前面不要逗号", { close }));
    }
  }

  private key(): Fault | null {
    if (this.text[this.at] !== '"') return this.fault(t("名称没有加引号"), t('加英文双引号的名称，如 "year"'));
    const fault = this.string();
    if (fault !== null) return fault;
    this.space();
    if (!this.sign(":")) return this.fault(t("名称后少了冒号"), t("英文冒号“:”"));
    this.space();
    return null;
  }
}
