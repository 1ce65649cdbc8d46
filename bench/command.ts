/** Measures the command as a whole process: how long one dossier takes from start to end, and how much memory a long stream needs. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { dossierStream } from "../tests/arbitrary/dossier-stream.ts";
import type { RawDossier } from "../tests/arbitrary/raw-dossier.ts";
import { amounts } from "../tests/oracle/amounts.ts";
import { load } from "../tests/oracle/load.ts";
import { dossierOf } from "../tests/oracle/shape.ts";
import { median } from "./rounds.ts";

export const command = join(process.cwd(), "node_modules", ".bin", "zhengdui");
export const hasCommand = (): boolean => existsSync(command) && existsSync(join(process.cwd(), "apps/cli/dist/zhengdui.js"));

/** Median milliseconds of `zhengdui assess one.json`, process start and end included. */
export function startTime(runs: number): number {
  const folder = mkdtempSync(join(tmpdir(), "zhengdui-bench-"));
  const file = join(folder, "one.json");
  writeFileSync(file, JSON.stringify(dossierStream(1).next().value));
  const times = Array.from({ length: runs + 1 }, () => {
    const started = performance.now();
    const done = spawnSync(command, ["assess", file], { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`zhengdui assess ended with ${done.status}: ${done.stderr}`);
    return performance.now() - started;
  });
  rmSync(folder, { recursive: true, force: true });
  return median(times.slice(1));
}

export interface StreamReport {
  readonly results: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** Results that were looked at in full and compared with the hand-written computation. */
  readonly compared: number;
  /** The first few that differ, or that the command could not read. */
  readonly wrong: readonly string[];
}

const COMPARE_EVERY = 200;
const LINES_A_CHUNK = 100;
const MAX_WRONG = 5;

/** The peak resident size so far; 0 once the process is gone. */
function peakOf(child: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Pipes `count` dossiers of the seed's city through `zhengdui assess --ndjson`; every 200th result is compared. */
export async function streamThrough(count: number, seed: number): Promise<StreamReport> {
  const child = spawn(command, ["assess", "--ndjson"], { stdio: ["pipe", "pipe", "inherit"] });
  const started = performance.now();
  let peakMegabytes = 0;
  const watch = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, peakOf(child));
  }, 50);
  const kept = new Map<number, RawDossier>();
  const read = readResults(child, kept);
  // A command that ends early breaks the pipe: what it has answered until then tells.
  await pipeline(Readable.from(linesOf(count, seed, kept)), child.stdin).catch(() => {});
  const report = await read;
  const ended = child.exitCode ?? ((await once(child, "exit"))[0] as number);
  clearInterval(watch);
  const wrong = ended === 0 ? report.wrong : [...report.wrong, `exit status ${ended}`];
  return { ...report, wrong, seconds: (performance.now() - started) / 1000, peakMegabytes };
}

/** One chunk of lines at a time; `kept` remembers the dossiers whose results will be compared. */
function* linesOf(count: number, seed: number, kept: Map<number, RawDossier>): Generator<string> {
  const city = dossierStream(seed);
  for (let i = 0; i < count; ) {
    const lines: string[] = [];
    for (const stop = Math.min(count, i + LINES_A_CHUNK); i < stop; i++) {
      const dossier = city.next().value;
      if (i % COMPARE_EVERY === 0) kept.set(i, dossier);
      lines.push(JSON.stringify(dossier));
    }
    yield `${lines.join("\n")}\n`;
  }
}

async function readResults(child: ChildProcess, kept: Map<number, RawDossier>) {
  let results = 0;
  let compared = 0;
  const wrong: string[] = [];
  let rest = "";
  child.stdout?.setEncoding("utf8");
  for await (const chunk of child.stdout ?? []) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const raw = kept.get(results);
      const complaint = raw === undefined ? (line.startsWith('{"line"') ? line.slice(0, 300) : null) : difference(raw, line);
      if (complaint !== null && wrong.length < MAX_WRONG) wrong.push(`${results}: ${complaint}`);
      if (raw !== undefined) compared++;
      kept.delete(results);
      results++;
    }
  }
  return { results, compared, wrong };
}

interface ShortResult {
  readonly measures?: readonly { readonly amount: string }[];
  readonly totals?: { readonly granted: string; readonly payable: string | null };
}

const text = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;

function difference(raw: RawDossier, line: string): string | null {
  const out = new Float64Array(14);
  amounts(dossierOf(load({ ...raw })), out);
  const wanted = [...out].map((value) => (Number.isNaN(value) ? null : text(value)));
  const { measures, totals } = JSON.parse(line) as ShortResult;
  const found = [...(measures ?? []).map((measure) => measure.amount), totals?.granted, totals?.payable];
  const same = wanted.every((value, i) => value === found[i]);
  return same ? null : `${line.slice(0, 200)} instead of ${JSON.stringify(wanted)}`;
}
