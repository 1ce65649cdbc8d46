/** The product as its operator runs it: a process with its own folder, which brings its database along. It can be started, killed at any moment, and started again. */
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readPostmasterFile } from "../../packages/store/src/launcher/postmaster-file.ts";
import { isAlive } from "../../packages/store/src/launcher/process-identity.ts";

export interface OfficeProcess {
  readonly url: string;
  readonly data: string;
  /** Resolves at once; `ready` tells when it serves. */
  readonly start: () => void;
  /** The line that it prints once it listens. */
  readonly ready: () => Promise<void>;
  readonly killNode: () => Promise<void>;
  /** Whether there was one. */
  readonly killPostmaster: () => boolean;
  /** One of the database's own processes: PostgreSQL then throws all of them out and recovers without ending. */
  readonly killBackend: () => boolean;
  /** Ends that nobody asked for: what it said last. */
  readonly unasked: readonly string[];
  /** What the running one said so far. */
  readonly said: () => string;
}

const MOST_SAID_CHARACTERS = 20_000;
const LONGEST_START_MS = 180_000;

interface Running {
  readonly child: ChildProcess;
  readonly gone: Promise<void>;
  readonly ready: Promise<boolean>;
  isKilled: boolean;
  said: string;
}

export async function openProcess(program: string, data: string): Promise<OfficeProcess> {
  const port = await freePort();
  const unasked: string[] = [];
  let now: Running | null = null;
  const cluster = join(data, "postgres", "cluster");
  return {
    url: `http://127.0.0.1:${port}`,
    data,
    unasked,
    said: () => now?.said ?? "",
    start: () => {
      now = startProgram(program, data, port, (said) => unasked.push(said));
    },
    ready: async () => {
      const late = pause(LONGEST_START_MS, false, { ref: false });
      if (now === null || !(await Promise.race([now.ready, late]))) throw new Error(`it doesn't start: ${now?.said ?? ""}`);
    },
    killNode: async () => {
      if (now === null) return;
      now.isKilled = true;
      now.child.kill("SIGKILL");
      await now.gone;
    },
    killPostmaster: () => kill(readPostmasterFile(cluster)?.pid ?? null),
    killBackend: () => kill(backendOf(readPostmasterFile(cluster)?.pid ?? null)),
  };
}

function startProgram(program: string, data: string, port: number, onUnasked: (said: string) => void): Running {
  const child = spawn(process.execPath, [program], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...withoutTests(process.env),
      PORT: String(port),
      ZHENGDUI_DATA: data,
      // The eight come as from eight machines, each with an allowance of its own.
      ZHENGDUI_PROXY: "loopback",
      ZHENGDUI_CALLS_INSIDE: "yes",
      LOG_LEVEL: "error",
    },
  });
  let listening: (yes: boolean) => void = () => undefined;
  const ready = new Promise<boolean>((resolve) => {
    listening = resolve;
  });
  const running: Running = {
    child,
    ready,
    isKilled: false,
    said: "",
    gone: new Promise((resolve) => child.once("close", () => resolve())),
  };
  const hear = (chunk: Buffer) => {
    running.said = (running.said + String(chunk)).slice(-MOST_SAID_CHARACTERS);
    if (/^政兑 http/m.test(running.said)) listening(true);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  child.once("close", () => {
    listening(false);
    if (!running.isKilled) onUnasked(running.said);
  });
  return running;
}

/** What vitest sets for its own processes is none of the product's. */
const withoutTests = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(VITEST|NODE_ENV|NODE_OPTIONS|ZHENGDUI_|DATABASE_URL)/.test(name)),
  );

function kill(pid: number | null): boolean {
  if (pid === null || !isAlive(pid)) return false;
  process.kill(pid, "SIGKILL");
  return true;
}

/** A process of the database that serves a connection, by its title. */
function backendOf(postmaster: number | null): number | null {
  if (postmaster === null) return null;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, "utf8"))?.[1];
      const title = readFileSync(`/proc/${name}/cmdline`, "utf8");
      if (Number(parent) === postmaster && / zhengdui_requests_\d+_\d+ zhengdui /.test(title)) return Number(name);
    } catch {
      // It ended while we looked.
    }
  }
  return null;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
