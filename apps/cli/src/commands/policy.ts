/** `zhengdui policy`: check every policy's documents, show a clause with its rule and figures, compile. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Problem } from "@zhengdui/basics";
import type { Command, Io } from "../command.ts";
import { reportProblems } from "../command.ts";
import { openShelf, productRoot } from "../load-engine.ts";

const HELP = `zhengdui policy — check, show and compile policies
检查、查看和编译政策文件（policies/<政策>/<施行日>/）。

用法
  zhengdui policy check             检查全部政策：原文逐字核对、每个数有出处、类型与单位、档次表无缺口、编译结果是否最新、
                                    cases.md 的每个算例是否与规则算得的一致
  zhengdui policy show 2.2          一条措施：原文、条件、档次、数的出处、有关的解释（也可写 二（二））
                                    --policy ID：哪项政策；不写的是第一项
  zhengdui policy compile           编译，写入 compiled/policy.json

退出状态：0 正常；2 有问题，每个问题给出文件、行、文字、应为、改法（--json：数组）。
`;

const FILE = path.join("compiled", "policy.json");

/** Over every policy under `root`; `write`: compile instead of comparing. The exit status. */
export async function checkPolicies(root: string, write: boolean, json: boolean, io: Io): Promise<number> {
  const { compilePolicyFolder, policyFolders, policyText } = await import("../policy-folder.ts");
  const { printComplaint } = await import("@zhengdui/compiler");
  const { runPolicyCases } = await import("../policy-cases.ts");
  const complaints: { readonly folder: string; readonly complaint: object; readonly text: string }[] = [];
  const done: string[] = [];
  for (const folder of policyFolders(root)) {
    const compiled = compilePolicyFolder(root, folder);
    if (!compiled.ok) {
      complaints.push(...compiled.errors.map((complaint) => ({ folder, complaint, text: printComplaint(complaint) })));
      continue;
    }
    const file = path.join(root, folder, FILE);
    const text = policyText(compiled.value);
    const current = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (write) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    } else if (current !== text) {
      const problem = { path: path.join(folder, FILE), problem: "编译结果不是最新的", expected: "zhengdui policy compile" };
      complaints.push({ folder, complaint: problem, text: `${problem.path}: ${problem.problem}; ${problem.expected}` });
    }
    const { number, measures, params, hash } = compiled.value;
    const line = `${folder}　${number}　措施 ${measures.length} 条，数 ${params.length} 个，摘要 ${hash.slice(0, 12)}`;
    if (write) {
      done.push(line);
      continue;
    }
    const run = runPolicyCases(compiled.value, caseFile(folder), readCaseText(root, folder));
    complaints.push(...run.complaints.map((complaint) => ({ folder, complaint, text: printComplaint(complaint) })));
    done.push(`${line}，算例 ${run.cases} 个`);
  }
  if (complaints.length > 0) {
    io.stderr.write(
      json ? `${JSON.stringify(complaints.map((c) => c.complaint))}\n` : `${complaints.map((c) => c.text).join("\n\n")}\n`,
    );
    return 2;
  }
  io.stdout.write(`${done.join("\n")}\n`);
  return 0;
}

const caseFile = (folder: string): string => `${folder.split(path.sep).join("/")}/cases.md`;

function readCaseText(root: string, folder: string): string | null {
  const file = path.join(root, folder, "cases.md");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

async function show(root: string, id: string | undefined, of: string | undefined, io: Io): Promise<number> {
  const usage = "zhengdui policy show 2.2";
  if (id === undefined) return reportProblems([{ path: "", problem: "没有写明条款", expected: usage }], false, io);
  const shelf = openShelf(root);
  if (!shelf.ok) return reportProblems(shelf.errors, false, io);
  const policy = shelf.value.policy(of);
  if (!policy.ok) return reportProblems(policy.errors, false, io);
  const { clausePage } = await import("../page/clause-page.ts");
  const page = clausePage(policy.value, id);
  if (page === null) {
    const known = policy.value.measures.map((m) => `${m.id}（${m.clause}）`).join("、");
    return reportProblems([{ path: id, problem: "没有这一条", expected: known }], false, io);
  }
  io.stdout.write(page);
  return 0;
}

/** A word that the command would have passed over. An unknown verb is told elsewhere. */
function oddWord(verb: string, rest: readonly string[]): Problem | undefined {
  const expected = "zhengdui policy --help";
  const at = verb === "show" ? rest.indexOf("--policy") : -1;
  if (at >= 0 && (rest[at + 1] ?? "--").startsWith("--")) return { path: "--policy", problem: "没有写出政策", expected };
  const words = rest.filter((word, i) => word !== "--json" && (at < 0 || (i !== at && i !== at + 1)));
  const option = words.find((word) => word.startsWith("-"));
  if (option !== undefined) return { path: option, problem: "没有这个选项", expected };
  const most = verb === "show" ? 1 : 0;
  const extra = words[most];
  return extra === undefined ? undefined : { path: extra, problem: `多出的词，policy ${verb} 至多 ${most} 个`, expected };
}

export const policy: Command = {
  name: "policy",
  summary: "检查、查看和编译政策文件",
  help: HELP,
  async run(args, io) {
    const [verb, ...rest] = args;
    if (verb === undefined || args.includes("--help")) {
      io.stdout.write(HELP);
      return verb === undefined ? 2 : 0;
    }
    const root = productRoot();
    if (root === null)
      return reportProblems([{ path: "policies", problem: "找不到政策文件夹", expected: "在产品的文件夹里运行" }], false, io);
    const json = rest.includes("--json");
    const odd = oddWord(verb, rest);
    if (odd !== undefined) return reportProblems([odd], json, io);
    switch (verb) {
      case "check":
        return checkPolicies(root, false, json, io);
      case "compile":
        return checkPolicies(root, true, json, io);
      case "show": {
        const at = rest.indexOf("--policy");
        const words = rest.filter((arg, i) => !arg.startsWith("--") && (at < 0 || i !== at + 1));
        return show(root, words[0], at < 0 ? undefined : rest[at + 1], io);
      }
      default:
        return reportProblems([{ path: verb, problem: "没有这个子命令", expected: "check、show 或 compile" }], json, io);
    }
  },
};
