/** `zhengdui policy mutate`: changes every figure and condition of a policy in turn and tells which worked case notices. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { DOCUMENTS, printComplaint } from "@zhengdui/compiler";
import { causeOf, type Verdict } from "@zhengdui/proof";
import type { Io } from "./command.ts";
import { reportProblems } from "./command.ts";
import { mutatePolicy } from "./mutate-policy.ts";
import { type MutationRun, mutationPage } from "./page/mutation-page.ts";
import { compilePolicyFolder, policyFolders } from "./policy-folder.ts";

/** 0: every mutant that isn't proved equivalent is killed; 1: some survive; 2: the policy or its cases are in error. */
export async function mutatePolicies(root: string, word: string | undefined, json: boolean, io: Io): Promise<number> {
  const [base, folders] = foldersMeant(root, word);
  if (folders.length === 0) {
    const known = [...new Set(policyFolders(root).map((folder) => folder.split(path.sep)[1]))].join("、");
    const expected = `${known}，或者一个政策文件夹`;
    return reportProblems([{ path: String(word), problem: "没有这个政策", expected }], json, io);
  }
  const runs: MutationRun[] = [];
  for (const folder of folders) {
    const run = await mutateFolder(base, folder, io);
    if (typeof run === "string") {
      io.stderr.write(`${run}\n`);
      return 2;
    }
    runs.push(run);
  }
  io.stdout.write(json ? `${JSON.stringify(runs.map(plainRun))}\n` : runs.map(mutationPage).join("\n"));
  return runs.every((run) => run.survivors.length === 0) ? 0 : 1;
}

/** Every policy of the product, every version of one, or a folder in which one is being written. */
function foldersMeant(root: string, word: string | undefined): readonly [string, readonly string[]] {
  if (word !== undefined && /[/\\]/u.test(word)) {
    const here = process.cwd();
    const whole = DOCUMENTS.every((name) => existsSync(path.resolve(here, word, name)));
    return [here, whole ? [path.relative(here, path.resolve(here, word))] : []];
  }
  const all = policyFolders(root);
  return [root, word === undefined ? all : all.filter((folder) => folder.split(path.sep)[1] === word)];
}

/** A run, or what is wrong with the policy or its cases. */
async function mutateFolder(root: string, folder: string, io: Io): Promise<MutationRun | string> {
  const started = performance.now();
  const compiled = compilePolicyFolder(root, folder);
  if (!compiled.ok) return compiled.errors.map(printComplaint).join("\n\n");
  const policy = compiled.value;
  const file = path.join(root, folder, "cases.md");
  const name = `${folder.split(path.sep).join("/")}/cases.md`;
  const text = existsSync(file) ? readFileSync(file, "utf8") : null;
  const mutation = await mutatePolicy(policy, name, text, {
    onMutant: progress(io, folder),
    onProof: (done, of) => {
      if (done === 0) io.stderr.write(`算例没有查出 ${of} 个，交求解器证明是否等同……\n`);
    },
  });
  if (!mutation.ok) return mutation.errors.map(printComplaint).join("\n\n");
  return { policy, folder, ...mutation.value, seconds: (performance.now() - started) / 1000 };
}

/** On a terminal a line that is written over, each per cent once; elsewhere, as in a log, its last state alone. */
function progress({ stderr }: Io, folder: string): (done: number, of: number) => void {
  const terminal = "isTTY" in stderr && stderr.isTTY === true;
  let told = -1;
  return (done, of) => {
    const percent = Math.floor((done / of) * 100);
    const last = done === of;
    if (percent === told && !last) return;
    told = percent;
    if (terminal || last) stderr.write(`${terminal ? "\r" : ""}${folder}　${done}/${of}（${percent}%）${last ? "\n" : ""}`);
  };
}

function plainRun({ policy, folder, verdicts, survivors, seconds }: MutationRun): object {
  const mutants = verdicts.map(({ mutant, ...fate }) => {
    const { kind, clause, place, was, became } = mutant;
    const survivor = survivors.find((s) => s.verdict.mutant === mutant);
    const missing = survivor === undefined ? {} : { cause: causeOf(policy, mutant), suggestion: survivor.difference };
    return { kind, clause, place, was, became, ...fate, ...missing };
  });
  const count = (fate: Verdict["fate"]): number => verdicts.filter((v) => v.fate === fate).length;
  return {
    policy: policy.id,
    folder,
    killed: count("killed"),
    equivalent: count("equivalent"),
    survives: count("survives"),
    seconds: Math.round(seconds * 10) / 10,
    mutants,
  };
}
