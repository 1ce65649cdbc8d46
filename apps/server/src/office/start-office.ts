/** From nothing to an open office: database, schema, demonstration where nothing is there, and all of it closed in the reverse order. */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { type DatabaseProblem, databaseProblem, isDatabaseAway, keepPostgres, migrate, openStore } from "@zhengdui/store";
import { mailer } from "../delivery/mailer.ts";
import { runDelivery } from "../delivery/run-delivery.ts";
import { fillDemonstration } from "../demonstration/fill-demonstration.ts";
import { findProduct } from "../find-product.ts";
import { loadRegisterKinds } from "../sheet/load-register-kinds.ts";
import { type OpenOffice, openOffice } from "./open-office.ts";

export interface StartOptions {
  /** Of the tables' owner; not given: the database that comes with the program, below `data`. */
  readonly url: string | undefined;
  readonly tenant: string | undefined;
  readonly data: string;
  readonly migrations: string;
  readonly demonstration: string;
  /** By which server and from which address mails are sent; none are without. */
  readonly mail: { readonly url: string | undefined; readonly from: string | undefined };
  /** Where people find this server, without the path. */
  readonly address: string;
  readonly callsInside: boolean;
  readonly say: (line: string) => void;
}

const COMES_BACK_WITHIN_MS = 60_000;
const COMES_BACK_LOOK_MS = 200;

interface Database {
  readonly url: string;
  /** It came with the program, which keeps it running. */
  readonly isOwn: boolean;
  readonly stop: () => Promise<void>;
}

export async function startOffice(options: StartOptions): Promise<Outcome<OpenOffice, Problem>> {
  const database = await databaseOf(options);
  if (!database.ok) return database;
  const { stop } = database.value;
  const onTrouble = (error: Error) => options.say(`数据库的连接断了（${error.message}），下一个请求会重新连接。`);
  const opened = await openPatiently(options, database.value, onTrouble);
  if (!opened.ok) {
    await stop();
    return opened;
  }
  const { url: smtp, from } = options.mail;
  const delivery = {
    sendMail: smtp === undefined ? null : mailer(smtp, from ?? "zhengdui@localhost"),
    address: `${options.address}/office`,
  };
  const stopDelivery = runDelivery(opened.value.parts, delivery, onTrouble);
  return ok({
    parts: opened.value.parts,
    close: async () => {
      await stopDelivery();
      await opened.value.close();
      await stop();
    },
  });
}

/** Our own database comes back where it ended under us: the office waits for it, or it would stay closed until somebody starts the server anew. */
async function openPatiently(
  options: StartOptions,
  { url, isOwn }: Database,
  onTrouble: (error: Error) => void,
): Promise<Outcome<OpenOffice, Problem>> {
  for (const until = Date.now() + COMES_BACK_WITHIN_MS; ; await pause(COMES_BACK_LOOK_MS)) {
    const opened = await openOnce(options, url, onTrouble);
    const isAway = !opened.ok && opened.errors.some((problem: DatabaseProblem) => problem.away === true);
    if (!isAway || !isOwn || Date.now() > until) return opened;
  }
}

async function openOnce(
  options: StartOptions,
  url: string,
  onTrouble: (error: Error) => void,
): Promise<Outcome<OpenOffice, Problem>> {
  const { data, migrations, callsInside, tenant } = options;
  try {
    const filled = await showSomething(url, options);
    if (!filled.ok) return filled;
    return await openOffice({ url, data, migrations, onTrouble, callsInside, ...(tenant === undefined ? {} : { tenant }) });
  } catch (error) {
    if (isDatabaseAway(error)) return fail(databaseProblem(error));
    throw error;
  }
}

async function databaseOf({ url, data, say }: StartOptions): Promise<Outcome<Database, Problem>> {
  if (url !== undefined) return ok({ url, isOwn: false, stop: async () => undefined });
  const kept = await keepPostgres({
    folder: join(data, "postgres"),
    say,
    onReturn: (again) => {
      if (again.url !== own) say("数据库换了端口（原来的被别的程序占用），请重新启动服务。");
    },
  });
  if (!kept.ok) return kept;
  const own = kept.value.now().url;
  return ok({ url: own, isOwn: true, stop: kept.value.stop });
}

/** The demonstration, in an empty database alone. */
async function showSomething(url: string, { migrations, demonstration, say }: StartOptions): Promise<Outcome<null, Problem>> {
  const migrated = await migrate(url, migrations);
  if (!migrated.ok) return migrated;
  const store = await openStore({ url, connections: 1 });
  if (!store.ok) return store;
  try {
    const registers = loadRegisterKinds(findProduct().registers);
    if (!registers.ok) return registers;
    const shown = { folder: demonstration, registers: registers.value };
    const filled = await fillDemonstration(store.value, url, shown, new Date());
    if (filled) say("数据库是空的：已放入演示用的单位和人员，都是虚构的。");
    return ok(null);
  } finally {
    await store.value.close();
  }
}
