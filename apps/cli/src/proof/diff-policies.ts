/** `policy diff OLD NEW`: reads two versions, sets them side by side, writes the examples where asked to. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { comparePolicies, type Pair, type PolicyDifference } from "@zhengdui/proof";
import { reportProblems } from "../command.ts";
import { differencePage } from "../page/difference-page.ts";
import type { VerbCall } from "../policy-verb.ts";
import { loadSolver } from "./load-solver.ts";
import { readVersion } from "./read-version.ts";

export async function diffPolicies({ words, values, json, io }: VerbCall): Promise<number> {
  const [from, to] = words;
  if (from === undefined || to === undefined)
    return reportProblems([{ path: "", problem: "要写两版政策", expected: "zhengdui policy diff OLD NEW" }], json, io);
  const [old, now] = [readVersion(from), readVersion(to)];
  if (!old.ok || !now.ok)
    return reportProblems(
      [old, now].flatMap((v) => (v.ok ? [] : v.errors)),
      json,
      io,
    );
  const folder = values.get("examples");
  const { solver, close } = await loadSolver();
  const version = (policy: Policy) => ({ policy, engine: createEngine(policy, "closures") });
  const difference = await comparePolicies(version(old.value), version(now.value), solver);
  close();
  const files = folder === undefined ? new Map<Pair, [string, string]>() : writePairs(difference, folder);
  io.stdout.write(json ? `${JSON.stringify(difference)}\n` : differencePage(old.value, now.value, difference, files));
  return 0;
}

/** 2.2-1-old.json and 2.2-1-new.json: measure, number, version. */
function writePairs({ measures }: PolicyDifference, folder: string): Map<Pair, readonly [string, string]> {
  mkdirSync(folder, { recursive: true });
  return new Map(
    measures.flatMap(({ measure, pairs }) =>
      pairs.map((pair, i) => {
        const write = (side: "old" | "new"): string => {
          const file = path.join(folder, `${measure}-${i + 1}-${side}.json`);
          writeFileSync(file, `${JSON.stringify(pair[side].dossier, null, 2)}\n`);
          return file;
        };
        return [pair, [write("old"), write("new")] as const] as const;
      }),
    ),
  );
}
