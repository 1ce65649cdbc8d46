/** Kills the product or its PostgreSQL under eight writing clients, again and again, and holds what can be read against what was acknowledged. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { ADMIN, OWNER, passwordFile } from "../../packages/store/src/launcher/make-cluster.ts";
import { readPostmasterFile } from "../../packages/store/src/launcher/postmaster-file.ts";
import { type CallCounter, countCalls } from "./call-counter.ts";
import { NotDone, noTroubles, type Troubles } from "./caller.ts";
import { type Deed, missingFiles, type Writer } from "./deeds.ts";
import { brokenFiles, halvesIn, lostIn } from "./judge-tables.ts";
import { type OfficeProcess, openProcess } from "./office-process.ts";
import { openWorld, type World } from "./office-world.ts";

export type CrashKind = "node" | "database" | "both" | "backend" | "node-starting" | "database-starting";

/** In turn. */
const CRASHES: readonly CrashKind[] = [
  "node",
  "database",
  "backend",
  "both",
  "database",
  "node-starting",
  "backend",
  "database-starting",
];

/** What the demonstration has at work already was nobody's deed, and has no record. */
const NO_WORK = `truncate award_mark, ledger_award, register_row, register_preview, register_version, consultation, fact, dispute, bank_account,
  unit_claim cascade; delete from api_key; delete from file`;

/** On a machine that is busy with much else. */
const LONGEST_MS = 180_000;

export interface CrashReport {
  readonly cycles: number;
  readonly acknowledged: ReadonlyMap<string, number>;
  /** Acknowledged, yet not to be read over the routes, or not in the tables. */
  readonly lost: readonly string[];
  /** Not whole, acknowledged or not. */
  readonly halves: readonly string[];
  /** From the crash to the next acknowledged write, in ms, by what was killed. */
  readonly resumedMs: ReadonlyMap<CrashKind, readonly number[]>;
  readonly troubles: Troubles;
  /** Ends of the program that nobody asked for. */
  readonly unasked: readonly string[];
  readonly reread: number;
  readonly calls: {
    readonly parcels: number;
    readonly told: number;
    readonly untold: readonly string[];
    readonly contradictions: readonly string[];
  };
}

export interface CrashOptions {
  readonly program: string;
  /** The product's folder of data. */
  readonly data: string;
  readonly cycles: number;
  /** After the last crash writing goes on until so many kinds of deeds were acknowledged: a slow machine takes longer. */
  readonly kinds: number;
  /** A crash comes at any moment up to then after writing went on. */
  readonly mostMs: number;
  /** The tables are judged every so many cycles, and at the end. */
  readonly judgeEvery: number;
  /** Told how far it is, as often as the tables are judged. */
  readonly say?: (report: CrashReport) => void;
}

interface Course {
  readonly office: OfficeProcess;
  readonly world: World;
  readonly lost: string[];
  readonly halves: string[];
  readonly resumedMs: Map<CrashKind, number[]>;
  /** Digests of files that were found right. */
  readonly known: Set<string>;
  /** So many deeds were read again already. */
  reread: number;
}

export async function crashAgainAndAgain(options: CrashOptions): Promise<CrashReport> {
  const { program, data, cycles, mostMs, judgeEvery } = options;
  const troubles = noTroubles();
  const office = await openProcess(program, data);
  const counter = await countCalls();
  try {
    office.start();
    await office.ready();
    await withDatabase(data, (client) => client.query(NO_WORK));
    const world = await openWorld(office.url, counter.url, troubles);
    const course: Course = { office, world, lost: [], halves: [], resumedMs: new Map(), known: new Set(), reread: 0 };
    const stop = world.writeOn();
    try {
      for (let cycle = 0; cycle < cycles; cycle++) {
        await untilMore(course, world.deeds.length + 8);
        await pause(Math.random() * mostMs);
        await crashOnce(course, CRASHES[cycle % CRASHES.length] ?? "node");
        world.gate.isShut = true;
        await readAgain(course);
        world.gate.isShut = false;
        if (cycle % judgeEvery !== judgeEvery - 1) continue;
        await judge(course);
        options.say?.(reportOf(course, cycle + 1, troubles, await judgeCalls(course, counter)));
      }
      await untilAllKinds(course, options.kinds);
    } finally {
      await stop();
    }
    course.reread = 0;
    await readAgain(course);
    await judge(course);
    const calls = await judgeCalls(course, counter);
    return reportOf(course, cycles, troubles, calls);
  } finally {
    await office.killNode();
    office.killPostmaster();
    await counter.close();
  }
}

async function crashOnce(course: Course, kind: CrashKind): Promise<void> {
  const { office, world, resumedMs } = course;
  const begun = performance.now();
  const killed = postmasterOf(office);
  await crash(office, kind);
  // What was under way may still be acknowledged: writing goes on with what the next database acknowledges.
  if (kind !== "backend") await untilAnotherThan(killed, course);
  await untilMore(course, world.deeds.length + 1);
  resumedMs.set(kind, [...(resumedMs.get(kind) ?? []), performance.now() - begun]);
}

