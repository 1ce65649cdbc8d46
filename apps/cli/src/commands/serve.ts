/** `zhengdui serve`: the platform in a browser, from the built server. */
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Command, reportProblems } from "../command.ts";
import { productFolder } from "../product-folder.ts";

const HELP = `zhengdui serve — serve the platform on http://localhost:8350
启动网页服务。环境变量 PORT、HOST 改端口和地址；Ctrl-C 停止。

  --workshop 文件夹    同时开政策工坊（/workshop.html，只供本机）：在网页里写政策，草稿存在这个文件夹

退出状态：0 正常停止；2 不能启动，原因和改法写到标准错误。
`;

/** apps/cli/dist/… → apps/server/dist/main.js; starting it is importing it. */
const serverFile = (): string => path.join(productFolder(), "apps", "server", "dist", "main.js");

export const serve: Command = {
  name: "serve",
  summary: "启动网页服务",
  help: HELP,
  async run(args, io) {
    if (args.includes("--help")) {
      io.stdout.write(HELP);
      return 0;
    }
    const [flag, folder, ...more] = args;
    if (flag !== undefined && (flag !== "--workshop" || folder === undefined || more.length > 0)) {
      const odd = flag === "--workshop" ? (more[0] ?? flag) : flag;
      const problem =
        odd === "--workshop"
          ? { path: odd, problem: "没有写文件夹", expected: "zhengdui serve --workshop gongfang" }
          : { path: odd, problem: "没有这个选项", expected: "zhengdui serve --help" };
      return reportProblems([problem], false, io);
    }
    const file = serverFile();
    if (!existsSync(file))
      return reportProblems([{ path: "serve", problem: "服务还没有构建", expected: "npm run build" }], false, io);
    if (folder !== undefined) process.env.ZHENGDUI_WORKSHOP = path.resolve(folder);
    await import(pathToFileURL(file).href);
    // Where it couldn't start it has said why, and set this.
    return Number(process.exitCode ?? 0);
  },
};
