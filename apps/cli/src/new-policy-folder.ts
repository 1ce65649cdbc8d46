/** `zhengdui policy new FOLDER`: writes a small policy that compiles and whose cases pass, to be changed into one's own. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fail, type Outcome, ok, type Problem, parseDate } from "@zhengdui/basics";
import {
  compilePolicy,
  DEFAULT_TITLE,
  DOCUMENTS,
  type Documents,
  faultOfTitle,
  type NewPolicy,
  newPolicy,
  printComplaint,
} from "@zhengdui/compiler";
import { reportProblems } from "./command.ts";
import { runPolicyCases } from "./policy-cases.ts";
import type { VerbCall } from "./policy-verb.ts";

const USAGE = "zhengdui policy new shili-2026/2026-01-01 --title 示例县企业数字化补助办法";

/** The exit status. Nothing is written unless all of it is right. */
export function newPolicyFolder({
  root,
  words,
  values,
  json,
  io,
}: Pick<VerbCall, "root" | "words" | "values" | "json" | "io">): number {
  const wish = readWish(words[0] ?? "", values.get("title") ?? DEFAULT_TITLE);
  if (!wish.ok) return reportProblems(wish.errors, json, io);
  const { folder, ...policy } = wish.value;
  const taken = existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0);
  if (taken) return reportProblems([{ path: folder, problem: "这里已经有文件，没有改动", expected: "换一个文件夹" }], json, io);
  const documents = newPolicy(readTemplate(root), policy);
  const faults = faultsOf(folder, documents);
  if (faults.length > 0) {
    io.stderr.write(`${faults.join("\n\n")}\n`);
    return 2;
  }
  mkdirSync(folder, { recursive: true });
  for (const name of DOCUMENTS) writeFileSync(path.join(folder, name), documents[name]);
  io.stdout.write(
    `${[`写好了 ${folder}：${DOCUMENTS.join("、")}`, "先读 policy.md，改一处，检查一次：", `zhengdui policy check ${folder}`].join("\n")}\n`,
  );
  return 0;
}

interface Wish extends NewPolicy {
  readonly folder: string;
}

function readWish(given: string, title: string): Outcome<Wish, Problem> {
  const problems: Problem[] = [];
  const complain = (path: string, problem: string, expected: string): void => {
    problems.push({ path, problem, expected });
  };
  const folder = given.replace(/(?<=.)[/\\]+$/, "");
  const [policy = "", from = ""] = folder.split(/[/\\]/).slice(-2);
  const fault = faultOfTitle(title);
  if (fault !== null) complain("--title", "不能用作政策的名称", fault);
  if (given === "") complain("", "没有写文件夹", USAGE);
  else if (parseDate(from) === null || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(policy))
    complain(given, "文件夹不是 <政策代号>/<施行日>", `代号用小写字母、数字和 -，施行日写成 年-月-日：${USAGE}`);
  return problems.length > 0 ? fail(...problems) : ok({ folder, policy, from, title });
}

const readTemplate = (root: string): Documents =>
  Object.fromEntries(
    DOCUMENTS.map((name) => [name, readFileSync(path.join(root, "templates", "policy", name), "utf8")]),
  ) as unknown as Documents;

/** A title can say what the template didn't foresee; then its own words are complained of, and nothing is written. */
function faultsOf(folder: string, documents: Documents): string[] {
  const compiled = compilePolicy({
    folder,
    original: documents["original.txt"],
    policy: documents["policy.md"],
    facts: documents["facts.md"],
    interpretations: documents["interpretations.md"],
  });
  if (!compiled.ok) return compiled.errors.map(printComplaint);
  return runPolicyCases(compiled.value, `${folder}/cases.md`, documents["cases.md"]).complaints.map(printComplaint);
}