/** Of the database that is ready now; null: there is none. */
function postmasterOf({ data }: OfficeProcess): number | null {
  const now = readPostmasterFile(join(data, "postgres", "cluster"));
  return now?.status === "ready" ? now.pid : null;
}

async function untilAnotherThan(killed: number | null, course: Course): Promise<void> {
  for (const end = Date.now() + LONGEST_MS; ; await pause(5)) {
    const now = postmasterOf(course.office);
    if (now !== null && now !== killed) return;
    if (Date.now() > end) throw nothingGoesOn(course.office);
  }
}

const nothingGoesOn = ({ unasked, said }: OfficeProcess): Error =>
  new Error(`nothing is written any more: ${unasked.join("\n")}\n${said()}`);

async function crash(office: OfficeProcess, kind: CrashKind): Promise<void> {
  if (kind === "backend") return void office.killBackend();
  if (kind === "database") return void office.killPostmaster();
  if (kind === "both") office.killPostmaster();
  await office.killNode();
  office.start();
  if (kind === "node-starting") {
    await pause(Math.random() * 1_500);
    if (Math.random() < 0.5) office.killPostmaster();
    await office.killNode();
    office.start();
  }
  if (kind === "database-starting") {
    await pause(Math.random() * 1_500);
    office.killPostmaster();
  }
}

async function untilMore({ office, world }: Pick<Course, "office" | "world">, than: number): Promise<void> {
  for (const end = Date.now() + LONGEST_MS; world.deeds.length < than; await pause(5))
    if (Date.now() > end || office.unasked.length > 0) throw nothingGoesOn(office);
}

async function untilAllKinds({ office, world }: Course, kinds: number): Promise<void> {
  const seen = () => new Set(world.deeds.map(({ deed }) => deed.kind)).size;
  for (const end = Date.now() + LONGEST_MS; seen() < kinds && Date.now() < end; await pause(50))
    if (office.unasked.length > 0) throw nothingGoesOn(office);
}

/** What was acknowledged since the last time is read over the routes. */
async function readAgain(course: Course): Promise<void> {
  const fresh = course.world.deeds.slice(course.reread);
  course.reread += fresh.length;
  const by = new Map<Writer, Deed[]>();
  for (const { deed, writer } of fresh) by.set(writer, [...(by.get(writer) ?? []), deed]);
  const missing = await Promise.all(
    [...by].map(async ([writer, deeds]) => [
      ...(await patiently(() => writer.missing(deeds.filter(({ kind }) => kind !== "file")))),
      ...(await patiently(() =>
        missingFiles(
          course.world.reader,
          deeds.filter(({ kind }) => kind === "file"),
        ),
      )),
    ]),
  );
  course.lost.push(...missing.flat().map(({ kind, id }) => `${kind} ${id} can't be read`));
}

/** The office may still be coming back. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NotDone) || tries > 100) throw error;
      await pause(100);
    }
}

async function judge({ office, world, lost, halves, known }: Course): Promise<void> {
  const deeds = world.deeds.map(({ deed }) => deed);
  await withDatabase(office.data, async (client) => {
    halves.push(...(await halvesIn(client)));
    halves.push(...(await brokenFiles(client, office.data, known)).map((digest) => `file ${digest} isn't whole`));
    lost.push(...(await lostIn(client, deeds)).map(({ kind, id }) => `${kind} ${id} isn't in its table`));
  });
}

/** Calls that were sent: the other system was told of each, and never two things by one number. */
const judgeCalls = ({ office }: Course, { told, contradictions }: CallCounter): Promise<CrashReport["calls"]> =>
  withDatabase(office.data, async (client) => {
    const { rows } = await client.query<{ id: string; sent: boolean }>("select id, sent_at is not null as sent from outbox");
    const untold = rows.filter(({ id, sent }) => sent && !told.has(id)).map(({ id }) => id);
    return { parcels: rows.length, told: told.size, untold, contradictions };
  });

async function withDatabase<T>(data: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const cluster = join(data, "postgres", "cluster");
  const password = encodeURIComponent(readFileSync(passwordFile(cluster), "utf8").trim());
  const client = new pg.Client({
    connectionString: `postgres://${ADMIN}:${password}@127.0.0.1:${readPostmasterFile(cluster)?.port}/${OWNER}`,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function reportOf(course: Course, cycles: number, troubles: Troubles, calls: CrashReport["calls"]): CrashReport {
  const { world, lost, halves, resumedMs, office, reread } = course;
  const acknowledged = new Map<string, number>();
  for (const { deed } of world.deeds) acknowledged.set(deed.kind, (acknowledged.get(deed.kind) ?? 0) + 1);
  return { cycles, acknowledged, lost, halves, resumedMs, troubles, unasked: office.unasked, reread, calls };
}
