/** `zhengdui policy mutate`: on a small policy just begun, whose six cases hold some of it and not all. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Io } from "../src/command.ts";
import { policy } from "../src/commands/policy.ts";
import { mutatePolicies } from "../src/mutate-policies.ts";

let home = "";
const folder = () => join(home, "policies", "shili-1", "2026-01-01");
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "mutate-policies-"));
  await run((io) => policy.run(["new", folder()], io));
});
afterAll(() => rmSync(home, { recursive: true }));

async function run(work: (io: Io) => number | Promise<number>, terminal = false) {
  const written = { out: "", err: "" };
  const to = (name: "out" | "err") =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const stderr = Object.assign(to("err"), { isTTY: terminal });
  const status = await work({ stdin: process.stdin, stdout: to("out"), stderr });
  return { status, ...written };
}

const mutate = (word: string | undefined, json: boolean, terminal = false) =>
  run((io) => mutatePolicies(home, word, json, io), terminal);

describe("zhengdui policy mutate", () => {
  it("tells by clause what is killed, equivalent and missing, with facts for a missing case, and progress beside it", async () => {
    const { status, out, err } = await mutate("shili-1", false);
    expect(status).toBe(1);
    expect(out).toContain("| 条款 | 变异 | 算例查出 | 证明等同 | 没有查出 |");
    expect(out).toContain("由哪个算例查出");
    expect(out).toMatch(/缺算例　.+ → .+\n {2}照下面的事实，.+\n\n\| .+ \|\n\| --- /u);
    const [progress, left] = err.split("\n");
    expect(progress).toMatch(/^policies\/shili-1\/2026-01-01　(\d+)\/\1（100%）$/);
    expect(left).toMatch(/^算例没有查出 [1-9]\d* 个，交求解器证明是否等同/);
  });
  it("writes its progress over on a terminal, each per cent once and the last one always", async () => {
    const { err } = await mutate("shili-1", false, true);
    const told = (err.split("\n")[0] ?? "")
      .split("\r")
      .slice(1)
      .map((line) => /(\d+)\/(\d+)（(\d+)%）$/.exec(line)?.slice(1).map(Number));
    expect(told.length).toBeGreaterThan(20);
    for (const [done = 0, of = 0, percent] of told.map((t) => t ?? [])) expect(percent).toBe(Math.floor((done / of) * 100));
    expect(new Set(told.map((t) => t?.[2])).size).toBe(told.length);
    expect(told.at(-1)?.[2]).toBe(100);
  });
  it("gives the same as data", async () => {
    const { status, out } = await mutate(undefined, true);
    const [found] = JSON.parse(out) as {
      policy: string;
      killed: number;
      survives: number;
      mutants: { fate: string; by?: string }[];
    }[];
    expect(status).toBe(1);
    expect(found?.policy).toBe("shili-1");
    expect(found?.mutants.filter((m) => m.fate === "killed" && typeof m.by === "string")).toHaveLength(found?.killed ?? -1);
    expect(found?.mutants.filter((m) => m.fate === "survives")).toHaveLength(found?.survives ?? -1);
  });
  it("takes a folder", async () => expect((await mutate(folder(), true)).status).toBe(1));
  it("doesn't know a policy that isn't there", async () => {
    expect(await mutate("shili-2", false)).toMatchObject({ status: 2, out: "", err: expect.stringContaining("没有这个政策") });
  });
  it("has cases that fail mended first", async () => {
    const file = join(folder(), "cases.md");
    const good = readFileSync(file, "utf8");
    writeFileSync(file, good.replace("可以得到", "不能得到"));
    const { status, out, err } = await mutate("shili-1", false);
    writeFileSync(file, good);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("case-differs");
  });
});
