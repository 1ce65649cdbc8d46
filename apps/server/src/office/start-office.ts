/** From nothing to an open office: database, schema, demonstration where nothing is there, and all of it closed in the reverse order. */
import { join } from "node:path";
import { type Outcome, ok, type Problem } from "@zhengdui/basics";
import { keepPostgres, migrate, openStore } from "@zhengdui/store";
import { mailer } from "../delivery/mailer.ts";
import { runDelivery } from "../delivery/run-delivery.ts";
import { fillDemonstration } from "../demonstration/fill-demonstration.ts";
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

interface Database {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function startOffice(options: StartOptions): Promise<Outcome<OpenOffice, Problem>> {
  const { data, migrations, say, tenant } = options;
  const database = await databaseOf(options);
  if (!database.ok) return database;
  const { url, stop } = database.value;
  const filled = await showSomething(url, options);
  const onTrouble = (error: Error) => say(`数据库的连接断了（${error.message}），下一个请求会重新连接。`);
  const opened = filled.ok
    ? await openOffice({
        url,
        data,
        migrations,
        onTrouble,
        callsInside: options.callsInside,
        ...(tenant === undefined ? {} : { tenant }),
      })
    : filled;
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

async function databaseOf({ url, data, say }: StartOptions): Promise<Outcome<Database, Problem>> {
  if (url !== undefined) return ok({ url, stop: async () => undefined });
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
async function showSomething(url: string, { migrations, demonstration, say }: StartOptions): Promise<Outcome<null, Problem>> {
  const migrated = await migrate(url, migrations);
  if (!migrated.ok) return migrated;
  const store = await openStore({ url, connections: 1 });
  if (!store.ok) return store;
  const filled = await fillDemonstration(store.value, url, demonstration, new Date());
  await store.value.close();
  if (filled) say("数据库是空的：已放入演示用的单位和人员，都是虚构的。");
  return ok(null);
}
