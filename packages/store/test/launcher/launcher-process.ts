/** Runs the launcher in a process of its own, as another user where that is asked. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@zhengdui/basics";
import { build } from "esbuild";
import { installedFolder } from "../../src/launcher/find-programs.ts";

export interface LauncherAnswer {
  readonly ok: boolean;
  readonly url: string;
  readonly attached: boolean;
  readonly pid: number;
  readonly errors: readonly Problem[];
  readonly said: readonly string[];
}

export interface LauncherProcess {
  readonly child: ChildProcess;
  readonly answer: Promise<LauncherAnswer>;
  /** Its input ends; it stops what it started. */
  readonly end: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

const here = import.meta.dirname;

/** One file that any user can read: nothing of the house need be open to it. Answers its path. */
export async function bundleLauncher(place: string): Promise<string> {
  const folder = mkdtempSync(join(place, "zhengdui-launcher-"));
  chmodSync(folder, 0o755);
  const outfile = join(folder, "launcher.mjs");
  await build({
    entryPoints: [join(here, "launcher-program.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: { js: 'import { createRequire as __r } from "node:module"; const require = __r(import.meta.url);' },
    external: ["pg-native"],
    logLevel: "error",
  });
  return outfile;
}

export interface LauncherPlaces {
  readonly packageFolder?: string;
  readonly cacheFolder?: string;
}

export function runLauncher(
  program: string,
  folder: string,
  places: LauncherPlaces = {},
  as: { uid?: number; gid?: number } = {},
): LauncherProcess {
  const env = { PATH: process.env.PATH ?? "", HOME: "/nonexistent" };
  const args = [program, folder, places.packageFolder ?? installedFolder() ?? "", places.cacheFolder ?? ""];
  const child = spawn(process.execPath, args, { ...as, cwd: "/", env, stdio: ["pipe", "pipe", "inherit"] });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const answer = new Promise<LauncherAnswer>((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += String(chunk);
      if (!text.includes("\n")) return;
      const answer = JSON.parse(text);
      resolve(answer.ok ? { errors: [], ...answer } : { url: "", attached: false, pid: 0, ...answer });
    });
    child.once("error", reject);
    void gone.then(() => reject(new Error(`the launcher ended without an answer: ${text}`)));
  });
  answer.catch(() => undefined);
  return {
    child,
    answer,
    end: () => {
      child.stdin.end();
      return gone;
    },
    kill: () => {
      child.kill("SIGKILL");
      return gone;
    },
  };
}
