/**
 * The way into the database: a pool of connections by a login of their own, which work as `zhengdui_app`, and transactions that say at their beginning for
 * whom they act. Without that, row-level security shows nothing.
 */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Reach } from "@zhengdui/casework";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { databaseProblem } from "./database-problem.ts";
import { APP_ROLE } from "./requests/app-role.ts";
import { judgeSession, notMember } from "./requests/judge-session.ts";
import { addressOfRequests } from "./requests/request-login.ts";
import { tightenDatabase } from "./requests/tighten-database.ts";
import { ownerVariable, underSchemaLock } from "./under-schema-lock.ts";

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

export interface StoreOptions {
  /** Of the tables' owner, who makes the login of requests where it isn't there. */
  readonly url: string;
  /** Of a login for requests that an operator has made; then none is made. */
  readonly requests?: string | undefined;
  readonly connections?: number;
  /** Told of a connection that broke while idle: the pool makes a new one. */
  readonly onTrouble?: (error: Error) => void;
  /** Told where requests sign in as the owner, or as somebody who may do more than requests need. */
  readonly onLoose?: (problem: Problem) => void;
}

/** The database must be migrated. Refused where row-level security wouldn't hold. */
export async function openStore(options: StoreOptions): Promise<Outcome<Store, Problem>> {
  const way = await wayIn(options);
  if (!way.ok) return way;
  const { address, loose } = way.value;
  const pool = poolAt(address, options);
  try {
    const judged = await judgeSession(pool);
    // An operator's own login must be what it is there for; ours is told of, since the office opened without it before.
    const unsafe = judged.unsafe ?? (options.requests === undefined ? null : judged.loose);
    if (unsafe === null) {
      const told = loose ?? judged.loose;
      if (told !== null) options.onLoose?.(told);
      return ok({ within: withinOf(pool), close: () => pool.end() });
    }
    await pool.end();
    return fail(unsafe);
  } catch (error) {
    await pool.end();
    const mayNot = error instanceof pg.DatabaseError && /^(42501|22023)$/.test(error.code ?? "");
    return fail(mayNot && options.requests !== undefined ? notMember(error.message) : databaseProblem(error));
  }
}

interface WayIn {
  readonly address: string;
  /** Why it is the owner's own. */
  readonly loose: Problem | null;
}

const wayIn = ({ url, requests }: StoreOptions): Promise<Outcome<WayIn, Problem>> =>
  underSchemaLock(url, ownerVariable(requests), async (client) => {
    await tightenDatabase(client);
    if (requests !== undefined) return ok({ address: requests, loose: null });
    const made = await addressOfRequests(client, url);
    return ok(made.ok ? { address: made.value, loose: null } : { address: url, loose: made.errors[0] ?? null });
  });

function poolAt(address: string, { connections, onTrouble }: StoreOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections ?? 10,
    connectionTimeoutMillis: 5_000,
    application_name: "zhengdui",
    options: `-c role=${APP_ROLE} -c idle_in_transaction_session_timeout=30s`,
  });
  pool.on("error", (error) => onTrouble?.(error));
  // Of a connection at work the query under way tells; between two queries nobody would, and the whole program would end with the database.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
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
