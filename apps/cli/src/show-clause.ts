/** `zhengdui policy show`: one clause with its rule, its figures and its open places. */
import { reportProblems } from "./command.ts";
import { openShelf } from "./load-engine.ts";
import { clausePage } from "./page/clause-page.ts";
import type { VerbCall } from "./policy-verb.ts";

export function showClause({ root, words: [id], values, json, io }: VerbCall): number {
  const usage = "zhengdui policy show 2.2";
  if (id === undefined) return reportProblems([{ path: "", problem: "没有写明条款", expected: usage }], json, io);
  const shelf = openShelf(root);
  if (!shelf.ok) return reportProblems(shelf.errors, json, io);
  const policy = shelf.value.policy(values.get("policy"));
  if (!policy.ok) return reportProblems(policy.errors, json, io);
  const page = clausePage(policy.value, id);
  if (page === null) {
    const known = policy.value.measures.map((m) => `${m.id}（${m.clause}）`).join("、");
    return reportProblems([{ path: id, problem: "没有这一条", expected: known }], json, io);
  }
  io.stdout.write(page);
  return 0;
}
