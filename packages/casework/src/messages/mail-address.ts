/** The address that the daily mail goes to: what it must look like, how often one may ask for its code, whether a code still counts, and the mail that brings it. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Mail } from "./digest.ts";

const MINUTE_MS = 60_000;
const COUNTS_MINUTES = 30;
const PAUSE_MINUTES = 1;
const A_DAY_COUNT = 5;
const WRONG_COUNT = 5;

/** One address, no name beside it, nothing that a mail's header could be split by. Whether it is there, the code tells. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && /^[\w.+-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);

export interface AskedCode {
  readonly askedAt: Date;
  /** YYYY-MM-DD in China. */
  readonly askedOn: string;
  readonly askedCount: number;
  readonly wrongCount: number;
  readonly confirmedAt: Date | null;
}

/** How often it was asked for today with this time; else why not now. */
export function mayAskCode(before: AskedCode | null, now: Date, today: string): Outcome<number, Problem> {
  const refuse = (problem: string, expected: string) => fail<Problem>({ path: "address", problem, expected });
  if (before === null) return ok(1);
  if (now.getTime() - before.askedAt.getTime() < PAUSE_MINUTES * MINUTE_MS) return refuse("刚刚发过验证码", "请一分钟后再发");
  if (before.askedOn !== today) return ok(1);
  return before.askedCount < A_DAY_COUNT ? ok(before.askedCount + 1) : refuse("今天发的验证码太多了", "请明天再设");
}

/** `sent`: how many mails went to the address within a day, whoever asked for them: a stranger's is mailed no more by many accounts than by one. */
export const mayMailTo = (sent: number): Outcome<null, Problem> =>
  sent < A_DAY_COUNT
    ? ok(null)
    : fail({ path: "address", problem: "一天里发到这个邮箱的信太多了", expected: "请明天再设，或换一个邮箱" });

/** Before the code itself is looked at. */
export function mayTryCode(asked: AskedCode | null, now: Date): Outcome<null, Problem> {
  const refuse = (problem: string) => fail<Problem>({ path: "code", problem, expected: "请重新发一次验证码" });
  if (asked === null || asked.confirmedAt !== null) return refuse("没有等待确认的邮箱");
  if (now.getTime() - asked.askedAt.getTime() > COUNTS_MINUTES * MINUTE_MS) return refuse("验证码已过期");
  return asked.wrongCount < WRONG_COUNT ? ok(null) : refuse("输错的次数太多");
}

/** The code opens nothing: it counts in the session alone that asked for it. */
export const codeMail = (office: string, code: string): Mail => ({
  subject: `${office}惠企政策办理：确认邮箱`,
  text: [
    `验证码 ${code}，${COUNTS_MINUTES} 分钟内有效。请填在您正在设置邮箱的页面上。`,
    "",
    "确认以后，有未读的消息时每天一封邮件告诉您有几条，信里没有办件内容。",
    "不是您本人在设置的，不必理会：不填验证码，就不会再有信来。",
  ].join("\n"),
});
