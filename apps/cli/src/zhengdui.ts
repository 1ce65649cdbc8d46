/** The `zhengdui` command: finds the verb, runs it, and never shows a stack trace for what a user did. */
import type { Command, Io } from "./command.ts";

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
    summary: "政策文件：check 检查、show 查条款、compile 编译",
    load: async () => (await import("./commands/policy.ts")).policy,
  },
  feel: { summary: "计算 FEEL 表达式", load: async () => (await import("./commands/feel.ts")).feel },
  serve: { summary: "启动网页服务", load: async () => (await import("./commands/serve.ts")).serve },
};

const help = (): string =>
  [
    "zhengdui — a subsidy policy that computes",
    "政兑：政策文件就是规则，测算逐项说明理由。",
    "",
    "用法  zhengdui <命令> [参数]；zhengdui <命令> --help",
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
  const command = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;
  if (command !== undefined) return (await command.load()).run(rest, io);
  const { nearest } = await import("@zhengdui/basics");
  const close = nearest(verb, Object.keys(COMMANDS));
  io.stderr.write(`${verb}: 没有这个命令; ${close === null ? "zhengdui --help 列出全部命令" : `是不是 zhengdui ${close}`}\n`);
  return 2;
}

// A reader that stops early (`| head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await main(process.argv.slice(2), process);
