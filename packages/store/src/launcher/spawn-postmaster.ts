/**
 * Starts PostgreSQL under a shell that outlives us just long enough to stop it: where its owner ends in whatever way, `kill -9` included, a pipe closes and
 * the shell asks PostgreSQL for a fast shutdown. (The parent-death signal of `setpriv` is Linux's alone and follows a thread, not a process.)
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Programs, RunAs } from "./find-programs.ts";
import { lastWords } from "./launcher-problem.ts";
import { LOG_FOLDER, logIn, type Marks, readSince, START_LOG, sizesOf } from "./log-files.ts";
import { cleanEnvironment, nameForPrograms, own } from "./make-cluster.ts";
import { identityOf } from "./process-identity.ts";

export interface Spawned {
  readonly child: ChildProcess;
  /** Of the postmaster, not of the shell. */
  readonly pid: number;
  /** What was logged since. */
  readonly log: () => string;
}

/**
 * $1: the owner's number, or nothing: then whoever holds the other end of our standard input. In its own session, so that Ctrl-C in the terminal reaches
 * the owner alone, who may finish its work first.
 */
const WATCHED = `
owner=$1; shift
exec 3<&0
"$@" </dev/null >&2 3<&- &
postmaster=$!
cd /
echo $postmaster
exec >&-
(
  if [ -n "$owner" ]; then while [ -d /proc/$owner ] || kill -0 $owner; do sleep 1; done
  else read -r _ <&3
  fi
  kill -INT $postmaster
) 2>/dev/null &
watcher=$!
exec 3<&-
wait $postmaster
status=$?
kill $watcher 2>/dev/null
exit $status
`;

/** Those that safety needs or that this program relies on; all else stands in postgresql.conf, for the operator. */
const settings = (port: number, owner: number): readonly string[] =>
  [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "fsync=on",
    "full_page_writes=on",
    "synchronous_commit=on",
    "logging_collector=on",
    "log_destination=stderr",
    `log_directory=${LOG_FOLDER}`,
    // A file a weekday, emptied when its day comes again.
    "log_filename=postgres-%a.log",
    "log_truncate_on_rotation=on",
    "log_rotation_age=1d",
    "log_rotation_size=0",
    `zhengdui.owner=${identityOf(owner)}`,
  ].flatMap((setting) => ["-c", setting]);

/** `owner`: the process whose end ends the database. Resolves once the postmaster has a number; the string says why it has none. */
export async function spawnPostmaster(
  cluster: string,
  programs: Programs,
  runAs: RunAs,
  port: number,
  owner: number,
): Promise<Spawned | string> {
  const folder = logIn(cluster);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  own(folder, runAs);
  const marks: Marks = sizesOf(cluster);
  const log = openSync(join(folder, START_LOG), "a", 0o600);
  const watched = owner === process.pid ? "" : String(owner);
  const command = [programs.postgres, "-D", nameForPrograms(cluster, runAs), ...settings(port, owner)];
  const child = spawn("/bin/sh", ["-c", WATCHED, "zhengdui-postgres", watched, ...command], {
    ...runAs,
    cwd: cluster,
    env: cleanEnvironment,
    detached: true,
    stdio: ["pipe", "pipe", log],
  });
  closeSync(log);
  child.unref();
  unref(child.stdin);
  const logged = () => readSince(cluster, marks);
  const pid = await firstLine(child);
  return pid === null ? lastWords(logged()) : { child, pid, log: logged };
}

/** A pipe that is left open for the shell to watch must not keep our own process from ending. */
function unref(stream: object | null): void {
  if (stream !== null && "unref" in stream && typeof stream.unref === "function") stream.unref();
  if (stream !== null && "on" in stream && typeof stream.on === "function") stream.on("error", () => undefined);
}

const firstLine = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.on("error", () => resolve(null));
    let said = "";
    child.stdout?.on("data", (chunk) => {
      said += String(chunk);
    });
    child.stdout?.on("close", () => resolve(Number.parseInt(said, 10) || null));
  });
