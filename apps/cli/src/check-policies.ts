/** `zhengdui policy check` and `compile`: every policy's documents, or those of the folders named. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Complaint, DOCUMENTS, printComplaint, printNotice } from "@zhengdui/compiler";
import type { Policy } from "@zhengdui/policy";
import { type Io, reportProblems } from "./command.ts";
import { combinationLines } from "./page/combination-page.ts";
import { runPolicyCases } from "./policy-cases.ts";
import { examinePolicyFolder, policyFolders, policyText } from "./policy-folder.ts";

const FILE = path.join("compiled", "policy.json");

interface Told {
  readonly complaint: object;
  readonly text: string;
}

/** `folders`, relative to `root`: null, every policy under it; `write`: compile instead of comparing. The exit status. */
export function checkPolicies(
  root: string,
  write: boolean,
  json: boolean,
  io: Io,
  folders: readonly string[] | null = null,
): number {
  const missing = (folders ?? []).flatMap((folder) =>
    DOCUMENTS.filter((name) => !existsSync(path.join(root, folder, name))).map((name) => ({
      path: path.join(folder, name),
      problem: "没有这个文件",
      expected: "政策文件夹 <政策代号>/<施行日>，可由 zhengdui policy new 写出",
    })),
  );
  if (missing.length > 0) return reportProblems(missing, json, io);
  const told: Told[] = [];
  const done: string[] = [];
  const waiting: string[] = [];
  const noticed: Complaint[] = [];
  for (const folder of folders ?? policyFolders(root)) {
    const { compiled, notices } = examinePolicyFolder(root, folder);
    noticed.push(...notices);
    if (!compiled.ok) {
      told.push(...compiled.errors.map(tell));
      if (!write) waiting.push(caseFile(folder));
    } else if (write) done.push(writeCompiled(root, folder, compiled.value));
    else {
      // Every policy of the product is compiled; one that is being written needn't be yet.
      told.push(...staleness(root, folder, compiled.value, folders === null));
      const run = runPolicyCases(compiled.value, caseFile(folder), readCaseText(root, folder));
      told.push(...run.complaints.map(tell));
      done.push(
        `${lineOf(folder, compiled.value, folders === null)}，算例 ${run.cases} 个`,
        ...combinationLines(compiled.value).map((line) => `  ${line}`),
      );
    }
  }
  if (told.length > 0) {
    const later = waiting.length === 0 ? [] : [`还没有核对算例：${waiting.join("、")}。以上改好以后，再运行一次就会逐个测算。`];
    const texts = [...told.map((t) => t.text), ...later];
    io.stderr.write(json ? `${JSON.stringify(told.map((t) => t.complaint))}\n` : `${texts.join("\n\n")}\n`);
    return 2;
  }
  // Data on standard output is the proofs'; a notice without a mistake is the only thing on standard error then.
  if (json && noticed.length > 0) io.stderr.write(`${JSON.stringify(noticed.map((notice) => ({ ...notice, notice: true })))}\n`);
  const blocks = [done.join("\n"), ...(json ? [] : noticed.map(printNotice))];
  io.stdout.write(`${blocks.join("\n\n")}\n`);
  return 0;
}

const tell = (complaint: Complaint): Told => ({ complaint, text: printComplaint(complaint) });

function staleness(root: string, folder: string, policy: Policy, needed: boolean): Told[] {
  const file = path.join(root, folder, FILE);
  const current = existsSync(file) ? readFileSync(file, "utf8") : null;
  if (current === policyText(policy) || (current === null && !needed)) return [];
  const problem = { path: path.join(folder, FILE), problem: "编译结果不是最新的", expected: "zhengdui policy compile" };
  return [{ complaint: problem, text: `${problem.path}: ${problem.problem}; ${problem.expected}` }];
}

function writeCompiled(root: string, folder: string, policy: Policy): string {
  const file = path.join(root, folder, FILE);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, policyText(policy));
  return lineOf(folder, policy, true);
}

/** The hash is what a compiled policy is pinned by; one that is being written has a new one at every word. */
const lineOf = (folder: string, { number, measures, params, hash }: Policy, isPinned: boolean): string =>
  `${folder}　${number}　措施 ${measures.length} 条，数 ${params.length} 个${isPinned ? `，摘要 ${hash.slice(0, 12)}` : ""}`;

const caseFile = (folder: string): string => `${folder.split(path.sep).join("/")}/cases.md`;

function readCaseText(root: string, folder: string): string | null {
  const file = path.join(root, folder, "cases.md");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
