/** When a code for a mail address may be asked for, and when one still counts. */
import { expect, it } from "vitest";
import { type AskedCode, codeMail, mayAskCode, mayTryCode } from "../src/index.ts";

const now = new Date("2026-11-25T02:00:00Z");
const asked = (more: Partial<AskedCode> & { minutesAgo?: number } = {}): AskedCode => ({
  askedAt: new Date(now.getTime() - (more.minutesAgo ?? 10) * 60_000),
  ...{ askedOn: "2026-11-25", askedCount: 1, wrongCount: 0, confirmedAt: null },
  ...more,
});

it.each([
  [null, 1],
  [asked(), 2],
  [asked({ askedCount: 4 }), 5],
  [asked({ askedCount: 5 }), "今天发的验证码太多了"],
  [asked({ askedCount: 5, askedOn: "2026-11-24" }), 1],
  [asked({ minutesAgo: 0.5 }), "刚刚发过验证码"],
  [asked({ minutesAgo: 0.5, askedOn: "2026-11-24" }), "刚刚发过验证码"],
] as const)("is asked for: %#", (before, outcome) => {
  const may = mayAskCode(before, now, "2026-11-25");
  expect(may.ok ? may.value : may.errors[0]?.problem).toBe(outcome);
});

it.each([
  [null, "没有等待确认的邮箱"],
  [asked(), null],
  [asked({ minutesAgo: 30 }), null],
  [asked({ minutesAgo: 31 }), "验证码已过期"],
  [asked({ wrongCount: 4 }), null],
  [asked({ wrongCount: 5 }), "输错的次数太多"],
  [asked({ confirmedAt: now }), "没有等待确认的邮箱"],
] as const)("counts: %#", (one, problem) => {
  const may = mayTryCode(one, now);
  expect(may.ok ? null : may.errors[0]?.problem).toBe(problem);
});

it("comes with nothing but the code", () => {
  expect(codeMail("晋江市", "012345").text).toMatch(/^验证码 012345，30 分钟内有效。/);
});
