/** The account that a unit is paid to (基本存款账户): what it must be, who may decide on a change, who sees its number. */
import { checkBankNumber, fail, type Outcome, ok, type Problem } from "@zhengdui/basics";

export type BankAccountState = "proposed" | "confirmed" | "refused" | "withdrawn" | "replaced";

export const BANK_ACCOUNT_LABELS: Readonly<Record<BankAccountState, string>> = {
  proposed: "待财政部门核对",
  confirmed: "在用",
  refused: "未通过",
  withdrawn: "已撤回",
  replaced: "已更换",
};

/** What may be done to a proposal or an account, and what it becomes. `replace` comes with another one's confirmation. */
const MOVES = {
  confirm: { from: "proposed", to: "confirmed" },
  refuse: { from: "proposed", to: "refused" },
  withdraw: { from: "proposed", to: "withdrawn" },
  replace: { from: "confirmed", to: "replaced" },
} as const satisfies Readonly<Record<string, { from: BankAccountState; to: BankAccountState }>>;

export type BankAccountMove = keyof typeof MOVES;

export interface BankDetails {
  readonly holder: string;
  readonly number: string;
  readonly bankNumber: string;
  readonly bankName: string;
}

/** Every fault of the details. Never Luhn: company accounts don't follow it. */
export function bankAccountFaults(details: BankDetails, registeredName: string): Problem[] {
  const faults: Problem[] = [];
  if (details.holder !== registeredName)
    faults.push({
      path: "holder",
      problem: `户名“${details.holder}”与登记名称“${registeredName}”不一致`,
      expected: "户名应与登记名称逐字相同；已更名的，请先办理名称变更",
    });
  if (!/^[0-9]{8,32}$/.test(details.number))
    faults.push({ path: "number", problem: "账号不是 8 至 32 位数字", expected: "请只填数字，不加空格和短横" });
  const bank = checkBankNumber(details.bankNumber);
  if (!bank.ok) {
    const [fault] = bank.errors;
    const meant = fault?.suggestion === undefined ? "" : `；是否应为 ${fault.suggestion}`;
    faults.push({
      path: "bankNumber",
      problem: `支付系统行号：${fault?.problem ?? "有误"}`,
      expected: `${fault?.expected ?? ""}${meant}`,
    });
  }
  if (details.bankName.trim() === "") faults.push({ path: "bankName", problem: "没有填写开户银行", expected: "请填写到支行" });
  return faults;
}

export interface Decision {
  readonly move: Exclude<BankAccountMove, "replace">;
  readonly reason: string;
  /** Accounts of those who proposed and who decide. */
  readonly proposer: string;
  readonly decider: string;
}

export function decideBankAccount(state: BankAccountState, decision: Decision): Outcome<BankAccountState, Problem> {
  const { from, to } = MOVES[decision.move];
  if (state !== from)
    return fail({ path: "move", problem: `这一账户现在是“${BANK_ACCOUNT_LABELS[state]}”`, expected: "只有待核对的变更可以处理" });
  if (decision.move !== "withdraw" && decision.proposer === decision.decider)
    return fail({ path: "move", problem: "提出变更的人不能自己核对", expected: "请由财政部门的另一个人核对" });
  if (decision.move === "refuse" && decision.reason.trim() === "")
    return fail({ path: "reason", problem: "没有写明理由", expected: "不通过的要写明理由" });
  return ok(to);
}

/** For everybody but finance and the unit itself: the last four digits alone. */
export const maskedAccount = (number: string): string => `${"*".repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`;
