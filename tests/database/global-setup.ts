/** Names the folder of the one PostgreSQL of a vitest run, and takes both away at its end. Whoever needs the database first starts it (test-postgres.ts). */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runningPostmaster } from "../../packages/store/src/launcher/postmaster-file.ts";
import { isAlive } from "../../packages/store/src/launcher/process-identity.ts";
import { fastPlace } from "./fast-place.ts";

const PREFIX = "zhengdui-postgres-";

export function setup(): () => Promise<void> {
  const place = fastPlace();
  removeAbandoned(place);
  const folder = mkdtempSync(join(place, `${PREFIX}${process.pid}-`));
  process.env.ZHENGDUI_TEST_POSTGRES = folder;
  process.env.ZHENGDUI_TEST_OWNER = String(process.pid);
  return async () => {
    const postmaster = runningPostmaster(join(folder, "cluster"));
    if (postmaster !== null) {
      process.kill(postmaster.pid, "SIGINT");
      while (isAlive(postmaster.pid)) await pause(20);
    }
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Of runs that were killed: their database ended with them, their folder stayed. */
function removeAbandoned(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    if (runningPostmaster(join(place, name, "cluster")) === null) rmSync(join(place, name), { recursive: true, force: true });
  }
}
