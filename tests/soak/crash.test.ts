/**
 * Crashes under load: `kill -9` of PostgreSQL and of the program that writes, at any moment. Nothing acknowledged is lost, nothing half-done is there.
 * Two hundred cycles on a real disk in the soak (SOAK=1), a fiftieth of them in every run. The machine itself stays on: what a power cut does is
 * PostgreSQL's promise with fsync on, which launcher.test.ts holds it to.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { bundleProgram } from "../database/bundle-program.ts";
import { fastPlace } from "../database/fast-place.ts";
import { crashAgainAndAgain } from "./crash-cycles.ts";

const isSoak = process.env.SOAK === "1";
const place = mkdtempSync(join(isSoak ? tmpdir() : fastPlace(), "zhengdui-crash-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const cycles = isSoak ? 200 : 4;

it(`keeps what was acknowledged through ${cycles} crashes, and shows nothing half-done`, async () => {
  const program = await bundleProgram(join(import.meta.dirname, "writing-program.ts"), place);
  const report = await crashAgainAndAgain(program, join(place, "postgres"), cycles, 400);
  console.log(`${report.cycles} crashes, ${report.acknowledged} writes acknowledged, ${report.rows} there`);
  expect(report.lost).toEqual([]);
  expect(report.halves).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(cycles * 5);
  expect(report.rows).toBeGreaterThanOrEqual(report.acknowledged);
}, 3_600_000);
