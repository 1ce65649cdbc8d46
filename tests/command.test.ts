/** `zhengdui` as a whole process, as built: exit statuses, what goes to which stream, bad input, streams in constant memory. */
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { streamThrough } from "../bench/command.ts";
import { dossierStream } from "./arbitrary/dossier-stream.ts";
import { BAD_DOSSIERS, GOOD } from "./data/bad-dossiers.ts";

const root = resolve(import.meta.dirname, "..");
const program = join(root, "apps/cli/bin/zhengdui.mjs");
const folder = mkdtempSync(join(tmpdir(), "zhengdui-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], input?: string): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: "utf8", input, maxBuffer: 2 ** 28 });
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const examples = readdirSync(join(root, "policies/jinjiang-2023-11/2023-05-01/examples"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => join("policies/jinjiang-2023-11/2023-05-01/examples", name));

describe("zhengdui", () => {
  it.each([["assess"], ["settle"], ["policy"], ["feel"], ["db"], ["serve"]])("%s has help", (verb) => {
    const done = run([verb, "--help"]);
    expect([done.status, done.stderr]).toEqual([0, ""]);
    expect(done.stdout).toContain(`zhengdui ${verb}`);
  });

  it("lists its commands, and offers the nearest for a slip", () => {
    expect(run([]).stdout).toContain("assess");
    const slip = run(["asses", "x.json"]);
    expect(slip.status).toBe(2);
    expect(slip.stdout).toBe("");
    expect(slip.stderr).toContain("zhengdui assess");
  });

  it("says its version", () => {
    const { version } = JSON.parse(readFileSync(join(root, "packages/engine/package.json"), "utf8")) as { version: string };
    expect(run(["--version"])).toMatchObject({ status: 0, stdout: `zhengdui ${version}\n`, stderr: "" });
  });

  it("takes -h for --help after every command", () => {
    for (const verb of ["assess", "settle", "policy", "feel", "serve"])
      expect(run([verb, "-h"])).toMatchObject({ status: 0, stdout: run([verb, "--help"]).stdout });
  });

  it("keeps a problem on its line, whatever a file or a word is called", () => {
    for (const args of [
      ["assess", "a\nb\u001b[31m.json"],
      ["a\nb"],
      ["policy", "show", "2.2\n\u009b"],
      ["feel", "--a\nb"],
      ["serve", "\r"],
    ]) {
      const done = run(args);
      expect([done.status, done.stdout]).toEqual([2, ""]);
      expect(done.stderr).toMatch(/^[^\p{Cc}]+\n$/u);
    }
  });

  it("passes over no word of policy show, check and compile", () => {
    for (const [args, path] of [
      [["show", "2.2", "3.3"], "3.3"],
      [["show", "2.2", "--foo"], "--foo"],
      [["show", "2.2", "--policy"], "--policy"],
      [["check", "jinjiang-2023-11"], "jinjiang-2023-11/original.txt"],
      [["compile", "-x"], "-x"],
    ] as const) {
      const done = run(["policy", ...args]);
      expect([done.status, done.stdout, done.stderr.split(": ")[0]]).toEqual([2, "", path]);
    }
  });

  it("names every policy of the shelf where a round names none of them", () => {
    const done = run(["settle", file("round.json", JSON.stringify({ policy: "jinjiang-2023-12", year: 1999, dossiers: [] }))]);
    expect([done.status, done.stdout]).toEqual([2, ""]);
    for (const id of readdirSync(join(root, "policies"))) expect(done.stderr).toContain(id);
    expect(done.stderr.split("\n").filter((line) => line.startsWith("policy: "))).toHaveLength(1);
    expect(done.stderr).toContain("year: ");
  });

  it("tells which measures take part in 就高不重复, and why others don't", () => {
    const checked = run(["policy", "check", "--no-proof", "policies/shili-2025-01/2025-01-01"]).stdout;
    expect(checked).toContain("就高不重复　参加的：二（二）、二（三）、二（四）、二（五）\n");
    expect(checked).toContain("就高不重复　不参加：二（一）　except 列出的\n");
    expect(checked).toMatch(/不参加：一（一）.*“专精特新认定”.*项目: 不涉\n/u);
    expect(run(["policy", "show", "2.1"]).stdout).toContain("就高不重复　不参加，按个数计算");
    expect(run(["policy", "show", "2.2"]).stdout).toContain("就高不重复　参加（");
  });

  it("names every policy of the shelf where a dossier names none of them, beside its other problems", () => {
    const done = run(["assess", file("policy.json", JSON.stringify({ policy: "jinjiang-2023-12", year: 2023 }))]);
    expect([done.status, done.stdout]).toEqual([2, ""]);
    expect(done.stderr).toMatch(/^policy: .*jinjiang-2023-11、shili-2025-01.*是否应为 jinjiang-2023-11$/m);
    expect(done.stderr).toMatch(/^applicant: /m);
    expect(done.stderr.match(/^policy: /gm)).toHaveLength(1);
  });

  it("says that a server can't start, and why, and exits with 2", () => {
    const done = spawnSync(process.execPath, [program, "serve"], { encoding: "utf8", env: { ...process.env, PORT: "abc" } });
    expect([done.status, done.stdout]).toEqual([2, ""]);
    expect(done.stderr).toMatch(/^PORT: .*; .*PORT=8350 npm start\n$/);
  });

  it.skipIf(!existsSync("/dev/full"))("says that a result couldn't be written", () => {
    const full = openSync("/dev/full", "w");
    for (const args of [["assess", examples[0] as string], ["--help"], ["policy", "show", "2.2"]]) {
      const done = spawnSync(process.execPath, [program, ...args], {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", full, "pipe"],
      });
      expect([done.status, done.stderr.trim().split("\n").length]).toEqual([1, 1]);
      expect(done.stderr).toContain("ENOSPC");
    }
    closeSync(full);
  });

  it("doesn't take a folder for an empty stream", () => {
    const stdin = openSync(folder, "r");
    for (const verb of ["assess", "feel"]) {
      const done = spawnSync(process.execPath, [program, verb, "--ndjson"], { encoding: "utf8", stdio: [stdin, "pipe", "pipe"] });
      expect([done.status, done.stdout, done.stderr.includes("文件夹")]).toEqual([2, "", true]);
    }
    closeSync(stdin);
  });

  it("shows each example as a page and as JSON", () => {
    for (const example of examples) {
      const page = run(["assess", example]);
      expect([page.status, page.stderr]).toEqual([0, ""]);
      expect(page.stdout).toContain("第一条第（一）项");
      expect(page.stdout).not.toMatch(/\d\.\d{5,} 万元/);
      const result = JSON.parse(run(["assess", example, "--json"]).stdout);
      expect(result.measures).toHaveLength(12);
    }
  });

  it("answers nothing where one of several files is bad, and names the file", () => {
    const done = run(["assess", examples[0] as string, file("bad.json", "{")]);
    expect([done.status, done.stdout]).toEqual([2, ""]);
    expect(done.stderr).toContain("bad.json");
  });

  it("reports bad input as an array with --json", () => {
    const done = run(["assess", file("empty.json", "{}"), "--json"]);
    expect([done.status, done.stdout]).toEqual([2, ""]);
    expect(JSON.parse(done.stderr)).toContainEqual(
      expect.objectContaining({ path: "year", problem: expect.any(String), expected: expect.any(String) }),
    );
  });
});

/** Texts that never become a dossier. */
const BAD_TEXTS: readonly (readonly [name: string, file: string, text: string | Uint8Array])[] = [
  ["1e400", "big.json", '{"year":1e400}'],
  ["NaN", "nan.yaml", "year: .nan"],
  [
    "a YAML bomb",
    "bomb.yaml",
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghij"].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefghij"[i]}`).join(",")}]`).join("\n")}`,
  ],
  ["a key that stands twice", "twice.json", '{"year":2023,"year":2024}'],
  ["deep nesting", "deep.json", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["over 16 MiB", "large.json", `{"year":2023,"x":"${"a".repeat(17 * 2 ** 20)}"}`],
  ["no UTF-8", "latin.json", Uint8Array.from([0x7b, 0xff, 0x7d])],
  ["__proto__", "proto.json", '{"year":2023,"__proto__":{"policy":"x"}}'],
  ["nothing at all", "nothing.json", ""],
  ["a tag of its own", "tag.yaml", "year: !!js/function 'x'"],
];

describe("bad input through the command", () => {
  // Each spoilt dossier is checked in-process elsewhere; here every tenth as a whole process.
  const spoilt = BAD_DOSSIERS.filter((_, i) => i % 10 === 0);
  const some = [
    ...spoilt.map((bad, i) => [bad.name, `spoilt-${i}.json`, JSON.stringify(bad.spoil(structuredClone(GOOD)))] as const),
    ...BAD_TEXTS,
  ];
  it.each(some)("%s", (_, name, text) => {
    const done = run(["assess", file(name, text)]);
    expect([done.status, done.stdout]).toEqual([2, ""]);
    expect(done.stderr).toMatch(/^\S*: .+; .+/u);
    expect(done.stderr).not.toMatch(/\bat .+:\d+:\d+/u);
  });
});

describe("assess --ndjson", () => {
  it("answers in order, a bad line in its place, and exits with 1", () => {
    const city = dossierStream(3);
    const lines = Array.from({ length: 40 }, () => JSON.stringify(city.next().value));
    lines[7] = "{";
    lines[20] = '{"year":2025}';
    const done = run(["assess", "--ndjson"], `\uFEFF${lines.join("\r\n\r\n")}\n`);
    const answers = done.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect([done.status, answers.length]).toEqual([1, 40]);
    expect(answers.flatMap((a, i) => ("errors" in a ? [[i, a.line]] : []))).toEqual([
      [7, 15],
      [20, 41],
    ]);
    for (const [i, answer] of answers.entries())
      if (!("errors" in answer)) expect(answer.applicant.uscc).toBe(JSON.parse(lines[i] as string).applicant.uscc);
  });

  it("streams 20,000 dossiers in less than 300 MB, every 200th equal to the hand-written computation", async () => {
    const report = await streamThrough(20_000, 11);
    expect(report).toMatchObject({ results: 20_000, wrong: [] });
    expect(report.peakMegabytes).toBeGreaterThan(0);
    expect(report.peakMegabytes).toBeLessThan(300);
  }, 240_000);

  it("waits for a slow reader and ends quietly when it goes away", async () => {
    const city = dossierStream(5);
    const child = spawn(process.execPath, [program, "assess", "--ndjson"], { cwd: root });
    const text = Array.from({ length: 3_000 }, () => JSON.stringify(city.next().value)).join("\n");
    let errors = "";
    child.stderr.on("data", (part) => {
      errors += String(part);
    });
    child.stdin.on("error", () => {});
    child.stdin.end(text);
    await new Promise((done) => child.stdout.once("data", done));
    child.stdout.destroy();
    const status = await new Promise((done) => child.on("exit", done));
    expect([status, errors]).toEqual([0, ""]);
  }, 60_000);
});
