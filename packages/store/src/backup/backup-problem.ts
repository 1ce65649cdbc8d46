/** What keeps a backup from being made or brought back, with its mend. */
import type { Problem } from "@zhengdui/basics";
import { databaseProblem } from "../database-problem.ts";

/** `file`: of the backup. */
export function backupProblem(file: string, error: unknown): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = error instanceof Error ? error.message : String(error);
  switch (code) {
    case "ENOENT":
      return { path: file, problem: `没有这个文件或文件夹（${said}）`, expected: "请检查路径" };
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return { path: file, problem: `没有读写的权限（${said}）`, expected: "请换一个位置，或用有权限的用户执行" };
    case "EISDIR":
      return { path: file, problem: "这是一个文件夹", expected: "请写出备份文件的名称" };
    case "ENOSPC":
    case "EDQUOT":
      return { path: file, problem: `磁盘已满（${said}）`, expected: "请腾出空间，或写到别的磁盘" };
    case "42501":
      return /row-level security/.test(said)
        ? {
            path: "--url",
            problem: `这个用户看不到全部行（${said}）`,
            expected: "请用不受行级安全限制的用户：超级用户，或有 bypassrls 的用户",
          }
        : databaseProblem(error);
    default:
      return databaseProblem(error);
  }
}

export const damaged = (file: string, why: string): Problem => ({
  path: file,
  problem: `备份文件不完整或被改动过（${why}）`,
  expected: "请用另一份备份；数据库没有改动",
});
