/** What PostgreSQL or the way to it refuses, as a problem with its mend. The cause's own words stay in it: an operator needs them. */
import type { Problem } from "@zhengdui/basics";

export interface DatabaseProblem extends Problem {
  /** It is away for now, and may come back by itself. */
  readonly away?: true;
}

/** Connection refused or cut, a host without an address yet, a server that starts, stops or recovers, and a pool without a free connection; drizzle wraps what it was told. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT|57P0[1-3]|08\d{3}|53300|53100)$/.test(
      code,
    )
  )
    return true;
  if (
    /Connection terminated|timeout exceeded when trying to connect|timeout expired|ECONNREFUSED|not queryable/.test(error.message)
  )
    return true;
  return isDatabaseAway(error.cause);
}

/** `address`: the variable that names the database. */
export function databaseProblem(error: unknown, address = "DATABASE_URL"): DatabaseProblem {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = error instanceof Error ? error.message : String(error);
  const [problem, expected] = words[code] ?? ["数据库没有照办", "请看数据库的日志"];
  const mend = expected.replace("DATABASE_URL", address);
  return { path: address, problem: `${problem}（${said}）`, expected: mend, ...(isDatabaseAway(error) ? { away: true } : {}) };
}

const words: Readonly<Record<string, readonly [string, string]>> = {
  ECONNREFUSED: ["数据库没有在那里监听", "请启动数据库，或改正 DATABASE_URL 的地址和端口"],
  ENOTFOUND: ["找不到数据库的主机", "请改正 DATABASE_URL 的主机名"],
  ETIMEDOUT: ["连不上数据库", "请检查网络和防火墙"],
  "28P01": ["数据库的口令不对", "请改正 DATABASE_URL 的口令"],
  "28000": ["数据库不许这个用户登录", "请检查 pg_hba.conf 和 DATABASE_URL 的用户"],
  "3D000": ["没有这个数据库", "请先建库：create database zhengdui"],
  "42501": ["数据库用户的权限不够", "变更结构需要能建表、建角色的用户；或由管理员先执行：create role zhengdui_app"],
  "53100": ["数据库的磁盘满了", "请腾出空间后重试"],
  "53300": ["数据库的连接数用完了", "请调大 max_connections，或减少服务进程"],
  "57P03": ["数据库正在启动或关闭", "请稍候重试"],
};
