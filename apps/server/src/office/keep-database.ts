/** The database of this server: the one that DATABASE_URL names, or the one that comes with the program, started here and started again when it is gone. */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Outcome, ok, type Problem } from "@zhengdui/basics";
import { type RunningPostgres, startPostgres } from "@zhengdui/store";

export interface KeptDatabase {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const AGAIN_AFTER_MS = 500;

/** `url` empty or not given: the program's own, below `data`. */
export async function keepDatabase(
  url: string | undefined,
  data: string,
  say: (line: string) => void,
): Promise<Outcome<KeptDatabase, Problem>> {
  if (url !== undefined && url !== "") return ok({ url, stop: async () => undefined });
  const folder = join(data, "postgres");
  const first = await startPostgres({ folder, say });
  if (!first.ok) return first;
  let running: RunningPostgres = first.value;
  let stopping = false;
  const watch = async () => {
    while (!stopping) {
      await running.exited;
      if (stopping) return;
      say("数据库停了，正在重新启动……");
      const again = await startPostgres({ folder, say });
      if (again.ok) running = again.value;
      else {
        for (const { path, problem, expected } of again.errors) say(`${path}: ${problem}; ${expected}`);
        await pause(AGAIN_AFTER_MS);
      }
    }
  };
  void watch();
  return ok({
    url: running.url,
    stop: async () => {
      stopping = true;
      await running.stop();
    },
  });
}
