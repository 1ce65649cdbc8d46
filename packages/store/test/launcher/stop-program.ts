/** Stops a postmaster that was killed a moment ago, while the shell that started it hasn't noticed; says so. Nothing else keeps this process going. */
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "../../src/launcher/process-identity.ts";
import { ownPostmaster } from "../../src/launcher/running-postmaster.ts";

const sleeping = () => {
  const child = spawn("sleep", ["30"], { stdio: "ignore" });
  child.unref();
  return child;
};
const [shell, postmaster] = [sleeping(), sleeping()];
const pid = postmaster.pid ?? 0;
process.kill(pid, "SIGKILL");
while (isAlive(pid)) await pause(5);
await ownPostmaster("/nonexistent", { child: shell, pid, log: () => "" }).stop();
console.log("stopped");
process.kill(shell.pid ?? 0);
