/** The `zhengdui` command: finds the verb, runs it, and never shows a stack trace for what a user did. */
import { fstatSync } from "node:fs";
import { type Command, type Io, reportProblems } from "./command.ts";

/** Loaded only when asked for: `assess one.json` must not wait for spreadsheets or the compiler. */
const COMMANDS: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>> = {
  assess: {
    summary: "测算一家申报单位（JSON、YAML、--ndjson）",
    load: async () => (await import("./commands/assess.ts")).assess,
  },
  settle: {
    summary: "整批测算：遴选、各单位金额、合计（JSON、xlsx）",
    load: async () => (await import("./commands/settle.ts")).settleCommand,
  },
  policy: {
    summary: "政策文件：new 新写、check 检查并证明、diff 比较两版、show 查条款、compile 编译、export 导出 DMN",
    load: async () => (await import("./commands/policy.ts")).policy,
  },
  feel: { summary: "计算 FEEL 表达式", load: async () => (await import("./commands/feel.ts")).feel },
  db: { summary: "数据库：backup 备份，restore 恢复", load: async () => (await import("./commands/db.ts")).db },
  serve: { summary: "启动网页服务", load: async () => (await import("./commands/serve.ts")).serve },
};

const help = (): string =>
  [
    "zhengdui — a subsidy policy that computes",
    "政兑：政策文件就是规则，测算逐项说明理由。",
    "",
    "用法  zhengdui <命令> [参数]；zhengdui <命令> --help；zhengdui --version",
    "",
    ...Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(8)}${summary}`),
    "",
  ].join("\n");

async function main(args: readonly string[], io: Io): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === undefined || verb === "--help" || verb === "-h" || verb === "help") {
    io.stdout.write(help());
    return 0;
  }
  if (verb === "--version" || verb === "-V") {
    const { engineVersion } = await import("@zhengdui/engine");
    io.stdout.write(`zhengdui ${engineVersion}\n`);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;
  if (command !== undefined) {
    const words = rest[0] === "-h" ? ["--help"] : rest;
    // Node would read a folder as an empty stream, and say nothing.
    if (words.includes("--ndjson") && fstatSync(0).isDirectory())
      return reportProblems(
        [{ path: "", problem: "标准输入是文件夹", expected: "每行一个 JSON 的文件" }],
        words.includes("--json"),
        io,
      );
    return (await command.load()).run(words, io);
  }
  const { nearest } = await import("@zhengdui/basics");
  const close = nearest(verb, Object.keys(COMMANDS));
  const expected = close === null ? "zhengdui --help 列出全部命令" : `是不是 zhengdui ${close}`;
  return reportProblems([{ path: verb, problem: "没有这个命令", expected }], false, io);
}

// A reader that stops early (`| head`) is no fault; a full disk is, and must not pass for a result.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit(0);
  process.stderr.write(`: 结果没有写完（${code}）; 标准输出应可写，磁盘应有余地\n`, () => process.exit(1));
});
process.exitCode = await main(process.argv.slice(2), process);
