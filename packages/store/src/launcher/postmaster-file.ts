/** `postmaster.pid`, which a running PostgreSQL keeps in its data folder: who runs, on which port, how far it is. */
import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, processesIn } from "./process-identity.ts";

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready`, `stopping`, or empty while the file is being written. */
  readonly status: string;
}

const fileIn = (cluster: string): string => join(cluster, "postmaster.pid");

const textIn = (cluster: string): string | null => {
  try {
    return readFileSync(fileIn(cluster), "utf8");
  } catch {
    return null;
  }
};

const parse = (text: string): Postmaster | null => {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? "0") || 0, status: (lines[7] ?? "").trim() };
};

/** What the file says, be it true or not. */
export function readPostmasterFile(cluster: string): Postmaster | null {
  const text = textIn(cluster);
  return text === null ? null : parse(text);
}

/** The postmaster that works in this folder now, whatever state the file is left in; null: there is none. */
export function runningPostmaster(cluster: string): Postmaster | null {
  const named = readPostmasterFile(cluster);
  return named !== null && isAlive(named.pid) && processesIn(cluster).includes(named.pid) ? named : null;
}

/** No process can have this number, on Linux or macOS. */
const NOBODY_PID = 2 ** 22 + 1;

/**
 * Nothing runs here, and PostgreSQL must see it: a file that is cut off, or names a process that is another program by now, would keep it from starting.
 * Only the number is replaced where the rest is whole: by the shared memory it names PostgreSQL finds out itself whether an orphan still works on it.
 * The file is taken away before it is judged, so that one which a quicker starter has just written is given back and never overwritten.
 */
export function repairPostmasterFile(cluster: string): "absent" | "sound" | "repaired" | "taken" {
  const text = textIn(cluster);
  if (text === null) return "absent";
  const named = parse(text);
  if (named !== null && !isAlive(named.pid)) return "sound";
  const aside = `${fileIn(cluster)}.${process.pid}-${randomBytes(4).toString("hex")}`;
  renameSync(fileIn(cluster), aside);
  const same = readFileSync(aside, "utf8") === text;
  // Written in place, the owner of the file stays.
  if (same && named !== null) writeFileSync(aside, text.replace(/^.*/, String(NOBODY_PID)));
  if (!same || named !== null) linkSync(aside, fileIn(cluster));
  rmSync(aside);
  return same ? "repaired" : "taken";
}
