/** `policy check`: the documents first; what they compile to is proved only when they are in order. */
import path from "node:path";
import { PassThrough } from "node:stream";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import { checkPolicies } from "../check-policies.ts";
import { type Io, reportProblems } from "../command.ts";
import { openShelf } from "../load-engine.ts";
import type { VerbCall } from "../policy-verb.ts";
import { compiledAt } from "./compiled-at.ts";
import type { ProofWish } from "./prove-policies.ts";

/** `base`: what the folders are relative to; `folders`: null, every policy of the product. */
export async function checkAndProve(call: VerbCall, base: string, folders: readonly string[] | null): Promise<number> {
  const { json, io } = call;
  const wish = proofWish(call);
  if (!wish.ok) return reportProblems(wish.errors, json, io);
  const wanted = !call.flags.has("no-proof");
  // With --json only the proofs stand on standard output.
  const silent: Io = json && wanted ? { ...io, stdout: new PassThrough() } : io;
  const status = checkPolicies(base, false, json, silent, folders);
  if (status !== 0 || !wanted) return status;
  const policies = folders === null ? policiesOnShelf(call.root) : folders.map((folder) => compiledAt(path.join(base, folder)));
  const faults = policies.flatMap((found) => (found.ok ? [] : found.errors));
  if (faults.length > 0) return reportProblems(faults, json, io);
  const { provePolicies } = await import("./prove-policies.ts");
  const proved = policies.flatMap((found) => (found.ok ? [found.value] : []));
  await provePolicies(proved, wish.value, io);
  return 0;
}

function policiesOnShelf(root: string): Outcome<Policy, Problem>[] {
  const shelf = openShelf(root);
  return shelf.ok ? shelf.value.ids.map((id) => shelf.value.policy(id)) : [shelf];
}

function proofWish({ values, json }: VerbCall): Outcome<ProofWish, Problem> {
  const enterprises = values.get("enterprises");
  if (enterprises !== undefined && !/^[1-9]\d{0,8}$/.test(enterprises))
    return fail({ path: "--enterprises", problem: `不是家数：${enterprises}`, expected: "大于 0 的整数，如 --enterprises 100" });
  return ok({
    examples: values.get("examples") ?? null,
    enterprises: enterprises === undefined ? null : Number(enterprises),
    json,
  });
}
