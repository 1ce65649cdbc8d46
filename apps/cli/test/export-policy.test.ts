/** `zhengdui policy export`: to standard output, to a file, and what it refuses. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import type { Io } from "../src/command.ts";
import { policy } from "../src/commands/policy.ts";

const folder = mkdtempSync(join(tmpdir(), "zhengdui-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const io: Io = { stdin, stdout, stderr };
  const status = await policy.run(["export", ...args], io);
  return { status, out: String(stdout.read() ?? ""), err: String(stderr.read() ?? "") };
}

describe("zhengdui policy export", () => {
  it("writes DMN 1.5 of the first policy unless told otherwise", async () => {
    const { status, out } = await run(["--dmn"]);
    expect(status).toBe(0);
    expect(out).toContain('xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"');
    expect(out).toContain("晋政规〔2023〕11号");
  });

  it("writes DMN 1.3, another policy, a file", async () => {
    const file = join(folder, "shili.dmn");
    const { status, out } = await run(["--dmn", "--dmn-version", "1.3", "--policy", "shili-2025-01", "-o", file]);
    expect(status).toBe(0);
    expect(out).toContain(file);
    const text = readFileSync(file, "utf8");
    expect(text).toContain('xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"');
    expect(text).toContain("示例政规〔2025〕1号");
  });

  it.each([
    [["--dmn", "--dmn-version", "1.2"], "1.5 或 1.3"],
    [["--dmn", "-o"], "后面没有写内容"],
    [["--dmn", "--pdf"], "没有这个选项"],
    [["--dmn", "policy.dmn"], "多出来的词"],
    [["--dmn", "--policy", "shili-2025-02"], "是否应为 shili-2025-01"],
    [["--dmn", "-o", "/没有/这个/文件夹/a.dmn"], "写不了文件"],
    [[], "--dmn"],
  ])("refuses %j", async (args, words) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(words);
    const json = await run([...args, "--json"]);
    if (args.at(-1) !== "-o") expect(JSON.parse(json.err)).toHaveLength(1);
  });
});
