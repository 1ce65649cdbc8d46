/**
 * Brings a backup into an empty database: the file is read to its end before anything is written, the schema is made by the very migrations it was
 * written under, all rows come in one transaction and are counted, and what the program has migrated since is applied last.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import pg from "pg";
import { migrate } from "../migrate.ts";
import { PRODUCT_SCHEMAS } from "./backup-database.ts";
import { verifyBackupFile } from "./backup-file.ts";
import { backupProblem, damaged } from "./backup-problem.ts";
import { bringRows } from "./bring-rows.ts";
import { migrationsOf, tablesOf } from "./database-shape.ts";
import type { Manifest } from "./manifest.ts";
import { TarFault } from "./tar.ts";

export interface RestoreOptions {
  /** Of the user who is to own the tables. */
  readonly url: string;
  /** Of a user who may write them; the owner, where none is named. */
  readonly adminUrl?: string;
  readonly file: string;
  readonly files: string;
  /** The program's migrations. */
  readonly migrations: string;
  readonly schemas?: readonly string[];
}

export async function restoreDatabase(options: RestoreOptions): Promise<Outcome<Manifest, Problem>> {
  const file = resolve(options.file);
  try {
    const manifest = await verifyBackupFile(file);
    if (manifest instanceof TarFault) return fail(damaged(file, manifest.message));
    const before = await whyNotInto(options);
    if (before !== null) return fail(before);
    const made = await migrateAsThen(options, manifest);
    if (!made.ok) return made;
    const occupied = await withClient(options, (client) => bringRows(client, file, manifest, options));
    if (occupied !== null) return fail(occupied);
    const since = await migrate(options.url, options.migrations);
    return since.ok ? ok(manifest) : since;
  } catch (error) {
    return fail(backupProblem(file, error));
  }
}

async function withClient<T>({ url, adminUrl }: RestoreOptions, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl ?? url, application_name: "zhengdui restore" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const occupied = (what: string): Problem => ({
  path: "--url",
  problem: `数据库不是空的（${what}）`,
  expected: "恢复只写入空的数据库：请新建一个（create database），再恢复到那里",
});

const whyNotInto = (options: RestoreOptions): Promise<Problem | null> =>
  withClient(options, async (client) => {
    const tables = await tablesOf(client, options.schemas ?? PRODUCT_SCHEMAS);
    if ((await migrationsOf(client)) === null) return tables.length === 0 ? null : occupied(`有表 ${tables[0]?.name}`);
    for (const { name, quoted } of tables)
      if ((await client.query(`select from ${quoted} limit 1`)).rowCount !== 0) return occupied(`表 ${name} 里有数据`);
    return null;
  });

/** The schema as it was when the backup was made: those of the program's migrations that had been applied then, and no other. */
async function migrateAsThen(options: RestoreOptions, { migrations }: Manifest): Promise<Outcome<unknown, Problem>> {
  const folder = mkdtempSync(join(tmpdir(), "zhengdui-restore-"));
  try {
    for (const { name } of migrations) {
      try {
        cpSync(join(options.migrations, name), join(folder, name));
      } catch {
        return fail({
          path: options.file,
          problem: `备份用过本程序没有的变更 ${name}：它属于更新的版本`,
          expected: "请用那个版本或更新的程序恢复",
        });
      }
    }
    const made = await migrate(options.url, folder);
    if (!made.ok) return made;
    const now = (await withClient(options, migrationsOf)) ?? [];
    const other = migrations.find(({ name, sha256 }) => !now.some((one) => one.name === name && one.sha256 === sha256));
    if (other === undefined) return ok(null);
    return fail({
      path: other.name,
      problem: `变更 ${other.name} 与备份时的不一样`,
      expected: "请用做备份的那个版本的程序恢复",
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
