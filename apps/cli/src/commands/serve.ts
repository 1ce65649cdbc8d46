/** `zhengdui serve`: the platform in a browser, from the built server. */
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Command, reportProblems } from "../command.ts";

const HELP = `zhengdui serve — serve the platform on http://localhost:8350
启动网页服务。环境变量 PORT、HOST 改端口和地址；Ctrl-C 停止。

退出状态：0 正常停止；2 不能启动，原因和改法写到标准错误。
`;

/** apps/cli/dist/… → apps/server/dist/main.js; starting it is importing it. */
const serverFile = (): string => {
  let at = path.dirname(fileURLToPath(import.meta.url));
  while (at !== path.dirname(at) && !existsSync(path.join(at, "policies"))) at = path.dirname(at);
  return path.join(at, "apps", "server", "dist", "main.js");
};

export const serve: Command = {
  name: "serve",
  summary: "启动网页服务",
  help: HELP,
  async run(args, io) {
    if (args.includes("--help")) {
      io.stdout.write(HELP);
      return 0;
    }
    const file = serverFile();
    if (args.length > 0 || !existsSync(file)) {
      const [odd] = args;
      const problem =
        odd === undefined
          ? { path: "serve", problem: "服务还没有构建", expected: "npm run build" }
          : { path: odd, problem: "没有这个选项", expected: "zhengdui serve --help" };
      return reportProblems([problem], false, io);
    }
    await import(pathToFileURL(file).href);
    // Where it couldn't start it has said why, and set this.
    return Number(process.exitCode ?? 0);
  },
};
