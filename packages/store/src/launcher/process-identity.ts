/**
 * Which process a number means. Numbers are given out again, so a process is its number and the moment it began; and what works inside a data folder
 * is known by its working directory, which PostgreSQL never leaves.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";

const onLinux = process.platform === "linux";

/** Also true of a process of another user; false of a zombie, which does nothing more. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return !onLinux || stateOf(pid)?.state !== "Z";
}

/** /proc/N/stat after the name, which may hold spaces and brackets. */
function stateOf(pid: number): { readonly state: string; readonly began: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", began: fields[19] ?? "" };
  } catch {
    return null;
  }
}

const ps = (...args: string[]): string =>
  spawnSync("ps", args, { encoding: "utf8", env: { PATH: process.env.PATH ?? "", LC_ALL: "C" } }).stdout ?? "";

/** Never a space in it. */
export function identityOf(pid: number): string {
  const began = onLinux ? stateOf(pid)?.began : String(Date.parse(ps("-o", "lstart=", "-p", String(pid)).trim()));
  return `${pid}:${began ?? ""}`;
}

export function isStillThere(identity: string): boolean {
  const pid = Number(identity.split(":")[0]);
  return Number.isSafeInteger(pid) && pid > 0 && isAlive(pid) && identityOf(pid) === identity;
}

/** Every process whose working directory is this folder, by inode: a folder may have several names. */
export function processesIn(folder: string): readonly number[] {
  if (!onLinux) return processesNaming(folder);
  let wanted: Stats;
  try {
    wanted = statSync(folder);
  } catch {
    return [];
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const { dev, ino } = statSync(`/proc/${pid}/cwd`);
        return dev === wanted.dev && ino === wanted.ino;
      } catch {
        return false;
      }
    });
}

/** Without /proc: a postmaster says its folder on its command line. */
const processesNaming = (folder: string): readonly number[] =>
  ps("-axww", "-o", "pid=,args=")
    .split("\n")
    .filter((line) => line.includes(`-D ${folder} `) && line.includes("postgres"))
    .map((line) => Number.parseInt(line, 10));
