/** What can be wrong with a FEEL text as text, each with its place and its mend: the one catalogue of the parser's messages. */
import type { Place } from "./ast.ts";

export type SyntaxCode =
  | "empty"
  | "full-width"
  | "percent"
  | "chinese-unit"
  | "digit-name"
  | "glued-keyword"
  | "open-string"
  | "bad-operator"
  | "unexpected"
  | "incomplete"
  | "lost"
  | "too-deep"
  | "too-long"
  | "unsupported";

/** from, to: UTF-16 offsets into the text given to `parse`; message, expected and mend are Chinese sentences without full stop. */
export interface SyntaxComplaint extends Place {
  readonly code: SyntaxCode;
  readonly message: string;
  readonly expected: string;
  readonly mend: string;
}

interface Words {
  readonly message: string;
  readonly expected: string;
  readonly mend: string;
}

/** `found` is the offending text, `better` what should stand there, where that is known. */
const CATALOGUE: Record<SyntaxCode, (found: string, better: string) => Words> = {
  empty: () => ({ message: "表达式是空的", expected: "一个表达式", mend: "写出表达式" }),
  "full-width": (found, better) => ({
    message: `“${found}”是全角或非 FEEL 符号`,
    expected: "半角符号",
    mend: better === "" ? `删去“${found}”` : `改为半角 ${better === " " ? "空格" : better}`,
  }),
  percent: (found, better) => ({ message: `“${found}”用了百分号`, expected: "小数", mend: `改为 ${better}` }),
  "chinese-unit": (found, better) => ({
    message: `数字后面跟着文字“${found}”`,
    expected: "以元（或条款所定单位）计的纯数字",
    mend: better === "" ? "数字与文字之间用空格或运算符隔开" : `改为 ${better}`,
  }),
  "digit-name": (found) => ({
    message: `“${found}”以数字开头，不能作名称`,
    expected: "以文字或字母开头的名称",
    mend: "把数字移到名称的后面，例如 5G基站 写作 基站5G",
  }),
  "glued-keyword": (found, better) => ({
    message: `“${found}”中的关键字与名称连在一起，会被当作一个名称`,
    expected: "关键字前后有空格",
    mend: `改为 ${better}`,
  }),
  "open-string": () => ({ message: "字符串没有结束的引号", expected: '半角引号 "', mend: '在字符串末尾补 "' }),
  "bad-operator": (found, better) => ({ message: `FEEL 没有运算符“${found}”`, expected: better, mend: `改为 ${better}` }),
  unexpected: (found) => ({
    message: `此处不应有“${found}”`,
    expected: "运算符、逗号、右括号或表达式的结尾",
    mend: `删去“${found}”，或补上它前面所缺的部分`,
  }),
  incomplete: () => ({ message: "表达式没有写完", expected: "一个值、名称或右括号", mend: "补上所缺的部分" }),
  lost: (found) => ({
    message: `长表达式读到“${found}”读不下去`,
    expected: "写法正确，一串相连的运算不超过 300 个",
    mend: "查看此处，或把前面的部分拆成几个有名称的部分",
  }),
  "too-deep": () => ({ message: "表达式嵌套过深", expected: "不超过 500 层", mend: "拆成几个有名称的部分" }),
  "too-long": () => ({
    message: "表达式过长",
    expected: "不超过 3000 个词和符号、10 万字，没有 500 个以上相连的空格",
    mend: "拆成几个有名称的部分",
  }),
  unsupported: (found) => ({ message: `不支持“${found}”`, expected: "FEEL 表达式", mend: `删去“${found}”` }),
};

/** What a message shows of a text at most. */
const SHOWN = 40;
const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

export const complain = (code: SyntaxCode, place: Place, found = "", better = ""): SyntaxComplaint => ({
  code,
  ...CATALOGUE[code](shown(found), shown(better)),
  from: place.from,
  to: place.to,
});
