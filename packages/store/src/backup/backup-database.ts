/** A logical copy of the database and its evidence files in one file: one transaction's sight of all tables, bounded memory, sealed by hashes. */
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type BackupWriter, verifyBackupFile, writeBackupFile } from "./backup-file.ts";
import { backupProblem, damaged } from "./backup-problem.ts";
import { copyTarget, migrationsOf, sequencesOf, type TableShape, tablesOf } from "./database-shape.ts";
import { evidenceFilesIn, isSound, readEvidence } from "./evidence-files.ts";
import { type BackedTable, FORMAT, fileEntry, type Manifest, tablePart } from "./manifest.ts";
import { largestEntryBytes, TarFault } from "./tar.ts";

export interface BackupOptions {
  /** Of a user who sees every row. */
  readonly url: string;
  readonly file: string;
  /** The folder of the evidence files; it need not be there. */
  readonly files: string;
  /** ISO 8601. */
  readonly now: string;
  readonly schemas?: readonly string[];
}

export const PRODUCT_SCHEMAS: readonly string[] = ["public"];

/** The file appears under its name only when it is complete and was read back. */
export async function backupDatabase(options: BackupOptions): Promise<Outcome<Manifest, Problem>> {
  const file = resolve(options.file);
  const client = new pg.Client({ connectionString: options.url, application_name: "zhengdui backup" });
  client.on("error", () => undefined);
  const writer = writeBackupFile(file);
  try {
    await client.connect();
    // Where a policy would hide rows, PostgreSQL now refuses instead.
    await client.query("begin transaction isolation level repeatable read read only; set local row_security = off");
    const migrations = await migrationsOf(client);
    if (migrations === null) {
      await writer.abandon();
      return fail({ path: "--url", problem: "这不是本程序的数据库：没有变更记录", expected: "请检查数据库的地址" });
    }
    const written = await writeAll(client, writer, options);
    if (!written.ok) {
      await writer.abandon();
      return written;
    }
    const manifest = { format: FORMAT, madeAt: options.now, migrations, ...written.value };
    await writer.finish(manifest);
    const read = await verifyBackupFile(file);
    return read instanceof TarFault ? fail(damaged(file, read.message)) : ok(manifest);
  } catch (error) {
    await writer.abandon();
    return fail(backupProblem(file, error));
  } finally {
    await client.end().catch(() => undefined);
  }
}

type Written = Pick<Manifest, "tables" | "sequences" | "files">;

async function writeAll(client: pg.Client, writer: BackupWriter, options: BackupOptions): Promise<Outcome<Written, Problem>> {
  const schemas = options.schemas ?? PRODUCT_SCHEMAS;
  const tables: BackedTable[] = [];
  for (const table of await tablesOf(client, schemas)) tables.push(await writeTable(client, writer, table));
  const sequences = await sequencesOf(client, schemas);
  // After the snapshot: a row's file is stored before the row is.
  const files = await evidenceFilesIn(options.files);
  for (const { path, bytes } of files) {
    if (bytes > largestEntryBytes || !(await isSound(options.files, path)))
      return fail({
        path,
        problem: "证据文件与它的校验值不符",
        expected: `请恢复 ${options.files} 里的原文件，或移开它，再备份`,
      });
    await writer.add(fileEntry(path), bytes, readEvidence(options.files, path));
  }
  return ok({ tables, sequences, files });
}

/** A part is held in memory, since an entry says its size before it begins. */
const partBytes = 2 ** 22;

async function writeTable(client: pg.Client, writer: BackupWriter, table: TableShape): Promise<BackedTable> {
  const hash = createHash("sha256");
  const copy = client.query(copyTo(`copy ${copyTarget(table)} to stdout`));
  let held: Buffer[] = [];
  let [size, parts] = [0, 0];
  const flush = async (): Promise<void> => {
    if (size > 0) await writer.add(tablePart(table.name, parts++), size, held);
    [held, size] = [[], 0];
  };
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    hash.update(chunk);
    held.push(chunk);
    size += chunk.length;
    if (size >= partBytes) await flush();
  }
  await flush();
  return { name: table.name, columns: table.columns, rows: copy.rowCount, parts, sha256: hash.digest("hex") };
}
