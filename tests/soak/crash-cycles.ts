/** Kills the writing program or its PostgreSQL, again and again, and holds what the database has against what was acknowledged. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { startPostgres } from "../../packages/store/src/index.ts";
import { installedFolder } from "../../packages/store/src/launcher/find-programs.ts";

export interface CrashReport {
  readonly cycles: number;
  readonly acknowledged: number;
  readonly rows: number;
  /** Acknowledged, yet not there. */
  readonly lost: readonly number[];
  /** One row of the two, or rows that don't agree. */
  readonly halves: readonly number[];
}

interface Writer {
  readonly child: ChildProcess;
  readonly postgres: Promise<number>;
  readonly gone: Promise<void>;
}

/** `mostMs`: a crash comes at any moment up to then after writing began. */
export async function crashAgainAndAgain(program: string, folder: string, cycles: number, mostMs: number): Promise<CrashReport> {
  const acknowledged = new Set<number>();
  await withDatabase(folder, async (client) => {
    await client.query("create table payment (at bigint primary key, amount bigint not null)");
    await client.query("create table entry (payment bigint primary key references payment, amount bigint not null)");
  });
  let next = 0;
  for (let cycle = 0; cycle < cycles; cycle++) {
    const before = acknowledged.size;
    const writer = startWriter(program, folder, next, (at) => acknowledged.add(at));
    try {
      const postgres = await writer.postgres;
      await untilMore(acknowledged, before + 5);
      await pause(Math.random() * mostMs);
      if (cycle % 2 === 0) {
        process.kill(postgres, "SIGKILL");
        // It writes again on the database that came back, then everything is killed under it.
        await untilMore(acknowledged, acknowledged.size + 20);
      }
    } finally {
      writer.child.kill("SIGKILL");
      await writer.gone;
    }
    // Numbers that were tried and never acknowledged may be there: they aren't used again.
    next = Math.max(next, ...acknowledged) + 10_000;
  }
  return withDatabase(folder, (client) => judge(client, cycles, acknowledged));
}

function startWriter(program: string, folder: string, first: number, onAcknowledged: (at: number) => void): Writer {
  const args = [program, folder, installedFolder() ?? "", String(first)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const postgres = new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (/^\d+$/.test(line)) onAcknowledged(Number(line));
      else if (line.startsWith("running ")) resolve(Number(line.slice("running ".length)));
      else reject(new Error(line));
    });
    void gone.then(() => reject(new Error("it ended by itself")));
  });
  postgres.catch(() => undefined);
  return { child, postgres, gone };
}

async function untilMore(acknowledged: ReadonlySet<number>, than: number): Promise<void> {
  for (const end = Date.now() + 60_000; acknowledged.size < than; await pause(5))
    if (Date.now() > end) throw new Error("nothing was written for a minute");
}

async function withDatabase<T>(folder: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const started = await startPostgres({ folder });
  if (!started.ok) throw new Error(JSON.stringify(started.errors));
  const client = new pg.Client({ connectionString: started.value.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await started.value.stop();
  }
}

async function judge(client: pg.Client, cycles: number, acknowledged: ReadonlySet<number>): Promise<CrashReport> {
  const { rows } = await client.query<{ at: string; whole: boolean }>(
    `select coalesce(p.at, e.payment) as at, p.amount is not distinct from e.amount and p.amount = p.at * 7 as whole
     from payment p full join entry e on e.payment = p.at`,
  );
  const there = new Map(rows.map(({ at, whole }) => [Number(at), whole]));
  return {
    cycles,
    acknowledged: acknowledged.size,
    rows: there.size,
    lost: [...acknowledged].filter((at) => !there.has(at)),
    halves: [...there].filter(([, whole]) => !whole).map(([at]) => at),
  };
}
