/**
 * Crashes of the product under load: `kill -9` of the server, of its PostgreSQL, of both, at any moment, while eight clients write over its routes. Nothing
 * acknowledged is lost, nothing half-done is there. Two hundred cycles on a real disk in the soak (SOAK=1), a few of them in every run. The machine itself stays
 * on: what a power cut does is PostgreSQL's promise with fsync on, which launcher.test.ts holds it to.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { fastPlace } from "../database/fast-place.ts";
import { buildServer } from "./build-server.ts";
import { type CrashReport, crashAgainAndAgain } from "./crash-cycles.ts";
import { cutFirstStart } from "./first-starts.ts";
import { sayReport } from "./say-report.ts";

const isSoak = process.env.SOAK === "1";
const place = mkdtempSync(join(isSoak ? tmpdir() : fastPlace(), "zhengdui-crash-"));
afterAll(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }));

/** Of the deeds that the clients do. */
const KINDS_COUNT = 15;

const cycles = Number(process.env.CRASHES ?? (isSoak ? 200 : 4));

it(`keeps what was acknowledged through ${cycles} crashes, and shows nothing half-done`, async () => {
  const server = await buildServer();
  try {
    const options = { cycles, kinds: KINDS_COUNT, mostMs: isSoak ? 1_000 : 400, judgeEvery: isSoak ? 20 : 2 };
    const say = (sofar: CrashReport) => (isSoak ? console.log(sayReport(sofar)) : undefined);
    const report = await crashAgainAndAgain({ program: server.program, data: join(place, "data"), ...options, say });
    console.log(sayReport(report));
    expect(report.troubles.wrong).toEqual([]);
    expect(report.unasked).toEqual([]);
    expect(report.lost).toEqual([]);
    expect(report.halves).toEqual([]);
    expect(report.calls).toMatchObject({ untold: [], contradictions: [] });
    expect([...report.acknowledged.keys()].length).toBe(KINDS_COUNT);
  } finally {
    server.remove();
  }
}, 3_600_000);

const firstStarts = isSoak ? 12 : 1;

it(`finishes what ${firstStarts} first starts that were cut short had begun`, async () => {
  const server = await buildServer();
  try {
    for (let at = 0; at < firstStarts; at++) {
      const data = join(place, `first-${at}`);
      expect(await cutFirstStart(server.program, data, at)).toBe(null);
      rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    }
  } finally {
    server.remove();
  }
}, 3_600_000);
