/** PostgreSQL's logs in the data folder: what was written since a moment, to say why it didn't start or ended. */
import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";

export const LOG_FOLDER = "log";
/** What is said before the log proper begins. */
export const START_LOG = "start.log";

export type Marks = ReadonlyMap<string, number>;

export const logIn = (cluster: string): string => join(cluster, LOG_FOLDER);

const longestBytes = 16_384;

export function sizesOf(cluster: string): Marks {
  try {
    const names = readdirSync(logIn(cluster)).filter((name) => name.endsWith(".log"));
    return new Map(names.map((name) => [name, statSync(join(logIn(cluster), name)).size]));
  } catch {
    return new Map();
  }
}

/** The end of what each log got since. */
export function readSince(cluster: string, marks: Marks): string {
  const parts = [...sizesOf(cluster)].map(([name, size]) => {
    const before = marks.get(name) ?? 0;
    // A file that is shorter now was emptied when its weekday came.
    const from = Math.max(size < before ? 0 : before, size - longestBytes);
    return readPart(join(logIn(cluster), name), from, size - from);
  });
  return parts.filter((part) => part !== "").join("\n");
}

function readPart(file: string, from: number, length: number): string {
  if (length <= 0) return "";
  const opened = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(opened, bytes, 0, length, from)).toString("utf8");
  } finally {
    closeSync(opened);
  }
}
