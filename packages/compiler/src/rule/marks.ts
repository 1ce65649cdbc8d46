/** Marks that a rule may give: only those that pages, notices and cases have words for. */
import { nearest } from "@zhengdui/basics";
import type { MarkRule } from "@zhengdui/policy";
import { MARK_WORDS } from "../cases/case-words.ts";
import type { Scope } from "../check/scope.ts";
import type { Path, RuleReader } from "./rule-reader.ts";

const KNOWN = Object.keys(MARK_WORDS);

/** `key`: a mapping of marks to their tests. */
export function readMarks(rule: RuleReader, key: string, scope: Scope): MarkRule[] {
  return rule.entries(key).flatMap(([mark, text]) => {
    holdMark(rule, [key, mark], mark);
    const test = rule.compile(String(text), [key, mark], scope);
    return test === null ? [] : [{ mark, test }];
  });
}

/** `key`: a single mark, or nothing. */
export function readMark(rule: RuleReader, key: string): string | null {
  const mark = rule.optionalText(key);
  if (mark !== null) holdMark(rule, [key], mark);
  return mark;
}

function holdMark(rule: RuleReader, below: Path, mark: string): void {
  if (KNOWN.includes(mark)) return;
  const known = KNOWN.map((key) => `${key}（${MARK_WORDS[key]}）`).join("、");
  const close = nearest(mark, KNOWN) ?? KNOWN.find((key) => MARK_WORDS[key] === mark) ?? "";
  rule.report([...rule.path, ...below], { code: "unknown-mark", args: { mark, known, nearest: close } });
}
