/** A problem in one sentence, without saying twice what stands beside it already. */
import type { Problem } from "@zhengdui/basics";

/** `label`: the field's name, where it is shown next to these words. */
export function problemWords({ problem, expected }: Problem, label = ""): string {
  const own = label !== "" && problem.startsWith(`${label}：`) ? problem.slice(label.length + 1) : problem;
  return expected === "" ? own : `${own}；${expectedWords(expected)}`;
}

export const expectedWords = (expected: string): string => (expected.startsWith("应") ? expected : `应为${expected}`);
