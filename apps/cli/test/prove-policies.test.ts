/** `policy check` and `policy diff` as the command runs them: what is printed, that every file written can be computed, and what loads the solver. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { createEngine } from "@zhengdui/engine";
import type { Policy } from "@zhengdui/policy";
import { afterAll, describe, expect, it } from "vitest";
import { policy as command } from "../src/commands/policy.ts";
import { openShelf, productRoot } from "../src/load-engine.ts";

const root = productRoot() as string;
const folder = mkdtempSync(join(tmpdir(), "zhengdui-proofs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const status = await command.run(args, { stdin: process.stdin, stdout, stderr });
  const text = (stream: PassThrough): string => String(stream.read() ?? "");
  return { status, out: text(stdout), err: text(stderr) };
}

describe("policy check", () => {
  it("tells what is open in the first policy, and every example is a dossier of the amount that stands beside it", async () => {
    const { status, out } = await run("check", "--examples", folder, "--enterprises", "100", "--json");
    expect(status).toBe(0);
    const proofs = JSON.parse(out) as {
      policy: string;
      findings: { kind: string; clause: string; words: string }[];
      unproved: object[];
    }[];
    const first = proofs.find((p) => p.policy === "jinjiang-2023-11");
    const found = first?.findings.map((f) => `${f.clause} ${f.kind}`);
    expect(found).toContain("二（二） open-boundary");
    expect(found).toContain("四（一） amount-falls");
    expect(found).toContain("一（二） formulas-part");
    expect(first?.findings.find((f) => f.kind === "open-boundary")?.words).toBe("200万元（含）—300万元、300万元以上");
    expect(first?.unproved.length).toBeGreaterThan(10);
    const shelf = openShelf(root);
    for (const id of readdirSync(folder)) {
      const engine = shelf.ok ? shelf.value.engine(id) : shelf;
      expect(engine.ok).toBe(true);
      for (const file of readdirSync(join(folder, id))) {
        const read = engine.ok ? engine.value.read(JSON.parse(readFileSync(join(folder, id, file), "utf8"))) : engine;
        expect([file, read.ok ? [] : read.errors]).toEqual([file, []]);
      }
    }
  });
  it("refuses what isn't a number of enterprises, and a folder that isn't named", async () => {
    for (const args of [["--enterprises", "0"], ["--enterprises", "many"], ["--examples"]]) {
      const { status, out, err } = await run("check", ...args);
      expect([status, out, err.startsWith(args[0] as string)]).toEqual([2, "", true]);
    }
  });
  it("proves nothing where it isn't wanted", async () => {
    const { status, out } = await run("check", "--no-proof");
    expect([status, out.includes("没有证明")]).toEqual([0, false]);
  });
});

describe("policy diff", () => {
  const versions = ["2025-01-01", "2026-01-01"].map((version) => join(root, "docs/examples/versions", version));
  it("writes a dossier for each version", async () => {
    const own = join(folder, "..", `${folder.split("/").at(-1)}-diff`);
    const { status, out } = await run("diff", ...versions, "--examples", own);
    expect([status, out.includes("价款合计 200 万元起、不到 500 万元，少得 2 万元")]).toEqual([0, true]);
    const { readVersion } = await import("../src/proof/read-version.ts");
    const [old, now] = versions.map((name) => readVersion(name));
    const engineOf = (read: typeof old) => createEngine((read?.ok ? read.value : {}) as Policy, "closures");
    for (const file of readdirSync(own)) {
      const engine = engineOf(file.includes("-old") ? old : now);
      expect([file, engine.read(JSON.parse(readFileSync(join(own, file), "utf8"))).ok]).toEqual([file, true]);
    }
    rmSync(own, { recursive: true, force: true });
  });
  it("names what isn't a version", async () => {
    const { status, out, err } = await run("diff", join(root, "docs"), join(root, "package.json"));
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("不是政策的文件夹");
    expect(err).toContain("不是编译好的政策");
  });
});

describe("the solver", () => {
  it("is named by one file of the programs, which loads it when asked", () => {
    const sources = ["apps", "packages"].flatMap((part) =>
      (readdirSync(join(root, part), { recursive: true }) as string[])
        .filter((name) => /\/src\/.*\.tsx?$/.test(name) && !name.includes("node_modules"))
        .map((name) => join(root, part, name)),
    );
    const naming = sources.filter((file) => readFileSync(file, "utf8").includes('"z3-solver"'));
    expect(naming.map((file) => file.slice(root.length + 1))).toEqual(["apps/cli/src/proof/load-solver.ts"]);
    expect(readFileSync(naming[0] as string, "utf8")).toMatch(/await import\("z3-solver"\)/);
    expect(readFileSync(join(root, "apps/cli/src/commands/policy.ts"), "utf8")).not.toMatch(/^import (?!type)[^;]*proof\//m);
  });
});
