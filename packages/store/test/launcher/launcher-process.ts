/** Runs the launcher in a process of its own, as another user where that is asked. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Problem } from "@zhengdui/basics";
import { bundleProgram } from "../../../../tests/database/bundle-program.ts";
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

export const bundleLauncher = (place: string): Promise<string> =>
  bundleProgram(join(import.meta.dirname, "launcher-program.ts"), place);

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
