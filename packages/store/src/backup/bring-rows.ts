/** The one transaction of a restore: rules that look at single rows are put aside, all rows come in, the rules return and look at everything. */
import { finished } from "node:stream/promises";
import type { Problem } from "@zhengdui/basics";
import type pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import { PRODUCT_SCHEMAS } from "./backup-database.ts";
import { entriesOf } from "./backup-file.ts";
import { copyTarget, type TableShape, tablesOf } from "./database-shape.ts";
import { putEvidence } from "./evidence-files.ts";
import type { BackedTable, Manifest } from "./manifest.ts";

interface Into {
  readonly files: string;
  readonly schemas?: readonly string[];
}

/** Null where all came in. Throws what PostgreSQL refuses; nothing is kept then. */
export async function bringRows(client: pg.Client, file: string, manifest: Manifest, into: Into): Promise<Problem | null> {
  await client.query("begin");
  try {
    const schemas = into.schemas ?? PRODUCT_SCHEMAS;
    const shapes = await tablesOf(client, schemas);
    const strange = differentShape(shapes, manifest.tables);
    if (strange !== null) {
      await client.query("rollback");
      return { path: strange, problem: "备份里的表与数据库的表不一样", expected: "请用做备份的那个版本的程序恢复" };
    }
    const bringBack = await putRulesAside(client, schemas, shapes);
    await bringAll(client, file, manifest, shapes, into.files);
    for (const { name, last } of manifest.sequences)
      if (last !== null) await client.query("select setval($1::regclass, $2::bigint)", [name, last]);
    for (const statement of bringBack) await client.query(statement);
    await client.query("commit");
    return null;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

function differentShape(shapes: readonly TableShape[], tables: readonly BackedTable[]): string | null {
  const shown = (all: readonly { name: string; columns: readonly string[] }[]) =>
    new Map(all.map(({ name, columns }) => [name, columns.join()]));
  const [here, there] = [shown(shapes), shown(tables)];
  return [...here.keys(), ...there.keys()].find((name) => here.get(name) !== there.get(name)) ?? null;
}

/**
 * Foreign keys go and come back, which checks all of them over all rows, whatever the order of tables. Triggers would act a second time. What the
 * migrations themselves put in is in the backup as well. Answers the statements that undo this.
 */
async function putRulesAside(
  client: pg.Client,
  schemas: readonly string[],
  shapes: readonly TableShape[],
): Promise<readonly string[]> {
  const { rows: keys } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid)) as add
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where contype = 'f' and conparentid = 0 and n.nspname = any($1)`,
    [schemas],
  );
  const { rows: triggers } = await client.query<{ disable: string; enable: string }>(
    `select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as disable,
       format('alter table %s enable %s trigger %I', tgrelid::regclass, case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as enable
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not tgisinternal and tgenabled <> 'D' and n.nspname = any($1)`,
    [schemas],
  );
  const { rows: forced } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relforcerowsecurity and n.nspname = any($1)`,
    [schemas],
  );
  for (const { drop } of keys) await client.query(drop);
  for (const { disable } of triggers) await client.query(disable);
  for (const { name } of forced) await client.query(`alter table ${name} no force row level security`);
  for (const { quoted } of shapes) await client.query(`delete from ${quoted}`);
  return [
    ...forced.map(({ name }) => `alter table ${name} force row level security`),
    ...triggers.map(({ enable }) => enable),
    ...keys.map(({ add }) => add),
  ];
}

async function bringAll(
  client: pg.Client,
  file: string,
  manifest: Manifest,
  shapes: readonly TableShape[],
  files: string,
): Promise<void> {
  let open: { readonly table: BackedTable; readonly copy: CopyStreamQuery } | null = null;
  const close = async (): Promise<void> => {
    if (open === null) return;
    const { table, copy } = open;
    open = null;
    copy.end();
    await finished(copy);
    if (copy.rowCount !== table.rows) throw new Error(`${table.name}: ${copy.rowCount} rows of ${table.rows}`);
  };
  for await (const { name, body } of entriesOf(file)) {
    const [kind, first = ""] = name.split("/");
    if (kind === "tables") {
      if (open?.table.name !== first) {
        await close();
        open = begin(client, first, manifest, shapes);
      }
      for await (const part of body) await write(open.copy, part);
      continue;
    }
    await close();
    if (kind === "files") await putEvidence(files, name.slice("files/".length), body);
    else for await (const _ of body);
  }
  await close();
}

function begin(client: pg.Client, name: string, { tables }: Manifest, shapes: readonly TableShape[]) {
  const table = tables.find((one) => one.name === name);
  const shape = shapes.find((one) => one.name === name);
  if (table === undefined || shape === undefined) throw new Error(`${name} is not in the manifest`);
  const copy = client.query(copyFrom(`copy ${copyTarget(shape)} from stdin`));
  // What PostgreSQL refuses between two writes is found at the next, or at the end.
  copy.on("error", () => undefined);
  return { table, copy };
}

/** Waits where PostgreSQL is slower than the disk, and throws what it refuses. */
const write = (copy: CopyStreamQuery, part: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    if (copy.errored) return reject(copy.errored);
    copy.once("error", reject);
    copy.write(part, (error) => {
      copy.off("error", reject);
      if (error) reject(error);
      else resolve();
    });
  });
