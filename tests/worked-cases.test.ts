/** The policy's worked cases agree with what the policy gives, and hold every case of the golden reading. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { readAllCases, STATUS_WORDS, type WorkedCase } from "@zhengdui/compiler";
import { createEngine, type Prepared } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";
import { checkPolicies } from "../apps/cli/src/check-policies.ts";
import { runPolicyCases } from "../apps/cli/src/policy-cases.ts";

const folder = "policies/jinjiang-2023-11/2023-05-01";
const file = `${folder}/cases.md`;
const text = readFileSync(file, "utf8");
const policy = JSON.parse(readFileSync(`${folder}/compiled/policy.json`, "utf8")) as Policy;
const engine = createEngine(policy, "reference");

interface Golden {
  readonly title: string;
  readonly dossier: unknown;
  readonly expect: Readonly<Record<string, readonly string[] | string | null>>;
}

const golden = readFileSync("tests/data/cases.ndjson", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Golden);

const found = readAllCases(file, text, policy);
const cases = found.ok ? found.value.cases : [];
const rounds = found.ok ? found.value.rounds : [];
const count = cases.length + rounds.length;

describe("the worked cases", () => {
  it("are read without a complaint", () => expect(found.ok ? [] : found.errors).toEqual([]));
  it("come out as they say", () => expect(runPolicyCases(policy, file, text)).toEqual({ cases: count, complaints: [] }));
  it.each(golden.map((g) => [g.title, g] as const))("have: %s", (_, wanted) => {
    const facts = fingerprint(wanted.dossier);
    const same = cases.filter((worked) => fingerprint(worked.dossier) === facts);
    expect(same.length).toBeGreaterThan(0);
    expect(same.map((worked) => outcomeOf(worked, wanted))).toContainEqual(wanted.expect);
  });
});

/** What was computed with, codes by order of appearance and without names. 规上工业 bears on industry alone, so elsewhere it is left out. */
function fingerprint(dossier: unknown): string {
  const read = engine.read(dossier);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const codes = new Map<string, number>();
  const { applicant } = read.value as Prepared;
  const industrial = /^(0[6-9]|[1-3]|4[0-6])/.test(String(applicant.industry));
  return JSON.stringify(read.value, (key, value: unknown) => {
    if (key === "name" || (key === "aboveScale" && !industrial)) return undefined;
    if (typeof value === "bigint") return `${value}`;
    if (typeof value !== "string" || !/^[0-9A-Z]{18}$/.test(value)) return value;
    if (!codes.has(value)) codes.set(value, codes.size);
    return codes.get(value);
  });
}

/** A worked case's outcome in the form of the golden one: only what that one says. */
function outcomeOf(worked: WorkedCase, { expect: wanted }: Golden): Golden["expect"] {
  return Object.fromEntries(
    Object.entries(wanted).map(([id, value]) => {
      if (id === "granted") return [id, worked.granted.value];
      if (id === "payable") return [id, worked.payable.value];
      const measure = worked.measures.find((m) => m.id === id);
      const all = [measure?.status.value, measure?.amount.value, (measure?.potential ?? measure?.amount)?.value];
      return [id, all.slice(0, value?.length ?? 0) as string[]];
    }),
  );
}

describe("a figure broken in a case", () => {
  const broken = (from: string, to: string) => {
    expect(text.split(from)).toHaveLength(2);
    return runPolicyCases(policy, file, text.replace(from, to)).complaints;
  };
  const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split("\n").length;

  it("is found with line, words, what was expected and what came out", () => {
    const [complaint, ...others] = broken(
      "| 第一条第（一）项 | 可以得到 | 750000.02元 |",
      "| 第一条第（一）项 | 可以得到 | 750000.03元 |",
    );
    expect(complaint).toMatchObject({
      code: "case-differs",
      file,
      line: lineOf("| 第一条第（一）项 | 可以得到 | 750000.02元 |"),
      words: "750000.03元",
      expected: expect.stringContaining("750000.03"),
    });
    expect(complaint?.what).toContain("750000.02");
    expect(others).toEqual([]);
  });
  it("is found in the facts", () => {
    const complaints = broken("| S1 | 499999.99元 |", "| S1 | 500000.01元 |");
    expect(complaints.map((c) => c.words)).toEqual(["不能得到", "0元", "0元", "0元"]);
  });
  it("is found in the status, the marks and the totals", () => {
    const words = STATUS_WORDS["not-claimed"];
    expect(
      broken("| 第一条第（一）项 | 不能得到 | 0元 | 未入选 |", `| 第一条第（一）项 | ${words} | 0元 | 年度封顶 |`).map(
        (c) => c.words,
      ),
    ).toEqual([words, "年度封顶"]);
    expect(broken("| 5万元 | 3万元 | 受上限核减 |", "| 5万元 | 暂不支付 | 无 |").map((c) => c.words)).toEqual(["暂不支付", "无"]);
  });
  it("is found where a dossier can't be accepted, at the table of the fact", () => {
    const [complaint] = broken("| A1 | 333333.33元 | 10万元 |", "| A1 | 未知 | 未知 |");
    expect(complaint).toMatchObject({ code: "case-unreadable", line: lineOf("| A1 | 333333.33元 | 10万元 |") - 2 });
  });
  it("is found in a selection", () => {
    const [complaint, ...others] = broken(
      "| D2 | 40万元 | 60万元 | 鞋服 | 80 | 未知 | 未入选 |",
      "| D2 | 40万元 | 60万元 | 鞋服 | 80 | 未知 | 入选 |",
    );
    expect(complaint).toMatchObject({ code: "case-differs", words: "入选", expected: expect.stringContaining("入选") });
    expect(complaint?.what).toContain("未入选");
    expect(others).toEqual([]);
  });
  it("is found where a measure isn't listed", () => {
    const row = "| 第三条第（二）项 | 可以得到 | 49999.99元 |";
    const [complaint] = broken(row, "| 第二条第（二）项 | 没有申报 | — |");
    expect(complaint).toMatchObject({ code: "case-differs", words: "上年度服务支出333333.33元" });
  });
});

it("a policy without worked cases is complained about", () => {
  expect(runPolicyCases(policy, file, null).complaints.map((c) => c.code)).toEqual(["cases-missing"]);
});

describe("zhengdui policy check", () => {
  /** The command over a copy of the policies, its cases.md changed by `change`. */
  async function check(change: (text: string) => string): Promise<{ status: number; out: string; err: string }> {
    const root = mkdtempSync(join(tmpdir(), "worked-cases-"));
    try {
      cpSync("policies", join(root, "policies"), { recursive: true });
      writeFileSync(join(root, file), change(text));
      const written = { out: "", err: "" };
      const to = (name: "out" | "err") =>
        new Writable({
          write(chunk, _, done) {
            written[name] += String(chunk);
            done();
          },
        });
      const status = checkPolicies(root, false, false, { stdin: process.stdin, stdout: to("out"), stderr: to("err") });
      return { status, ...written };
    } finally {
      rmSync(root, { recursive: true });
    }
  }

  it("runs every worked case", async () => {
    expect(await check((same) => same)).toMatchObject({
      status: 0,
      out: expect.stringContaining(`算例 ${count} 个`),
      err: "",
    });
  });
  it("fails where a figure of a case is broken", async () => {
    const { status, out, err } = await check((good) => good.replace("| 7.5万元 |\n", "| 7.6万元 |\n"));
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(/cases\.md:\d+:\d+ {2}\[case-differs\]/);
    expect(err).toContain("76000.00 元（7.6 万元）");
    expect(err).toContain("75000.00 元（7.5 万元）");
  });
});
