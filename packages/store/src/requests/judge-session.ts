/** Whether row-level security holds for those who come: looked up as one of them, after everything that was set up. */
import type { Problem } from "@zhengdui/basics";
import type pg from "pg";
import { APP_ROLE } from "./app-role.ts";

interface Judged {
  /** It doesn't hold: nobody may come this way. */
  readonly unsafe: Problem | null;
  /** It holds as long as no statement resets what the connection began with. */
  readonly loose: Problem | null;
}

interface Row {
  readonly role: string;
  readonly login: string;
  readonly exempt: boolean;
  readonly owns: boolean;
  /** Roles that a statement could become. */
  readonly others: readonly string[];
  readonly rises: boolean;
  readonly creates: boolean;
}

export async function judgeSession(pool: pg.Pool): Promise<Judged> {
  const { rows } = await pool.query<Row>(
    `select current_user as role, session_user as login, me.rolsuper or me.rolbypassrls as exempt,
       exists (select from pg_class where relname = 'enterprise' and relowner = me.oid) as owns,
       array(select rolname::text from pg_roles r
         where pg_has_role(session_user, r.oid, 'member') and rolname not in (session_user, $1, 'pg_database_owner') order by 1) as others,
       it.rolsuper or it.rolbypassrls or it.rolcreaterole
         or exists (select from pg_class where relnamespace = 'public'::regnamespace and relowner = it.oid)
         or exists (select from pg_database where datname = current_database() and datdba = it.oid) as rises,
       has_database_privilege(session_user, current_database(), 'temporary') or has_database_privilege(session_user, current_database(), 'create')
         or has_schema_privilege(session_user, 'public', 'create') as creates
     from pg_roles me, pg_roles it where me.rolname = current_user and it.rolname = session_user`,
    [APP_ROLE],
  );
  const [now] = rows;
  if (now === undefined || now.role !== APP_ROLE || now.exempt || now.owns)
    return { unsafe: notBound(now?.role ?? "？"), loose: null };
  return { unsafe: null, loose: looseness(now) };
}

/** A login that can't even begin: it isn't a member of the role that requests work as. */
export const notMember = (said: string): Problem => ({
  path: "DATABASE_URL",
  problem: `请求的登录不能以 ${APP_ROLE} 工作（${said}）`,
  expected: `请由管理员执行：grant ${APP_ROLE} to DATABASE_URL 的用户`,
});

const notBound = (role: string): Problem => ({
  path: "DATABASE_URL",
  problem: `行级安全对角色 ${role} 不起作用`,
  expected: `请由管理员执行：alter role ${APP_ROLE} nosuperuser nobypassrls，并且不让它拥有表`,
});

function looseness({ login, others, rises, creates }: Row): Problem | null {
  const path = "DATABASE_URL";
  if (rises)
    return {
      path,
      problem: `请求的登录 ${login} 自己就能越过行级安全`,
      expected: `请由管理员执行：alter role ${login} nosuperuser nobypassrls nocreaterole，并且不让它拥有库和表`,
    };
  if (others.length > 0)
    return {
      path,
      problem: `请求的登录 ${login} 能变成 ${others.join("、")}`,
      expected: `请由管理员执行：revoke ${others.join(", ")} from ${login}；它只应是 ${APP_ROLE} 的成员`,
    };
  if (!creates) return null;
  return {
    path,
    problem: `请求的登录 ${login} 能在数据库里建表`,
    expected: "请由管理员执行：revoke create, temporary on database 库名 from public; revoke create on schema public from public",
  };
}
