/** Half-written files of a killed program go a day later; whole ones, and those somebody may still be writing, stay. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { sweepUnfinished } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "zhengdui-sweep-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const now = new Date("2026-11-25T02:00:00Z");

it("takes the old and unfinished alone", async () => {
  mkdirSync(join(folder, "ab"));
  const make = (name: string, hoursOld: number): string => {
    const path = join(folder, name);
    writeFileSync(path, "x");
    const at = new Date(now.getTime() - hoursOld * 3_600_000);
    utimesSync(path, at, at);
    return path;
  };
  const old = [make("ab/1.new", 25), make("2.new", 48)];
  const kept = [make("ab/3.new", 23), make("ab/4", 48), make("5", 1)];
  expect(await sweepUnfinished(folder, /\.new$/, now, true)).toBe(2);
  expect(old.map(existsSync)).toEqual([false, false]);
  expect(kept.map(existsSync)).toEqual([true, true, true]);
});
