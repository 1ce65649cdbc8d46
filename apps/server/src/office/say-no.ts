/** Refusals made of what casework found wrong: one sentence from the first problem, all of them in their places. */
import { fail, type Problem } from "@zhengdui/basics";
import type { Refusal } from "./refusal.ts";

/** `status`: 422 where the input can be mended, 409 where it is the state of things that forbids it. */
export function sayNo(problems: readonly Problem[], status: 409 | 410 | 422 = 422) {
  const [first] = problems;
  const error = first === undefined ? "不能这样做。" : `${first.problem}。${first.expected}。`;
  return fail<Refusal>({ status, error, problems });
}
