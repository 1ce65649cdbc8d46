/** What keeps the database from starting, in words an operator can act on: the folder, what is wrong, how to mend it. */
import { statfsSync } from "node:fs";
import type { Problem } from "@zhengdui/basics";

const OTHER_DATABASE = "或设置环境变量 DATABASE_URL，指向已有的 PostgreSQL（15 或更新）";

export const launcherProblem = (path: string, problem: string, expected: string): Problem => ({ path, problem, expected });

export const withoutPrograms = (name: string, why: string): Problem => ({
  path: name,
  problem: `这台机器上用不了随附的 PostgreSQL：${why}`,
  expected: `请设置环境变量 DATABASE_URL，指向已有的 PostgreSQL（15 或更新）；在受支持的平台上也可重新执行 npm ci`,
});

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

/** A refusal of the file system. The system's own words stay in it. */
export function folderProblem(folder: string, error: unknown): Problem {
  const said = error instanceof Error ? error.message : String(error);
  switch (codeOf(error)) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return launcherProblem(
        folder,
        `数据文件夹不可写（${said}）`,
        `请让运行本程序的用户拥有它，或用 ZHENGDUI_DATA 指定别处，${OTHER_DATABASE}`,
      );
    case "ENOSPC":
    case "EDQUOT":
      return diskFull(folder, said);
    case "ENOTDIR":
    case "EEXIST":
      return launcherProblem(folder, `数据文件夹的位置上是一个文件（${said}）`, "请移开它，或用 ZHENGDUI_DATA 指定别处");
    default:
      return launcherProblem(
        folder,
        `数据文件夹不能使用（${said}）`,
        `请检查磁盘，或用 ZHENGDUI_DATA 指定别处，${OTHER_DATABASE}`,
      );
  }
}

export const diskFull = (folder: string, said: string): Problem =>
  launcherProblem(folder, `磁盘已满（${said}）`, "请腾出空间后重新启动；已确认写入的数据还在");

export const startProblem = (folder: string, said: string): Problem => {
  // Where nothing can be written, nothing can be logged either.
  if (/No space left on device|Disk quota exceeded/i.test(said) || freeBytes(folder) < leastFreeBytes)
    return diskFull(folder, said);
  if (/user does not exist/i.test(said))
    return launcherProblem(
      folder,
      `运行本程序的用户没有登记在 /etc/passwd 里（${said}）`,
      `请用登记过的用户运行，${OTHER_DATABASE}`,
    );
  return launcherProblem(folder, `PostgreSQL 没有启动（${said}）`, `请看 ${folder} 下 cluster/log 里的日志，${OTHER_DATABASE}`);
};

/** One segment of PostgreSQL's log. */
const leastFreeBytes = 2 ** 24;

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The last lines of a log that say why, in one line. */
export function lastWords(log: string): string {
  const lines = log.split("\n").filter((line) => line.trim() !== "");
  const grave = lines.filter((line) => /FATAL|PANIC|ERROR|error:|No space left/i.test(line));
  return (grave.length > 0 ? grave : lines).slice(-3).join(" | ") || "没有留下日志";
}
