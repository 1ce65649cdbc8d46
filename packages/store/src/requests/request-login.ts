/**
 * The login by which requests come to the database. It owns nothing and is a member of nothing but the role that requests work as, so whatever a statement
 * resets, row-level security binds it. The tables' owner makes it; its password follows from the owner's, so that servers agree and nothing is stored.
 */
import { createHmac } from "node:crypto";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import pg from "pg";
import { isDatabaseAway } from "../database-problem.ts";
import { APP_ROLE } from "./app-role.ts";
import { scramVerifier } from "./scram-verifier.ts";

interface Login {
  readonly name: string;
  readonly password: string;
}

/** Where it can't be: requests have to sign in as the owner, for this reason. */
export type NoLogin = Problem;

/** `client`: the owner's, alone with the schema. Answers the address at which requests sign in. Throws where the database is away. */
export async function addressOfRequests(client: pg.Client, url: string): Promise<Outcome<string, NoLogin>> {
  const login = await loginOf(client);
  if (login === null || url.startsWith("/")) return fail(noLogin("所有者登录不用口令，推不出另一个登录的口令"));
  const address = withLogin(url, login);
  if ((await isSound(client, login)) && (await whyNotIn(address)) === null) return ok(address);
  const refused = await make(client, login);
  if (refused !== null) return fail(noLogin(`不能建立另一个登录：${refused}`));
  const shut = await whyNotIn(address);
  return shut === null ? ok(address) : fail(noLogin(`另一个登录 ${login.name} 登不进来：${shut}`));
}

const noLogin = (why: string): NoLogin => ({
  path: "DATABASE_URL",
  problem: `请求仍以表的所有者登录数据库（${why}）`,
  expected: "可以照运行维护手册“数据库的两个登录”由管理员建好，另设 DATABASE_OWNER_URL",
});

/** One for each database and owner: roles belong to all databases of a server. Null: there is no password to derive one from. */
async function loginOf(client: pg.Client): Promise<Login | null> {
  if (!client.password) return null;
  const { rows } = await client.query<{ name: string; database: string }>(
    `select format('zhengdui_requests_%s_%s', d.oid, r.oid) as name, d.datname as database
     from pg_database d, pg_roles r where d.datname = current_database() and r.rolname = current_user`,
  );
  const [{ name, database } = { name: "", database: "" }] = rows;
  return { name, password: createHmac("sha256", client.password).update(`${name} ${database}`).digest("base64url") };
}

/** What stands last in an address counts. */
const withLogin = (url: string, { name, password }: Login): string =>
  `${url}${url.includes("?") ? "&" : "?"}user=${name}&password=${password}`;

/** Whether it is there as it was made, with no right and no setting that somebody has added. */
async function isSound(client: pg.Client, { name }: Login): Promise<boolean> {
  const { rows } = await client.query<{ sound: boolean }>(
    `select rolcanlogin and not (rolinherit or rolcreaterole or rolcreatedb)
       and not exists (select from pg_db_role_setting where setrole = r.oid)
       and exists (select from pg_auth_members where member = r.oid and roleid = to_regrole($2)) as sound
     from pg_roles r where rolname = $1`,
    [name, APP_ROLE],
  );
  return rows[0]?.sound === true;
}

/** Null: it is made, or made anew; else what PostgreSQL said. */
async function make(client: pg.Client, { name, password }: Login): Promise<string | null> {
  const { rows } = await client.query<{ there: boolean; database: string }>(
    "select to_regrole($1) is not null as there, quote_ident(current_database()) as database",
    [name],
  );
  const [{ there, database } = { there: false, database: "" }] = rows;
  try {
    await client.query("begin");
    if (!there) await client.query(`create role ${name}`);
    await client.query(`alter role ${name} login noinherit nocreatedb nocreaterole password '${scramVerifier(password)}'`);
    await client.query(`alter role ${name} reset all`);
    await client.query(`alter role ${name} in database ${database} reset all`);
    await client.query(`grant ${APP_ROLE} to ${name}`);
    await client.query(`grant connect on database ${database} to ${name}`);
    await client.query("commit");
    return null;
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    await client.query("rollback");
    return wordsOf(error);
  }
}

/** Null: one signs in there. */
async function whyNotIn(address: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return null;
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    return wordsOf(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
