/** `zhengdui db`: a copy of the whole office in one file, and an office from such a file. */
import path from "node:path";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { backupDatabase, dataFolder, type Manifest, restoreDatabase, startPostgres } from "@zhengdui/store";
import { type Command, type Io, reportProblems } from "../command.ts";
import { type OpenDatabase, openTenant } from "../open-tenant.ts";
import { productFolder } from "../product-folder.ts";

const HELP = `zhengdui db — back up the database and the evidence files into one file, and restore it
备份和恢复：全部数据、全部证据文件，在一个文件里。备份时服务可以照常运行。

用法
  zhengdui db backup 文件           写出备份；写完、读回核对无误后才以这个名称出现，同名的旧备份被替换
  zhengdui db restore 文件          恢复到空的数据库；先通读核对备份，不完整或被改动过的一律拒绝
  zhengdui db tenant 代码 名称      开立一个县（市）：--towns 陈埭镇,安海镇 写出镇（街道），--hosts 写出它的域名；
                                    系统、安全、审计三名管理员的一次性口令只显示这一次

  --url postgres://…     数据库的地址，表的所有者的；不写则用环境变量 DATABASE_OWNER_URL，没有则 DATABASE_URL，
                         再没有则用程序自带的数据库
  --json                 结果和问题以 JSON 输出

数据文件夹是 data，环境变量 ZHENGDUI_DATA 可改。备份含个人信息，只有本用户可读，请加密保存。
data/sealing.key（两步验证密钥的封条）有意不在备份里，请另外保存；没有它，恢复后要重设两步验证。
备份要能看到全部行：--url 的用户应是表的所有者、超级用户，或有 bypassrls。
备份文件是 tar.gz，没有本程序也能打开：tables/ 是 PostgreSQL 的 COPY 文本，manifest.json 是目录和校验值。

退出状态：0 完成；2 没有完成，原因和改法写到标准错误。
`;

interface Request {
  readonly verb: "backup" | "restore";
  readonly file: string;
  readonly url: string | undefined;
}

const USAGE = "zhengdui db --help";

function readRequest(args: readonly string[]): Outcome<Request, Problem> {
  const words: string[] = [];
  let url: string | undefined;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--url") {
      url = args[++at];
      if (url === undefined)
        return fail({ path: "--url", problem: "没有写地址", expected: "--url postgres://用户:口令@主机/库" });
    } else if (arg.startsWith("-") && arg !== "--json") return fail({ path: arg, problem: "没有这个选项", expected: USAGE });
    else if (arg !== "--json") words.push(arg);
  }
  const [verb, file, more] = words;
  if (verb !== "backup" && verb !== "restore")
    return fail({
      path: verb ?? "db",
      problem: verb === undefined ? "没有写做什么" : "没有这个动作",
      expected: "backup、restore 或 tenant",
    });
  if (file === undefined || more !== undefined)
    return fail({ path: more ?? verb, problem: more ? "多于一个文件" : "没有写文件", expected: `zhengdui db ${verb} 文件` });
  return ok({ verb, file, url });
}

/** The product's own is started where it doesn't run, and stopped again. */
const openDatabase: OpenDatabase = async (named, folder, say) => {
  const url = [named, process.env.DATABASE_OWNER_URL, process.env.DATABASE_URL].find((one) => one !== undefined && one !== "");
  if (url !== undefined) return ok({ url, adminUrl: url, close: async () => undefined });
  const started = await startPostgres({ folder, say });
  return started.ok ? ok({ url: started.value.url, adminUrl: started.value.adminUrl, close: started.value.stop }) : started;
};

async function carryOut({ verb, file, url: named }: Request, io: Io): Promise<Outcome<Manifest, Problem>> {
  const product = productFolder();
  const { postgres, files } = dataFolder(product, process.env);
  const database = await openDatabase(named, postgres, (line) => io.stderr.write(`${line}\n`));
  if (!database.ok) return database;
  const { url, adminUrl, close } = database.value;
  try {
    if (verb === "backup") return await backupDatabase({ url: adminUrl, file, files, now: new Date().toISOString() });
    const migrations = path.join(product, "packages", "store", "migrations");
    return await restoreDatabase({ url, adminUrl, file, files, migrations });
  } finally {
    await close();
  }
}

const summaryOf = (verb: Request["verb"], file: string, { tables, files, madeAt }: Manifest): string => {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const what = `${tables.length} 张表，${rows} 行，${files.length} 份证据文件`;
  return verb === "backup" ? `已备份到 ${file}：${what}，已读回核对` : `已从 ${file} 恢复：${what}；备份于 ${madeAt}`;
};

export const db: Command = {
  name: "db",
  summary: "数据库：backup 备份，restore 恢复，tenant 开立县（市）",
  help: HELP,
  async run(args, io) {
    if (args.includes("--help")) {
      io.stdout.write(HELP);
      return 0;
    }
    const json = args.includes("--json");
    if (args[0] === "tenant") return openTenant(args.slice(1), io, openDatabase);
    const request = readRequest(args);
    if (!request.ok) return reportProblems(request.errors, json, io);
    const done = await carryOut(request.value, io);
    if (!done.ok) return reportProblems(done.errors, json, io);
    const { verb, file } = request.value;
    io.stdout.write(json ? `${JSON.stringify(done.value)}\n` : `${summaryOf(verb, file, done.value)}\n`);
    return 0;
  },
};
