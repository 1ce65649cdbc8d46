/**
 * A new database cluster: made aside, complete with its password, roles and database, then renamed to its place. What was killed half-way is never
 * mistaken for a cluster, and of two processes that make one at once the second takes the first one's.
 */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Programs, RunAs } from "./find-programs.ts";
import { folderProblem, lastWords, launcherProblem, startProblem } from "./launcher-problem.ts";
import { identityOf, isStillThere } from "./process-identity.ts";

export const clusterIn = (folder: string): string => join(folder, "cluster");
export const passwordFile = (cluster: string): string => join(cluster, "zhengdui.password");

/** The postmaster's superuser, and the role that owns the product's database, which row-level security may bind. */
export const ADMIN = "postgres";
export const OWNER = "zhengdui";

/**
 * How a cluster is named to a program that works in it. As another user than ours the way to it may be closed (under /root): its own working directory,
 * which we enter for it, isn't.
 */
export const nameForPrograms = (cluster: string, runAs: RunAs): string =>
  runAs.uid !== undefined && process.platform === "linux" ? "/proc/self/cwd" : cluster;

/** Nothing of the caller's environment reaches PostgreSQL: PGPORT, PGDATA, PGOPTIONS would change what is started. */
export const cleanEnvironment = { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", HOME: "/" } as const;

/** A cluster of the right version in `folder`, made where there is none. */
export async function makeCluster(
  folder: string,
  programs: Programs,
  runAs: RunAs,
  say: (line: string) => void,
): Promise<Outcome<string, Problem>> {
  const cluster = clusterIn(folder);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (existsSync(join(cluster, "PG_VERSION"))) return checkVersion(folder, programs);
    if (existsSync(cluster) && readdirSync(cluster).length > 0)
      return fail(
        launcherProblem(cluster, "这里有文件，却不是 PostgreSQL 的数据", "请移开这个文件夹，或用 ZHENGDUI_DATA 指定别处"),
      );
    removeRemains(folder);
    say("第一次启动：正在建立数据库……");
    const aside = join(folder, `cluster.new-${identityOf(process.pid)}-${randomBytes(4).toString("hex")}`);
    const filled = await fill(aside, programs, runAs);
    if (filled !== null) {
      rmSync(aside, { recursive: true, force: true });
      return fail(startProblem(folder, filled));
    }
    takePlace(aside, cluster, folder);
    return checkVersion(folder, programs);
  } catch (error) {
    return fail(folderProblem(folder, error));
  }
}

function checkVersion(folder: string, programs: Programs): Outcome<string, Problem> {
  const cluster = clusterIn(folder);
  const found = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const ours = programs.version.split(".")[0] ?? "";
  if (found === ours) return ok(cluster);
  return fail(
    launcherProblem(
      cluster,
      `数据由 PostgreSQL ${found} 写成，本程序随附的是 ${ours}`,
      "请用写成它的那一版程序执行 zhengdui db backup，移开这个文件夹，再用本程序执行 zhengdui db restore",
    ),
  );
}

/** Of makers that are no more. Their `initdb` may outlive them for a moment and still write there: what can't be removed now is left to a later start. */
function removeRemains(folder: string): void {
  for (const name of readdirSync(folder)) {
    const maker = /^cluster\.new-(\d+:\d*)-/.exec(name)?.[1];
    if (maker !== undefined && !isStillThere(maker)) removeIfDone(join(folder, name));
  }
}

function removeIfDone(aside: string): void {
  try {
    rmSync(aside, { recursive: true, force: true, maxRetries: 5 });
  } catch (error) {
    if (error instanceof Error && "code" in error && /^(ENOTEMPTY|EBUSY)$/.test(String(error.code))) return;
    throw error;
  }
}

/** Null where all went well, else what the programs said. */
async function fill(aside: string, programs: Programs, runAs: RunAs): Promise<string | null> {
  mkdirSync(aside, { mode: 0o700 });
  own(aside, runAs);
  const data = nameForPrograms(aside, runAs);
  const locale = ["--locale-provider=builtin", "--locale=C.UTF-8", "-E", "UTF8"];
  const settings = ["--set", "shared_buffers=128MB", "--set", "max_connections=100", "--set", "timezone=Asia/Shanghai"];
  // "trust" stands only until pg_hba.conf is written, and nothing listens until then.
  const made = await run(programs.initdb, ["-D", data, "-U", ADMIN, "-A", "trust", ...locale, ...settings], aside, runAs, "");
  if (made !== null) return made;
  const password = randomBytes(24).toString("base64url");
  write(passwordFile(aside), password, runAs);
  write(join(aside, "pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n", runAs);
  const statements = [
    `alter role ${ADMIN} password '${password}';`,
    `create role ${OWNER} login createdb createrole password '${password}';`,
    `create database ${OWNER} owner ${OWNER};`,
  ];
  const single = ["--single", "-D", data, "-c", "exit_on_error=on", "-c", "log_checkpoints=off", "postgres"];
  return run(programs.postgres, single, aside, runAs, `${statements.join("\n")}\n`);
}

export function own(path: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

function write(file: string, text: string, runAs: RunAs): void {
  writeFileSync(file, text, { mode: 0o600 });
  own(file, runAs);
  sync(file);
}

function sync(path: string): void {
  const opened = openSync(path, "r");
  fsyncSync(opened);
  closeSync(opened);
}

const run = (program: string, args: readonly string[], cwd: string, runAs: RunAs, input: string): Promise<string | null> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { ...runAs, cwd, env: cleanEnvironment, stdio: ["pipe", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? null : lastWords(said)));
  });

/** A folder that holds something is never replaced by a rename: then another process made the cluster first, and ours is let go. */
function takePlace(aside: string, cluster: string, folder: string): void {
  try {
    renameSync(aside, cluster);
    sync(folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(join(cluster, "PG_VERSION"))) throw error;
  }
}
