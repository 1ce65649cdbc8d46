/** A database that comes back: where it ends unasked, it is started again until it runs or we are asked to stop. */
import { setTimeout as pause } from "node:timers/promises";
import { type Outcome, ok, type Problem } from "@zhengdui/basics";
import { type PostgresOptions, type RunningPostgres, startPostgres } from "./start-postgres.ts";

export interface KeepOptions extends PostgresOptions {
  /** Told each time it runs again. Its address is the old one, unless another program took the port meanwhile. */
  readonly onReturn?: (running: RunningPostgres) => void;
}

export interface KeptPostgres {
  /** The one that runs now, or ran last. */
  readonly now: () => RunningPostgres;
  readonly stop: () => Promise<void>;
}

const firstPauseMs = 100;
const longestPauseMs = 8_000;

/** Only the first start is refused with a problem; later ones are tried again, each problem told by `say`. */
export async function keepPostgres(options: KeepOptions): Promise<Outcome<KeptPostgres, Problem>> {
  const first = await startPostgres(options);
  if (!first.ok) return first;
  const ending = new AbortController();
  let running = first.value;
  const kept = (async () => {
    while (!ending.signal.aborted) {
      const { asked, said } = await running.exited;
      if (asked || ending.signal.aborted) return;
      options.say?.(`数据库意外停止（${said}），正在重新启动`);
      const again = await startAgain(options, ending.signal);
      if (again === null) return;
      running = again;
      if (ending.signal.aborted) await running.stop();
      else options.onReturn?.(running);
    }
  })();
  return ok({
    now: () => running,
    stop: async () => {
      ending.abort();
      await running.stop();
      await kept;
    },
  });
}

async function startAgain(options: PostgresOptions, signal: AbortSignal): Promise<RunningPostgres | null> {
  for (let wait = firstPauseMs; !signal.aborted; wait = Math.min(wait * 2, longestPauseMs)) {
    const started = await startPostgres(options);
    if (started.ok) return started.value;
    for (const { path, problem, expected } of started.errors) options.say?.(`${path}: ${problem}; ${expected}`);
    await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
  }
  return null;
}
