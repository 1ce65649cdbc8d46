/** `zhengdui policy`: begin a policy, check and prove, compare versions, show a clause, compile, export. A verb is one entry of the table below. */
import path from "node:path";
import type { Command } from "../command.ts";
import { reportProblems } from "../command.ts";
import { productRoot } from "../load-engine.ts";
import { type PolicyVerb, readVerb, type VerbCall } from "../policy-verb.ts";

/** As many folders as one likes. */
const ANY = Number.POSITIVE_INFINITY;

/** As seen from here, without a stroke at its end: complaints name files by it. */
const fromHere = (folder: string): string => path.relative(process.cwd(), path.resolve(folder)) || ".";

/** What the folders are relative to, and which; null: all of the product's. */
const foldersOf = ({ root, words }: VerbCall): readonly [string, readonly string[] | null] =>
  words.length === 0 ? [root, null] : [process.cwd(), words.map(fromHere)];

async function check(call: VerbCall): Promise<number> {
  const { checkAndProve } = await import("../proof/check-and-prove.ts");
  return checkAndProve(call, ...foldersOf(call));
}

async function compile(call: VerbCall): Promise<number> {
  const { checkPolicies } = await import("../check-policies.ts");
  const [base, only] = foldersOf(call);
  return checkPolicies(base, true, call.json, call.io, only);
}

const VERBS: Readonly<Record<string, PolicyVerb>> = {
  new: {
    help: `  zhengdui policy new 文件夹        写出一份完整、带说明、能通过检查的小政策，照着改成自己的。
                                    文件夹写成 <政策代号>/<施行日>，如 shili-2026/2026-01-01；--title 名称：政策的名称`,
    flags: [],
    values: ["title"],
    words: 1,
    run: async (call) => (await import("../new-policy-folder.ts")).newPolicyFolder(call),
  },
  check: {
    help: `  zhengdui policy check             检查全部政策：原文逐字核对、每个数有出处、类型与单位、档次表无缺口、编译结果是否最新、
                                    cases.md 的每个算例是否与规则算得的一致；后面写文件夹，就只查那几个。
                                    再证明规则：边界、矛盾、用不到的档次和限额、多投反而少得、两个算法分开，每处附一份核实过的档案
                                    --examples DIR：把这些档案写到 DIR；--enterprises N：N 家企业一年最多花多少
                                    --no-proof：只检查文件，不作证明`,
    flags: ["no-proof"],
    values: ["examples", "enterprises"],
    words: ANY,
    run: check,
  },
  diff: {
    help: `  zhengdui policy diff OLD NEW      两版政策（版本文件夹或编译好的 policy.json）：每条措施谁多得、谁少得、多少、从哪个数起
                                    --examples DIR：把两版各一份的档案写到 DIR`,
    flags: [],
    values: ["examples"],
    words: 2,
    run: async (call) => (await import("../proof/diff-policies.ts")).diffPolicies(call),
  },
  show: {
    help: `  zhengdui policy show 2.2          一条措施：原文、条件、档次、数的出处、有关的解释（也可写 二（二））
                                    --policy ID：哪项政策；不写的是第一项`,
    flags: [],
    values: ["policy"],
    words: 1,
    run: async (call) => (await import("../show-clause.ts")).showClause(call),
  },
  compile: {
    help: "  zhengdui policy compile           编译，写入 compiled/policy.json；后面写文件夹，就只编译那几个",
    flags: [],
    values: [],
    words: ANY,
    run: compile,
  },
  export: {
    help: `  zhengdui policy export --dmn      导出为 DMN 模型（OMG 的决策模型标准），写到标准输出
                                    --dmn-version 1.5 或 1.3（不写的是 1.5）；--policy ID；-o 文件：写到文件`,
    flags: ["dmn"],
    values: ["dmn-version", "policy", "out"],
    words: 0,
    run: async (call) => (await import("../export-policy.ts")).exportPolicy(call),
  },
  mutate: {
    help: `  zhengdui policy mutate [政策]     （或一个文件夹）把每个数、每个比较、每个条件逐一改错，看 cases.md 的算例能不能查出；查不出的给出
                                    一份能分辨的事实，供补写算例；证明改了也一样的，列出理由`,
    flags: [],
    values: [],
    words: 1,
    run: async ({ root, words, json, io }) => (await import("../mutate-policies.ts")).mutatePolicies(root, words[0], json, io),
  },
};

const HELP = `zhengdui policy — begin, check, show, compile and export policies
新写、检查、查看、编译和导出政策文件（policies/<政策>/<施行日>/）。

用法
${Object.values(VERBS)
  .map((verb) => verb.help)
  .join("\n")}

退出状态：0 正常；1 有改错没有查出（mutate）；2 有问题，每个问题给出文件、行、文字、应为、改法（--json：数组）。
`;

export const policy: Command = {
  name: "policy",
  summary: "新写、检查、查看、编译和导出政策文件",
  help: HELP,
  async run(args, io) {
    const [name, ...rest] = args;
    if (name === undefined || args.includes("--help")) {
      io.stdout.write(HELP);
      return name === undefined ? 2 : 0;
    }
    const json = rest.includes("--json");
    const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
    if (verb === undefined)
      return reportProblems([{ path: name, problem: "没有这个子命令", expected: Object.keys(VERBS).join("、") }], json, io);
    const { call, odd } = readVerb(verb, rest);
    if (odd !== null) return reportProblems([odd], json, io);
    const root = productRoot();
    if (root === null)
      return reportProblems([{ path: "policies", problem: "找不到政策文件夹", expected: "在产品的文件夹里运行" }], json, io);
    return verb.run({ ...call, root, io });
  },
};
