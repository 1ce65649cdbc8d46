/**
 * The database that comes with the program: `startPostgres` makes it, starts it, or attaches to it where another process has it running. No lock of our own
 * decides between two that start at once: a cluster appears by one rename, and PostgreSQL itself lets only one postmaster into it.
 */
import { chownSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { choosePort, keepPort } from "./choose-port.ts";
import { findPrograms, type Places, type Programs, type RunAs } from "./find-programs.ts";
import { folderProblem, lastWords, launcherProblem, startProblem } from "./launcher-problem.ts";
import { ADMIN, clusterIn, makeCluster, OWNER, passwordFile } from "./make-cluster.ts";
import { type Postmaster, readPostmasterFile, repairPostmasterFile, runningPostmaster } from "./postmaster-file.ts";
import { probe } from "./probe.ts";
import { isAlive, isStillThere, processesIn } from "./process-identity.ts";
import { type Exit, ownPostmaster, watchPostmaster } from "./running-postmaster.ts";
import { spawnPostmaster } from "./spawn-postmaster.ts";

export interface PostgresOptions {
  /** Made where it isn't there. */
  readonly folder: string;
  /** Told, in Chinese, what takes a while or was mended. */
  readonly say?: (line: string) => void;
  /** The process with whose end the database ends; this one, unless another is named. */
  readonly owner?: number;
  readonly places?: Places;
}

export interface RunningPostgres {
  /** For the role that owns the product's database and is no superuser: row-level security can bind it. */
  readonly url: string;
  /** The same database for the cluster's superuser. */
  readonly adminUrl: string;
  /** Another process started it and ends it. */
  readonly attached: boolean;
  readonly pid: number;
  /** Resolves when the database is gone, asked or not; call startPostgres again then. */
  readonly exited: Promise<Exit>;
  /** A fast shutdown; of an attached one only our interest ends. */
  readonly stop: () => Promise<void>;
}

interface Start {
  readonly folder: string;
  readonly cluster: string;
  readonly owner: number;
  readonly say: (line: string) => void;
  readonly runAs: RunAs;
  readonly places: Places;
  readonly deadline: number;
}

/** Nobody's number on Debian, and no user of the product. */
const NOBODY = 65_534;

/** After a crash PostgreSQL reads its log again, which may take minutes. */
const longestStartMs = 600_000;
const orphansMayTakeMs = 5_000;
const reportEveryMs = 8_000;
/** Where it is killed so often it isn't chance: memory may be short. */
const MOST_KILLED_SIZE = 5;
/** What a shell says of a program that was ended by SIGKILL. */
const KILLED_STATUS = 128 + 9;

export async function startPostgres(options: PostgresOptions): Promise<Outcome<RunningPostgres, Problem>> {
  const folder = resolve(options.folder);
  const start: Start = {
    folder,
    cluster: clusterIn(folder),
    owner: options.owner ?? process.pid,
    say: options.say ?? (() => undefined),
    runAs: process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {},
    places: options.places ?? {},
    deadline: Date.now() + longestStartMs,
  };
  let problem = startProblem(folder, "等了很久仍未就绪");
  let killed = 0;
  try {
    while (Date.now() < start.deadline) {
      const tried = await tryOnce(start);
      if (tried === "killed" && ++killed >= MOST_KILLED_SIZE)
        return fail(startProblem(folder, "启动中一再被强行结束（SIGKILL）"));
      if (tried !== "again" && tried !== "killed") return tried;
    }
  } catch (error) {
    problem = folderProblem(folder, error);
  }
  return fail(problem);
}

/** `killed`: somebody ended it by force before it was ready. */
type Tried = Outcome<RunningPostgres, Problem> | "again" | "killed";

async function tryOnce(start: Start): Promise<Tried> {
  const there = runningPostmaster(start.cluster);
  if (there !== null) return attach(start, there);
  const programs = findPrograms(start.runAs, start.places);
  if (!programs.ok) return programs;
  const made = await makeCluster(start.folder, programs.value, start.runAs, start.say);
  if (!made.ok) return made;
  if (!(await withoutOrphans(start))) return "again";
  const repaired = repairPostmasterFile(start.cluster);
  if (repaired === "repaired") start.say("postmaster.pid 已失效，已修正：它所指的进程不是这个数据库");
  return repaired === "taken" ? "again" : launch(start, programs.value);
}

async function attach(start: Start, there: Postmaster): Promise<Tried> {
  if (there.status !== "ready") {
    await pause(50);
    return "again";
  }
  const urls = urlsOf(start.cluster, there.port);
  const answer = await probe(urls.url);
  if (answer.kind === "not yet") {
    await pause(50);
    return "again";
  }
  if (answer.kind === "refused") return fail(passwordProblem(start.cluster, answer.said));
  if (answer.owner === null || isStillThere(answer.owner))
    return ok({ ...urls, attached: true, pid: there.pid, ...watchPostmaster(start.cluster, there.pid) });
  start.say("数据库还在运行，启动它的程序却已不在：先停下，再重新启动");
  if (isAlive(there.pid)) process.kill(there.pid, "SIGINT");
  while (isAlive(there.pid) && Date.now() < start.deadline) await pause(20);
  return "again";
}

/** Without its postmaster a server process ends by itself, unless it computes and doesn't look. None may be left when the next one starts. */
async function withoutOrphans({ cluster, say }: Start): Promise<boolean> {
  const before = processesIn(cluster);
  let left = before;
  for (const until = Date.now() + orphansMayTakeMs; left.length > 0 && Date.now() < until; left = processesIn(cluster)) {
    if (runningPostmaster(cluster) !== null) return false;
    await pause(20);
  }
  if (left.length === 0) return true;
  // Two readings: none of those that are ended now has begun since.
  const orphans = left.filter((pid) => before.includes(pid));
  say(`数据库已不在，它的 ${orphans.length} 个进程还在：结束它们`);
  for (const pid of orphans) if (isAlive(pid)) process.kill(pid, "SIGKILL");
  await pause(50);
  return false;
}

async function launch(start: Start, programs: Programs): Promise<Tried> {
  const { cluster, runAs, owner, folder, say } = start;
  const port = await choosePort(cluster, Math.random);
  const spawned = await spawnPostmaster(cluster, programs, runAs, port, owner);
  if (typeof spawned === "string") return fail(startProblem(folder, spawned));
  const ended = new Promise<void>((gone) => spawned.child.once("exit", () => gone()));
  let slow = Date.now();
  while (spawned.child.exitCode === null && spawned.child.signalCode === null) {
    const now = readPostmasterFile(cluster);
    if (now?.pid === spawned.pid && now.status === "ready") {
      keepPort(cluster, port);
      if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(join(cluster, "zhengdui.port"), runAs.uid, runAs.gid);
      return owned(start, port, spawned);
    }
    if (Date.now() - slow > reportEveryMs) {
      slow = Date.now();
      say("数据库正在恢复上次未写完的数据，请稍候……");
    }
    await Promise.race([pause(10), ended]);
  }
  if (spawned.child.exitCode === KILLED_STATUS) return "killed";
  const log = spawned.log();
  // Another was quicker, or took the port, or its last processes are just ending.
  if (
    /lock file "postmaster.pid"|is another postmaster|pre-existing shared memory|could not bind|Address already in use/i.test(log)
  ) {
    await pause(50);
    return "again";
  }
  return fail(startProblem(folder, lastWords(log)));
}

async function owned(
  start: Start,
  port: number,
  spawned: Exclude<Awaited<ReturnType<typeof spawnPostmaster>>, string>,
): Promise<Tried> {
  const urls = urlsOf(start.cluster, port);
  const answer = await probe(urls.url);
  const watched = ownPostmaster(start.cluster, spawned);
  if (answer.kind === "answered") return ok({ ...urls, attached: false, pid: spawned.pid, ...watched });
  await watched.stop();
  return answer.kind === "not yet" ? "again" : fail(passwordProblem(start.cluster, answer.said));
}

function urlsOf(cluster: string, port: number): { readonly url: string; readonly adminUrl: string } {
  const password = readFileSync(passwordFile(cluster), "utf8").trim();
  const url = (role: string) => `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${OWNER}`;
  return { url: url(OWNER), adminUrl: url(ADMIN) };
}

const passwordProblem = (cluster: string, said: string): Problem =>
  launcherProblem(
    passwordFile(cluster),
    `数据库不认这个口令（${said}）`,
    "请恢复原来的口令文件；没有它，就移开数据文件夹，从备份恢复",
  );
