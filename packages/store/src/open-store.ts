/**
 * The way into the database: a pool whose connections work as `zhengdui_app`, and transactions that say at their beginning for whom they act. Without that,
 * row-level security shows nothing.
 */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Reach } from "@zhengdui/casework";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { databaseProblem } from "./database-problem.ts";

/** A transaction under way: drizzle's, bound to one connection. */
export type Tx = NodePgDatabase;

/** For whom a transaction acts. `system`: sign-in and jobs, which look things up before anybody is known; never what a request asked for. */
export interface Acting {
  readonly tenant: string;
  readonly account: string | null;
  readonly reach: Reach | "system";
}

export interface Store {
  /** One transaction: all of `work`, or nothing where it throws. */
  readonly within: <T>(acting: Acting, work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

export const APP_ROLE = "zhengdui_app";

export interface StoreOptions {
  readonly url: string;
  readonly connections?: number;
  /** Told of a connection that broke while idle: the pool makes a new one. */
  readonly onTrouble?: (error: Error) => void;
}

/** The database must be migrated. Refused where row-level security wouldn't hold. */
export async function openStore({ url, connections, onTrouble }: StoreOptions): Promise<Outcome<Store, Problem>> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections ?? 10,
    connectionTimeoutMillis: 5_000,
    application_name: "zhengdui",
    options: `-c role=${APP_ROLE} -c idle_in_transaction_session_timeout=30s`,
  });
  pool.on("error", (error) => onTrouble?.(error));
  // Of a connection at work the query under way tells; between two queries nobody would, and the whole program would end with the database.
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    const unsafe = await whyUnsafe(pool);
    if (unsafe === null) return ok({ within: withinOf(pool), close: () => pool.end() });
    await pool.end();
    return fail(unsafe);
  } catch (error) {
    await pool.end();
    return fail(databaseProblem(error));
  }
}

async function whyUnsafe(pool: pg.Pool): Promise<Problem | null> {
  const { rows } = await pool.query<{ role: string; exempt: boolean; owns: boolean }>(
    `select current_user as role, rolsuper or rolbypassrls as exempt,
      exists (select from pg_class where relname = 'enterprise' and relowner = pg_roles.oid) as owns
     from pg_roles where rolname = current_user`,
  );
  const [now] = rows;
  if (now !== undefined && now.role === APP_ROLE && !now.exempt && !now.owns) return null;
  return {
    path: "DATABASE_URL",
    problem: `行级安全对角色 ${now?.role ?? "？"} 不起作用`,
    expected: `请由管理员执行：alter role ${APP_ROLE} nosuperuser nobypassrls，并且不让它拥有表`,
  };
}

const withinOf =
  (pool: pg.Pool): Store["within"] =>
  async (acting, work) => {
    const client = await pool.connect();
    let broken = false;
    try {
      await client.query("begin");
      await client.query(ACT, settingsOf(acting));
      const value = await work(drizzle(client));
      await client.query("commit");
      return value;
    } catch (error) {
      await client.query("rollback").catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

/** Says for whom a transaction acts: by what `settingsOf` gives. */
export const ACT = `select ${["tenant", "account", "scope", "units", "territories", "sees"]
  .map((name, at) => `set_config('zhengdui.${name}', $${at + 1}, true)`)
  .join(", ")}`;

export function settingsOf({ tenant, account, reach }: Acting): string[] {
  const who = [tenant, account ?? ""];
  if (reach === "system") return [...who, "system", "", "", ""];
  // None of the lists' members may hold a comma: credit codes, towns and kinds of sight never do, and one that did would match nothing.
  return [...who, reach.scope, list(reach.units), list(reach.territories), list(reach.sees)];
}

const list = (members: readonly string[]): string => members.filter((one) => !one.includes(",")).join(",");
