/** A stop comes to its end though nothing else keeps the process going: Node ends silently where only an unreferenced timer is left. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { bundleProgram } from "../../../tests/database/bundle-program.ts";

const place = mkdtempSync(join(tmpdir(), "zhengdui-stop-test-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

it("ends where the postmaster was killed before it was stopped", async () => {
  const program = await bundleProgram(join(import.meta.dirname, "launcher", "stop-program.ts"), place);
  const { stdout, stderr, status } = spawnSync(process.execPath, [program], { encoding: "utf8", timeout: 10_000 });
  expect({ stdout, stderr, status }).toEqual({ stdout: "stopped\n", stderr: "", status: 0 });
});
