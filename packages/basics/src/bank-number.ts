/** 支付系统行号 (CNAPS): twelve digits, of which the last is the check of ISO 7064 MOD 11,10 over the others. */
import { fail, type Outcome, ok } from "./outcome.ts";
import type { ValueFault } from "./value-fault.ts";

const LENGTH = 12;

/** The number itself, or what is wrong with it. A text: a spreadsheet's number may have lost its first digits. */
export function checkBankNumber(text: string): Outcome<string, ValueFault> {
  if (!/^\d{12}$/.test(text)) {
    const bare =
      text.length > 100
        ? ""
        : text.replace(/[\s-]/g, "").replace(/[０-９]/g, (digit) => "０１２３４５６７８９".indexOf(digit).toString());
    const fault = { problem: shapeProblem(text), expected: "应为 12 位数字的支付系统行号，可向开户银行查询" };
    return fail(bare !== text && isBankNumber(bare) ? { ...fault, suggestion: bare } : fault);
  }
  if (isBankNumber(text)) return ok(text);
  return fail({
    problem: "第 12 位校验不符（ISO 7064 MOD 11,10）",
    expected: `按前 11 位计算，第 12 位应为 ${checkDigit(text)}；请对照开户银行的行号逐位核对`,
  });
}

const isBankNumber = (text: string): boolean => /^\d{12}$/.test(text) && text[LENGTH - 1] === checkDigit(text);

function shapeProblem(text: string): string {
  const stray = /[^0-9]/u.exec(text);
  if (stray !== null) return `第 ${[...text.slice(0, stray.index)].length + 1} 位不是数字`;
  return `长 ${text.length} 位，不是 ${LENGTH} 位`;
}

/** ISO 7064 MOD 11,10, the hybrid system. */
function checkDigit(text: string): string {
  let product = 10;
  for (let at = 0; at < LENGTH - 1; at++) {
    const sum = (product + Number(text[at])) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}
