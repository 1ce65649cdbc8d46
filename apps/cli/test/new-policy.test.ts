/** `zhengdui policy new`: what it writes compiles and its cases pass, whatever the title; where it can't, it writes nothing. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkPolicies } from "../src/check-policies.ts";
import type { Io } from "../src/command.ts";
import { policy } from "../src/commands/policy.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "new-policy-"));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

async function run(work: (io: Io) => number | Promise<number>) {
  const written = { out: "", err: "" };
  const to = (name: "out" | "err") =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const status = await work({ stdin: process.stdin, stdout: to("out"), stderr: to("err") });
  return { status, ...written };
}

const make = (...args: string[]) => run((io) => policy.run(["new", ...args], io));
const check = (folder: string) => run((io) => checkPolicies(home, false, false, io, [folder]));

describe("zhengdui policy new", () => {
  it.each([
    ["2026-01-01", "示例县企业数字化补助办法"],
    ["2024-02-29", "示例县关于支持企业的十二条措施（2024年修订）"],
    ["2027-12-31", "示例县：12条、12条以及 # 号"],
    ["2026-07-01", "示例县“人工智能+”行动——$&、$1 与 20%"],
  ])("in force on %s, called %s, checks without a complaint", async (from, title) => {
    const folder = join(home, "shili-1", from);
    expect(await make(folder, "--title", title)).toMatchObject({ status: 0, err: "" });
    expect(readdirSync(folder)).toHaveLength(5);
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), "utf8")).not.toContain("{{");
    expect(readFileSync(join(folder, "original.txt"), "utf8").split("\n")[0]).toBe(title);
    const checked = await check(join("shili-1", from));
    expect(checked.err).toBe("");
    expect(checked.out).toMatch(/措施 2 条.*算例 6 个/);
  });

  it.each([
    [[], "没有写文件夹"],
    [["shili"], "文件夹不是 <政策代号>/<施行日>"],
    [["shili/2026-02-30"], "文件夹不是 <政策代号>/<施行日>"],
    [["政策/2026-01-01"], "文件夹不是 <政策代号>/<施行日>"],
    [["shili/2026-01-01", "--title", "一|二"], "不能用作政策的名称"],
    [["shili/2026-01-01", "--title"], "后面没有写内容"],
    [["shili/2026-01-01", "办法"], "多出来的词"],
  ])("%j: says what is wrong", async (args, problem) => {
    expect(await make(...args)).toMatchObject({ status: 2, out: "", err: expect.stringContaining(problem) });
    expect(existsSync("shili")).toBe(false);
  });

  it("touches nothing that is there", async () => {
    const folder = join(home, "shili-1", "2026-01-01");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "notes.txt"), "我的");
    expect((await make(folder)).err).toContain("这里已经有文件，没有改动");
    expect(readdirSync(folder)).toEqual(["notes.txt"]);
  });

  it("is noticed as long as it is called what the sample is called, by number and by office", async () => {
    const folder = join(home, "shili-1", "2026-01-01");
    const file = join(folder, "policy.md");
    await make(folder);
    const left = async () => {
      const { status, out, err } = await check("shili-1/2026-01-01");
      expect([status, err]).toEqual([0, ""]);
      return [
        ...out.matchAll(/policy\.md:(\d+):\d+ {2}\[sample-left\] {2}请留意，不是错处\n {2}文字：(.+)\n {2}问题：(.+)/gu),
      ].map((m) => m.slice(1));
    };
    const change = (from: string, to: string) => writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
    expect(await left()).toEqual([
      ["3", "示例〔2026〕1号", "文号还是样本的"],
      ["5", "样本县人民政府", "发文机关还是样本的"],
    ]);
    change("number: 示例〔2026〕1号", "number: 示例〔2026〕3号");
    expect(await left()).toEqual([["5", "样本县人民政府", "发文机关还是样本的"]]);
    change("issuer: 样本县人民政府", "issuer: 示例县人民政府");
    expect(await left()).toEqual([]);
  });

  it("tells its notices as data, and when it is compiled", async () => {
    const folder = join(home, "shili-1", "2026-01-01");
    await make(folder);
    const asData = await run((io) => checkPolicies(home, false, true, io, ["shili-1/2026-01-01"]));
    expect(JSON.parse(asData.err)).toMatchObject([
      { code: "sample-left", line: 3, notice: true },
      { code: "sample-left", line: 5, notice: true },
    ]);
    const compiled = await run((io) => checkPolicies(home, true, false, io, ["shili-1/2026-01-01"]));
    expect(compiled).toMatchObject({ status: 0, err: "", out: expect.stringContaining("[sample-left]") });
  });

  it("its folder can be checked where it lies; a missing document is named", async () => {
    const folder = join(home, "shili-1", "2026-01-01");
    await make(folder);
    writeFileSync(
      join(folder, "policy.md"),
      readFileSync(join(folder, "policy.md"), "utf8").replace("[10万元..50万元)", "(10万元..50万元)"),
    );
    expect(await check("shili-1/2026-01-01")).toMatchObject({ status: 2, err: expect.stringContaining("[table-gap]") });
    rmSync(join(folder, "facts.md"));
    expect((await check("shili-1/2026-01-01")).err).toContain("facts.md: 没有这个文件");
  });
});
