/** Runs the program that proves or mutates a draft as a process of its own: its events pass through, it is ended with whoever asked, and bounded. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { PassThrough, type Readable } from "node:stream";
import { fail, type Outcome, ok } from "@zhengdui/basics";
import type { StudyEvent, StudyKind, WorkshopDocument } from "@zhengdui/contract";

export interface Studies {
  /** Events, a line each. Destroying it ends the process. */
  readonly begin: (kind: StudyKind, documents: readonly WorkshopDocument[]) => Outcome<Readable, string>;
  readonly endAll: () => void;
  /** How many run. */
  readonly running: () => number;
}

/** Each takes a processor and up to a gigabyte. */
const AT_ONCE = 2;
const MEMORY_MB = 1_024;
const LONGEST_MS = 10 * 60_000;

export function createStudies(program: string, longestMs = LONGEST_MS): Studies {
  const ends = new Set<() => void>();
  return {
    running: () => ends.size,
    endAll() {
      for (const end of ends) end();
    },
    begin(kind, documents) {
      if (!existsSync(program)) return fail("证明的程序还没有构建：npm run build。");
      if (ends.size >= AT_ONCE) return fail("已有两项在算。等它们算完，或者停下一项，再试。");
      return ok(run(program, kind, documents, longestMs, ends));
    },
  };
}

function run(
  program: string,
  kind: StudyKind,
  documents: readonly WorkshopDocument[],
  longestMs: number,
  ends: Set<() => void>,
): Readable {
  const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY_MB}`, program, kind], {
    // Why it broke is for whoever runs the server.
    stdio: ["pipe", "pipe", "inherit"],
    env: { PATH: process.env.PATH ?? "" },
  });
  const events = new PassThrough();
  const end = () => child.kill("SIGKILL");
  ends.add(end);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end();
  }, longestMs);
  events.on("close", end);
  child.stdout.pipe(events, { end: false });
  const finish = (why: string | null) => {
    clearTimeout(timer);
    ends.delete(end);
    if (why !== null && events.writable) events.write(`${JSON.stringify({ kind: "refused", why } satisfies StudyEvent)}\n`);
    events.end();
  };
  child.on("error", () => finish("证明的程序没有启动。"));
  child.on("close", (code) => {
    if (code === 0) return finish(null);
    finish(isLate ? "算得太久，已经停下。" : "没有算完就停了：可能内存不够，或者已被停下。");
  });
  // The process may be gone before all was written to it: its end is told by `close`.
  child.stdin.on("error", () => {});
  child.stdin.end(JSON.stringify(Object.fromEntries(documents.map(({ name, text }) => [name, text]))));
  beNice(child.pid);
  return events;
}

/** The server answers first. */
function beNice(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Already ended, or not allowed here: it runs as it is.
  }
}
