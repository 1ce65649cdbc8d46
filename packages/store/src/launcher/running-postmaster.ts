/** Watching a postmaster until it is gone, and ending one's own. */
import { setTimeout as pause } from "node:timers/promises";
import { lastWords } from "./launcher-problem.ts";
import { readSince, sizesOf } from "./log-files.ts";
import { isAlive } from "./process-identity.ts";
import type { Spawned } from "./spawn-postmaster.ts";

export interface Exit {
  /** By `stop()`. */
  readonly asked: boolean;
  /** The end of what it logged, where it wasn't. */
  readonly said: string;
}

interface Watched {
  readonly exited: Promise<Exit>;
  readonly stop: () => Promise<void>;
}

const everyMs = 100;
const fastShutdownMs = 60_000;
const immediateShutdownMs = 10_000;

/** Of another process: `stop` only ends the watching. */
export function watchPostmaster(cluster: string, pid: number): Watched {
  const marks = sizesOf(cluster);
  const watch = watchFor(pid, () => readSince(cluster, marks));
  return { exited: watch.exited, stop: async () => watch.end(true) };
}

export function ownPostmaster(_cluster: string, { child, pid, log }: Spawned): Watched {
  const watch = watchFor(pid, log);
  child.once("exit", () => watch.look());
  let asked: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    watch.ask();
    if (isAlive(pid)) process.kill(pid, "SIGINT");
    if (!(await goneWithin(pid, fastShutdownMs)) && isAlive(pid)) process.kill(pid, "SIGQUIT");
    await goneWithin(pid, immediateShutdownMs);
    // What watches doesn't keep this process going; who waits for it alone would end with it, without a word.
    watch.end(true);
    await watch.exited;
    child.stdin?.destroy();
  };
  return {
    exited: watch.exited,
    stop: () => {
      asked ??= stop();
      return asked;
    },
  };
}

async function goneWithin(pid: number, ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; isAlive(pid); await pause(10)) if (Date.now() > until) return false;
  return true;
}

/** Looks every so often without keeping our own process alive. */
function watchFor(pid: number, log: () => string) {
  let asked = false;
  let settle: (exit: Exit) => void = () => undefined;
  const exited = new Promise<Exit>((resolve) => {
    settle = resolve;
  });
  const end = (wanted: boolean): void => {
    clearInterval(timer);
    settle({ asked: wanted, said: wanted ? "" : lastWords(log()) });
  };
  const look = (): void => {
    if (!isAlive(pid)) end(asked);
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  const ask = (): void => {
    asked = true;
  };
  return { exited, look, end, ask };
}
