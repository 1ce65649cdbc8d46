/**
 * Databases for tests. One PostgreSQL serves the whole run; a test file takes a database of its own, copied from a template that is prepared once a run
 * (migrated, say). The first who asks starts it, the run's end ends it.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type RunningPostgres, startPostgres } from "../../packages/store/src/index.ts";

export interface TestDatabase {
  /** For the owner of the database, no superuser: row-level security can bind it. */
  readonly url: string;
  /** The same for the superuser. */
  readonly adminUrl: string;
  readonly drop: () => Promise<void>;
}

/** What a template holds. `name` stands for the content: the same name is prepared once a run. */
export interface Template {
  readonly name: string;
  /** Gets the owner's address of an empty database, and leaves no connection open. */
  readonly prepare: (url: string, adminUrl: string) => Promise<void>;
}

let started: Promise<RunningPostgres> | null = null;

/** Throws where PostgreSQL can't be started: a test can do nothing without. */
export function testPostgres(): Promise<RunningPostgres> {
  started ??= start();
  return started;
}

async function start(): Promise<RunningPostgres> {
  const folder = process.env.ZHENGDUI_TEST_POSTGRES ?? mkdtempSync(join(tmpdir(), `zhengdui-postgres-${process.pid}-`));
  const running = await startPostgres({ folder, owner: Number(process.env.ZHENGDUI_TEST_OWNER ?? process.pid) });
  if (!running.ok)
    throw new Error(running.errors.map(({ path, problem, expected }) => `${path}: ${problem}; ${expected}`).join("\n"));
  return running.value;
}

export async function createTestDatabase(template?: Template): Promise<TestDatabase> {
  const server = await testPostgres();
  const name = `t_${process.pid}_${randomBytes(4).toString("hex")}`;
  await asAdmin(server, async (client) => {
    if (template !== undefined) await prepareOnce(client, server, template);
    await createDatabase(client, name, template === undefined ? "template0" : templateName(template));
  });
  return {
    ...urlsFor(server, name),
    drop: () =>
      asAdmin(server, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

const templateName = ({ name }: Template): string => `tpl_${name.replaceAll(/\W/g, "_").toLowerCase()}`;

/** Test files run beside each other: the lock makes the second wait for the first's template. */
async function prepareOnce(client: pg.Client, server: RunningPostgres, template: Template): Promise<void> {
  const name = templateName(template);
  await client.query("select pg_advisory_lock(hashtext($1))", [name]);
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount !== 0) return;
    const unfinished = `${name}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await createDatabase(client, unfinished, "template0");
    const { url, adminUrl } = urlsFor(server, unfinished);
    await template.prepare(url, adminUrl);
    await client.query(`alter database ${unfinished} rename to ${name}`);
  } finally {
    await client.query("select pg_advisory_unlock(hashtext($1))", [name]);
  }
}

const createDatabase = async (client: pg.Client, name: string, template: string): Promise<void> => {
  await client.query(`create database ${name} owner zhengdui template ${template} strategy wal_log`);
};

function urlsFor(server: RunningPostgres, database: string): { readonly url: string; readonly adminUrl: string } {
  const at = (address: string): string => {
    const url = new URL(address);
    url.pathname = `/${database}`;
    return url.href;
  };
  return { url: at(server.url), adminUrl: at(server.adminUrl) };
}

async function asAdmin(server: RunningPostgres, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
