/** Bytes → text: strict UTF-8; a byte order mark at the start is dropped. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

export function decodeUtf8(bytes: Uint8Array): Outcome<string, Problem> {
  const spreadsheet = spreadsheetOf(bytes);
  if (spreadsheet !== null) return fail({ path: "", ...spreadsheet });
  try {
    return ok(decoder.decode(bytes));
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const guess = utf16 ? "看来是 UTF-16" : "可能是 GB18030（GBK）";
    return fail({
      path: "",
      problem: `不是 UTF-8 编码（第 ${firstBadByte(bytes) + 1} 个字节起，${guess}）`,
      expected: "另存为 UTF-8 编码再提交",
    });
  }
}

/** Text never begins with these bytes; people take a workbook for it. */
function spreadsheetOf(bytes: Uint8Array): Omit<Problem, "path"> | null {
  const begins = (...magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return { problem: "这是旧版 Excel 文件（.xls），不能直接读", expected: "请另存为 .xlsx" };
  if (begins(0x50, 0x4b, 3, 4))
    return { problem: "这是工作簿或压缩文件", expected: "JSON 或 YAML；填好的 .xlsx 用 zhengdui settle 整批测算" };
  return null;
}

/** The longest prefix that decodes, by halving: a prefix may end within a character, hence `stream`. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
