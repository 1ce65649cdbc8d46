/** `zhengdui assess`: one dossier a file as a page or JSON; or NDJSON, a dossier a line in and a result a line out, in constant memory. */
import { once } from "node:events";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Engine, Result } from "@zhengdui/engine";
import { type Command, type Io, reportProblems } from "../command.ts";
import { readInputFile } from "../input/read-file.ts";
import { type NdjsonLine, readNdjson } from "../input/read-ndjson.ts";
import { engineOf, loadShelf, type PolicyShelf, withShelfNames } from "../load-engine.ts";

const HELP = `zhengdui assess — what an applicant gets, and why
测算一家申报单位在一个政策年度可得的补助。

用法
  zhengdui assess FILE…            每个文件（JSON 或 YAML）一页，中文，逐项说明
  zhengdui assess FILE… --json     结果为 JSON；几个文件时每行一个
  zhengdui assess --ndjson < IN > OUT   每行一份档案进，每行一个结果出，依次；坏行原位写 {"line","errors"}

档案里的 policy 写明按哪项政策测算；不写的按第一项。

退出状态：0 全部测算完成（不论能否得到补助）；1 --ndjson 中有坏行；2 输入有误，标准输出为空，
每个问题一行写到标准错误：路径: 问题; 应为（--json：数组）。
`;

const USAGE = "zhengdui assess FILE… [--json]，或 zhengdui assess --ndjson < IN > OUT";

export const assess: Command = {
  name: "assess",
  summary: "测算一家申报单位",
  help: HELP,
  async run(args, io) {
    if (args.includes("--help")) {
      io.stdout.write(HELP);
      return 0;
    }
    const json = args.includes("--json");
    const files = args.filter((arg) => !arg.startsWith("--"));
    const odd = args.find((arg) => arg.startsWith("--") && arg !== "--json" && arg !== "--ndjson");
    if (odd !== undefined) return reportProblems([{ path: odd, problem: "没有这个选项", expected: USAGE }], json, io);
    const stream = args.includes("--ndjson");
    if (stream ? files.length > 0 : files.length === 0)
      return reportProblems(
        [{ path: "", problem: stream ? "--ndjson 从标准输入读，不写文件名" : "没有写明文件", expected: USAGE }],
        json,
        io,
      );
    const shelf = loadShelf();
    if (!shelf.ok) return reportProblems(shelf.errors, json, io);
    return stream ? assessStream(shelf.value, io) : assessFiles(shelf.value, files, json, io);
  },
};

/** Read and assessed by the policy that the dossier names. */
function assessOne(shelf: PolicyShelf, raw: unknown): Outcome<{ readonly engine: Engine; readonly result: Result }, Problem> {
  const engine = engineOf(shelf, raw);
  if (!engine.ok) return engine;
  const read = engine.value.read(raw);
  if (!read.ok) return fail(...withShelfNames(shelf, raw, read.errors));
  return ok({ engine: engine.value, result: engine.value.assess(read.value) });
}

async function assessFiles(shelf: PolicyShelf, files: readonly string[], json: boolean, io: Io): Promise<number> {
  const problems: Problem[] = [];
  const assessed: { readonly engine: Engine; readonly result: Result }[] = [];
  for (const file of files) {
    const raw = await readInputFile(file);
    const read = raw.ok ? assessOne(shelf, raw.value) : raw;
    if (read.ok) assessed.push(read.value);
    else problems.push(...read.errors.map((error) => (files.length > 1 ? { ...error, path: `${file}#${error.path}` } : error)));
  }
  if (problems.length > 0) return reportProblems(problems, json, io);
  if (json) io.stdout.write(assessed.map(({ result }) => `${JSON.stringify(result)}\n`).join(""));
  else {
    const { resultPage } = await import("../page/result-page.ts");
    io.stdout.write(assessed.map(({ engine, result }) => resultPage(engine.policy, result)).join("\n"));
  }
  return 0;
}

/** Bytes gathered before they are written: fewer system calls, still little memory. */
const WRITE_AT = 1 << 16;

async function assessStream(shelf: PolicyShelf, io: Io): Promise<number> {
  let bad = false;
  let waiting = "";
  const flush = async (): Promise<void> => {
    if (waiting === "") return;
    const room = io.stdout.write(waiting);
    waiting = "";
    if (!room) await once(io.stdout, "drain");
  };
  for await (const batch of readNdjson(io.stdin as AsyncIterable<Uint8Array>)) {
    for (const line of batch) {
      const { text, ok } = answer(shelf, line);
      bad ||= !ok;
      waiting += `${text}\n`;
      if (waiting.length >= WRITE_AT) await flush();
    }
  }
  await flush();
  return bad ? 1 : 0;
}

function answer(shelf: PolicyShelf, { line, value }: NdjsonLine): { readonly text: string; readonly ok: boolean } {
  const read = value.ok ? assessOne(shelf, value.value) : value;
  if (!read.ok) return { text: JSON.stringify({ line, errors: read.errors }), ok: false };
  return { text: JSON.stringify(read.value.result), ok: true };
}
