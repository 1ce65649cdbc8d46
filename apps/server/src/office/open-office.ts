/**
 * Opens the office: a database (the one named, or the one that npm brought, started here), its schema brought up to date, a tenant, the folder of files and the
 * key that seals secrets. Whatever hinders it comes back as a problem with its mend, and the public pages are served all the same.
 */
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { PasswordCost } from "@zhengdui/store";
import { migrate, openStore, ownerVariable, type Store, sweepUnfinished, tenantsOf } from "@zhengdui/store";
import { readOidcSettings } from "../access/oidc-settings.ts";
import { PACKAGE_PLACE } from "../exchange/receive-package.ts";
import { findProduct } from "../find-product.ts";
import { createProgressBoard } from "../sheet/import-progress.ts";
import { loadRegisterKinds } from "../sheet/load-register-kinds.ts";
import type { OfficeParts } from "./office-parts.ts";

export interface OfficeOptions {
  /** Of a role that may create tables and roles. */
  readonly url: string;
  /** Of a login for requests that an operator has made. */
  readonly requests?: string | undefined;
  /** Holds files and keys. */
  readonly data: string;
  /** The folder of the schema's steps. */
  readonly migrations: string;
  /** Whose office this is, where the host names no other; the only tenant where it isn't given. */
  readonly tenant?: string;
  readonly callsInside?: boolean;
  /** A mail server is named. */
  readonly mails?: boolean;
  readonly now?: () => Date;
  /** Of identity providers; `identity-providers.json` in the data folder where it isn't given. */
  readonly providers?: string;
  readonly passwordCost?: PasswordCost;
  readonly onTrouble?: (error: Error) => void;
  readonly onLoose?: (problem: Problem) => void;
}

export interface OpenOffice {
  readonly parts: OfficeParts;
  readonly close: () => Promise<void>;
}

export async function openOffice(options: OfficeOptions): Promise<Outcome<OpenOffice, Problem>> {
  const { url, requests, onTrouble, onLoose } = options;
  const migrated = await migrate(url, options.migrations, ownerVariable(requests));
  if (!migrated.ok) return migrated;
  const key = sealingKeyIn(options.data);
  if (!key.ok) return key;
  const store = await openStore({ url, requests, ...(onTrouble ? { onTrouble } : {}), ...(onLoose ? { onLoose } : {}) });
  if (!store.ok) return store;
  let isOpen = false;
  try {
    const parts = await partsOf(options, store.value, key.value);
    isOpen = parts.ok;
    return parts.ok ? ok({ parts: parts.value, close: store.value.close }) : parts;
  } finally {
    if (!isOpen) await store.value.close();
  }
}

async function partsOf(options: OfficeOptions, store: Store, sealingKey: Buffer): Promise<Outcome<OfficeParts, Problem>> {
  const tenants = await tenantsOf(store);
  const own = options.tenant ?? tenants[0]?.tenantId;
  if (own === undefined || !tenants.some(({ tenantId }) => tenantId === own))
    return fail({
      path: "ZHENGDUI_TENANT",
      problem: own === undefined ? "数据库里还没有任何县（市）" : `数据库里没有代码为 ${own} 的县（市）`,
      expected: "请先开立：zhengdui db tenant 350582 晋江市",
    });
  const hosts = new Map(tenants.flatMap(({ tenantId, hosts }) => hosts.map((host) => [host, tenantId] as const)));
  const files = join(options.data, "files");
  mkdirSync(files, { recursive: true });
  await sweepUnfinished(files, /\.new$/, new Date(), true);
  await sweepUnfinished(tmpdir(), new RegExp(`^${PACKAGE_PLACE}`), new Date());
  const providers = readOidcSettings(options.providers ?? join(options.data, "identity-providers.json"), process.env);
  if (!providers.ok) return providers;
  const registers = loadRegisterKinds(findProduct().registers);
  if (!registers.ok) return registers;
  return ok({
    ...{ store, now: options.now ?? (() => new Date()), tenant: own, hosts, files, sealingKey, providers: providers.value },
    callsInside: options.callsInside ?? false,
    mails: options.mails ?? false,
    progress: createProgressBoard(),
    registers: registers.value,
    policies: [],
    ...(options.passwordCost === undefined ? {} : { passwordCost: options.passwordCost }),
  });
}

/** Made at the first start. Without it sealed secrets can't be read again, so it belongs into the backup's safe. */
function sealingKeyIn(data: string): Outcome<Buffer, Problem> {
  const file = join(data, "sealing.key");
  try {
    mkdirSync(data, { recursive: true });
    if (!existsSync(file)) makeSealingKey(file);
    const key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
    if (key.length === 32) return ok(key);
    return fail({
      path: file,
      problem: "封存密钥的长度不对",
      expected: "请从备份恢复这个文件；没有备份时，删去它并让全体人员重新绑定动态口令",
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return fail({ path: file, problem: `不能读写数据文件夹（${said}）`, expected: "请检查 ZHENGDUI_DATA 所指文件夹的权限" });
  }
}

/** Written and flushed beside, then named: a start that is cut short leaves no half of a key. Of two that start at once the first one's counts. */
function makeSealingKey(file: string): void {
  const fresh = `${file}.${randomBytes(6).toString("hex")}.new`;
  writeFileSync(fresh, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(fresh, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(fresh);
  }
}
