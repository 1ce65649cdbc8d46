/**
 * Brings a database to the schema of this program: files `NNNN-name.sql` in order, each in a transaction, under an advisory lock, so that two servers may
 * start at once. What was applied is never applied again, and a file that has changed since is refused.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type pg from "pg";
import { underSchemaLock } from "./under-schema-lock.ts";

export interface Migrated {
  /** Names of the files that were applied just now. */
  readonly applied: readonly string[];
}

interface Step {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** `url`: of a role that may create tables and roles. `folder`: of the files. `address`: by which variable an operator names `url`. */
export const migrate = (url: string, folder: string, address = "DATABASE_URL"): Promise<Outcome<Migrated, Problem>> =>
  underSchemaLock(url, address, (client) => applyMissing(client, stepsIn(folder)));

function stepsIn(folder: string): Step[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name));
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), "utf8");
    return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

async function applyMissing(client: pg.Client, steps: readonly Step[]): Promise<Outcome<Migrated, Problem>> {
  await client.query(
    "create table if not exists migration (tenant_id text not null default '*', name text not null, sha256 text not null, applied_at timestamptz not null default now(), primary key (tenant_id, name))",
  );
  const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from migration order by name");
  const known = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
  const faults = [...foreign(known, steps), ...changed(known, steps)];
  if (faults.length > 0) return fail(...faults);
  const missing = steps.filter(({ name }) => !known.has(name));
  for (const step of missing) await apply(client, step);
  return ok({ applied: missing.map(({ name }) => name) });
}

async function apply(client: pg.Client, { name, sql, sha256 }: Step): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into migration (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

const foreign = (known: ReadonlyMap<string, string>, steps: readonly Step[]): Problem[] =>
  [...known.keys()]
    .filter((name) => !steps.some((step) => step.name === name))
    .map((name) => ({
      path: "DATABASE_URL",
      problem: `数据库已用过本程序没有的变更 ${name}：它属于更新的版本`,
      expected: "请用那个版本的程序，或换一个数据库",
    }));

const changed = (known: ReadonlyMap<string, string>, steps: readonly Step[]): Problem[] =>
  steps
    .filter(({ name, sha256 }) => known.has(name) && known.get(name) !== sha256)
    .map(({ name }) => ({
      path: name,
      problem: `变更 ${name} 已在数据库里执行过，文件却改动了`,
      expected: "请恢复原文件，另写一个新的变更",
    }));
