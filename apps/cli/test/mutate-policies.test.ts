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
    expect(out).toMatch(/缺算例　.+ → .+\n(?: {2}.+\n)+ {2}照下面的事实，.+\n\n\| .+ \|\n\| --- /u);
    const [progress, left] = err.split("\n");
    expect(progress).toMatch(/^policies\/shili-1\/2026-01-01　(\d+)\/\1（100%）$/);
    expect(left).toMatch(/^算例没有查出 [1-9]\d* 个，交求解器证明是否等同/);
  });
  it("names the cause of each: the figure and where it is used, the comparison and the side, the condition, the rounding, the mark", async () => {
    const { out } = await mutate("shili-1", false);
    const causes = new Map(
      out
        .split("缺算例　")
        .slice(1)
        .map((text) =>
          text
            .split("\n")
            .slice(0, 4)
            .map((line) => line.trim()),
        )
        .map(([head = "", ...lines]) => [head, lines]),
    );
    expect(causes.get("一　软件二档下限：50万元 → 499999.99元")).toEqual([
      "数“软件二档下限”是 50万元 还是 499999.99元，没有一个算例分得出：要一个正好落在 50万元、一个差一点的算例",
      "用在：软件付款 < 软件二档下限；软件付款 >= 软件二档下限",
      "要写明的事实：实付",
    ]);
    const first = (head: string) => causes.get(head)?.slice(0, 2);
    const year = "一　付款在申报的年度：付款日.year = 年度";
    expect(first(`${year} → 恒成立`)).toEqual([
      "“付款在申报的年度”的条件“付款日.year = 年度”，没有一个算例不成立：要一个别的都符合、只是它不成立的算例",
      "要写明的事实：付款日",
    ]);
    expect(first(`${year} → 付款日.year <= 年度`)?.[0]).toContain("要一个左边比右边小、别的条件都符合的算例");
    expect(first(`${year} → 付款日.year >= 年度`)?.[0]).toContain("要一个左边比右边大、别的条件都符合的算例");
    expect(first("一　付款在申报的年度：注明 out-of-year → 没有")?.[0]).toContain("在“注明”一列写上（不属本年度）");
    const cut = "到分(项目补助率 * 项目投入)";
    expect(first(`二　金额：${cut} → ${cut.slice(0, -1)} + 0.005元)`)).toEqual([
      `“${cut}”没有一个算例算到分以后还有零头：要一个除不尽、乘出厘来的算例`,
      "要写明的事实：项目投入",
    ]);
  });
  it("writes the codes of the readings that the changed place asks", async () => {
    const own = join(home, "policies", "shili-2", "2026-01-01");
    await run((io) => policy.run(["new", own], io));
    const change = (name: string, from: string, to: string) => {
      const text = readFileSync(join(own, name), "utf8");
      expect(text).toContain(from);
      writeFileSync(
        join(own, name),
        text.replace(from, () => to),
      );
    };
    change("interpretations.md", "；测算不涉及", "；测算采用");
    change("policy.md", "add: 实付", 'add: if 解读("include-tax") = "include" then 实付 else 实付');
    change(
      "policy.md",
      "amount: 到分(20% * 项目投入)",
      'amount: if 解读("include-tax") = "include" then 30万元 else 到分(20% * 项目投入)',
    );
    const { out } = await mutate(own, false);
    rmSync(join(home, "policies", "shili-2"), { recursive: true });
    expect(out).toContain(
      "  有关的解释：include-tax（付款含不含税）　读法：exclude（不含税，默认）、include（含税）；改用另一种的，算例里加一张表 | 解释 | 读法 |",
    );
    expect(out).toContain("| 解释 | 读法 |\n| --- | --- |\n| include-tax | include |");
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
      mutants: { fate: string; by?: string; cause?: { what: string } }[];
    }[];
    expect(status).toBe(1);
    expect(found?.policy).toBe("shili-1");
    expect(found?.mutants.filter((m) => m.fate === "killed" && typeof m.by === "string")).toHaveLength(found?.killed ?? -1);
    expect(found?.mutants.filter((m) => m.fate === "survives")).toHaveLength(found?.survives ?? -1);
    for (const { fate, cause } of found?.mutants ?? [])
      expect(cause !== undefined && cause.what !== "").toBe(fate === "survives");
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
