/** An office whose database is named by address and may be away when the server starts: it is tried again until it answers, while the public pages are served. */
import { setTimeout as pause } from "node:timers/promises";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { type DatabaseProblem, isDatabaseAway } from "@zhengdui/store";
import type { ComingParts } from "./office-door.ts";
import type { OpenOffice } from "./open-office.ts";

/** Open, or about to be. */
export interface StartedOffice {
  readonly parts: NonNullable<ComingParts>;
  /** While it still waits, the waiting ends at once. */
  readonly close: () => Promise<void>;
}

export type Open = () => Promise<Outcome<OpenOffice, DatabaseProblem>>;

/** So long the public pages wait for the office: one start then tells all. */
const SERVE_WITHIN_MS = 3_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

export const isAway = (tried: Outcome<unknown, DatabaseProblem>): boolean =>
  !tried.ok && tried.errors.some(({ away }) => away === true);

/** Refused where waiting would mend nothing, such as a wrong password. */
export async function openWhenThere(open: Open, say: (line: string) => void): Promise<Outcome<StartedOffice, Problem>> {
  const attempt = open();
  const first = await Promise.race([attempt, pause(SERVE_WITHIN_MS, null, { ref: false })]);
  if (first !== null && !isAway(first)) return first;
  const ending = new AbortController();
  let opened: OpenOffice | null = null;
  const coming = keepTrying(attempt, open, say, ending.signal).then((office) => {
    opened = office;
    return office?.parts ?? null;
  });
  return ok({
    parts: coming,
    close: async () => {
      ending.abort();
      await opened?.close();
    },
  });
}

/** Null: asked to end, or refused for good. */
async function keepTrying(
  first: ReturnType<Open>,
  open: Open,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<OpenOffice | null> {
  let isSaid = false;
  for (let [attempt, wait] = [first, FIRST_PAUSE_MS]; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    const tried = await attempt.catch(failed);
    if (signal.aborted) {
      if (tried.ok) await tried.value.close();
      return null;
    }
    if (tried.ok) {
      say("数据库已经连上，办理随即开放。");
      return tried.value;
    }
    if (!isAway(tried)) {
      sayClosed(tried.errors, say);
      return null;
    }
    if (!isSaid)
      for (const { path, problem, expected } of tried.errors)
        say(`${path}: ${problem}; ${expected}。先提供政策查询和测算；数据库连上后办理自动开放，不用重启。`);
    isSaid = true;
    await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return null;
    attempt = open();
  }
}

export function sayClosed(problems: readonly Problem[], say: (line: string) => void): void {
  for (const { path, problem, expected } of problems) say(`${path}: ${problem}; ${expected}。现在只提供政策查询和测算。`);
}

function failed(error: unknown): Outcome<never, DatabaseProblem> {
  const said = error instanceof Error ? error.message : String(error);
  const problem = {
    path: "DATABASE_URL",
    problem: `办理没有能开放（${said}）`,
    expected: "请重新启动，并把以上输出交给维护人员",
  };
  return fail(isDatabaseAway(error) ? { ...problem, away: true } : problem);
}
