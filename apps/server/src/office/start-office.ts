/** From nothing to an open office: database, schema, demonstration where nothing is there, and all of it closed in the reverse order. */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import {
  type DatabaseProblem,
  databaseProblem,
  isDatabaseAway,
  keepPostgres,
  migrate,
  openStore,
  ownerVariable,
} from "@zhengdui/store";
import { mailer } from "../delivery/mailer.ts";
import { runDelivery } from "../delivery/run-delivery.ts";
import { fillDemonstration } from "../demonstration/fill-demonstration.ts";
import { findProduct } from "../find-product.ts";
import { loadRegisterKinds } from "../sheet/load-register-kinds.ts";
import { type OpenOffice, openOffice } from "./open-office.ts";
import { isAway, openWhenThere, type StartedOffice } from "./open-when-there.ts";

export interface StartOptions {
  /** Of the tables' owner; not given: the database that comes with the program, below `data`. */
  readonly url: string | undefined;
  /** Of a login for requests that an operator has made; else one is made. */
  readonly requests: string | undefined;
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
  readonly stop: () => Promise<void>;
}

/** A database that is named and away is waited for while the public pages are served; the one that comes with the program is there first. */
export async function startOffice(options: StartOptions): Promise<Outcome<StartedOffice, Problem>> {
  const { url, say } = options;
  if (url !== undefined) return openWhenThere(() => openAtWork(options, url), say);
  const database = await ownDatabase(options);
  if (!database.ok) return database;
  const { stop } = database.value;
  const opened = await openPatiently(options, database.value.url);
  if (!opened.ok) {
    await stop();
    return opened;
  }
  return ok({ parts: opened.value.parts, close: () => opened.value.close().then(stop) });
}

/** Our own database comes back where it ended under us: the office waits for it, or it would stay closed until somebody starts the server anew. */
async function openPatiently(options: StartOptions, url: string): Promise<Outcome<OpenOffice, Problem>> {
  for (const until = Date.now() + COMES_BACK_WITHIN_MS; ; await pause(COMES_BACK_LOOK_MS)) {
    const opened = await openAtWork(options, url);
    if (!isAway(opened) || Date.now() > until) return opened;
  }
}

/** With what it sends on its way. */
async function openAtWork(options: StartOptions, url: string): Promise<Outcome<OpenOffice, DatabaseProblem>> {
  const onTrouble = (error: Error) => options.say(`数据库的连接断了（${error.message}），下一个请求会重新连接。`);
  const opened = await openOnce(options, url, onTrouble);
  if (!opened.ok) return opened;
  const { parts, close } = opened.value;
  const { url: smtp, from } = options.mail;
  const delivery = {
    sendMail: smtp === undefined ? null : mailer(smtp, from ?? "zhengdui@localhost"),
    address: `${options.address}/office`,
  };
  const stopDelivery = runDelivery(parts, delivery, onTrouble);
  return ok({ parts, close: () => stopDelivery().then(close) });
}

async function openOnce(
  options: StartOptions,
  url: string,
  onTrouble: (error: Error) => void,
): Promise<Outcome<OpenOffice, Problem>> {
  const { data, migrations, callsInside, tenant, requests, say } = options;
  const mails = options.mail.url !== undefined;
  const onLoose = ({ path, problem, expected }: Problem) => say(`${path}: ${problem}; ${expected}。`);
  try {
    const filled = await showSomething(url, options);
    if (!filled.ok) return filled;
    const whose = tenant === undefined ? {} : { tenant };
    return await openOffice({ url, requests, data, migrations, onTrouble, onLoose, callsInside, mails, ...whose });
  } catch (error) {
    if (isDatabaseAway(error)) return fail(databaseProblem(error));
    throw error;
  }
}

async function ownDatabase({ data, say }: StartOptions): Promise<Outcome<Database, Problem>> {
  const kept = await keepPostgres({
    folder: join(data, "postgres"),
    say,
    onReturn: (again) => {
      if (again.url !== own) say("数据库换了端口（原来的被别的程序占用），请重新启动服务。");
    },
  });
  if (!kept.ok) return kept;
  const own = kept.value.now().url;
  return ok({ url: own, stop: kept.value.stop });
}

/** The demonstration, in an empty database alone. */
async function showSomething(url: string, options: StartOptions): Promise<Outcome<null, Problem>> {
  const { migrations, demonstration, data, requests, say } = options;
  const migrated = await migrate(url, migrations, ownerVariable(requests));
  if (!migrated.ok) return migrated;
  const store = await openStore({ url, requests, connections: 1 });
  if (!store.ok) return store;
  try {
    const registers = loadRegisterKinds(findProduct().registers);
    if (!registers.ok) return registers;
    const shown = { folder: demonstration, files: join(data, "files"), registers: registers.value };
    const filled = await fillDemonstration(store.value, url, shown, new Date());
    if (filled) say("数据库是空的：已放入演示用的单位和人员，都是虚构的。");
    return ok(null);
  } finally {
    await store.value.close();
  }
}
