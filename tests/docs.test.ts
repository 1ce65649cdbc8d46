/**
 * What the documents say is held against the house: links resolve, paths and names exist, commands run, and every sample output, excerpt and
 * complaint that is shown is the real one. `…` alone on a line of a sample stands for lines left out. A block `write=PATH` is a file that the
 * reader writes, a diff of a PATH is a change that the reader makes; both in the folder where the commands run.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compilePolicy, type PolicySources, printComplaint } from "@zhengdui/compiler";
import type { Policy } from "@zhengdui/policy";
import { describe, expect, it } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = "policies/jinjiang-2023-11/2023-05-01";
const policy = JSON.parse(readFileSync(join(root, folder, "compiled", "policy.json"), "utf8")) as Policy;

const markdownIn = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return markdownIn(join(path, entry.name));
    return entry.name.endsWith(".md") ? [join(path, entry.name)] : [];
  });
const documents = [
  "README.md",
  "README.zh-CN.md",
  ...["CHANGELOG.md"].filter((name) => existsSync(join(root, name))),
  ...markdownIn("docs"),
];
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

interface Fence {
  /** "sh", "text", "diff" … */
  readonly language: string;
  /** The words after the language. */
  readonly note: string;
  readonly body: string;
  readonly line: number;
  /** Only blank lines between it and the fence before. */
  readonly follows: boolean;
}

/** Fenced blocks in order; a fence of four backticks may hold fences of three. */
function fencesOf(text: string): Fence[] {
  const fences: Fence[] = [];
  let open: { mark: string; info: string; line: number; body: string[]; follows: boolean } | null = null;
  let follows = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (open === null) {
      const [, mark, info] = /^(`{3,})(.*)$/.exec(line) ?? [];
      if (mark !== undefined) open = { mark, info: info ?? "", line: index + 1, body: [], follows };
      else if (line.trim() !== "") follows = false;
    } else if (line === open.mark) {
      const [language = "", ...note] = open.info.trim().split(/\s+/);
      fences.push({ language, note: note.join(" "), body: open.body.join("\n"), line: open.line, follows: open.follows });
      open = null;
      follows = true;
    } else open.body.push(line);
  }
  return fences;
}

/** The text outside of fences, line by line (fenced lines are empty). */
function proseOf(text: string): string[] {
  let mark = "";
  return text.split("\n").map((line) => {
    const fence = /^`{3,}/.exec(line)?.[0] ?? "";
    if (mark === "" && fence !== "") mark = fence;
    else if (mark !== "" && line === mark) mark = "";
    else if (mark === "") return line;
    return "";
  });
}

/** Every part between `…` stands in the whole, in order, on whole lines. */
function isExcerpt(sample: string, whole: string): boolean {
  let rest = `\n${whole}\n`;
  for (const part of sample.split(/^…$/m).map((lines) => lines.replace(/^\n+|\n+$/g, ""))) {
    if (part === "") continue;
    const at = rest.indexOf(`\n${part}\n`);
    if (at < 0) return false;
    rest = rest.slice(at + part.length + 1);
  }
  return true;
}

describe.each(documents)("%s", (path) => {
  const text = textOf(path);

  it("has links that resolve", () => {
    const targets = proseOf(text).flatMap((line) =>
      [...line.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map((m) => m[1] ?? m[2] ?? ""),
    );
    const broken = targets.filter((target) => {
      if (/^(https?:|mailto:)/.test(target)) return false;
      const [file = "", anchor] = target.split("#");
      const full = file === "" ? join(root, path) : join(root, dirname(path), file);
      if (!existsSync(full)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(full, "utf8")).includes(decodeURIComponent(anchor));
    });
    expect(broken).toEqual([]);
  });

  it("names files and names that exist", () => {
    const top = readdirSync(root);
    const named = proseOf(text).flatMap((line) => [...line.matchAll(/`([^`\s]+)`/g)].map((m) => m[1] as string));
    const missing = named.filter((name) => {
      const [file = "", word] = name.split("#");
      if (!file.includes("/") || !top.includes(file.split("/")[0] as string) || /[<*…]/.test(file) || isMade(file)) return false;
      const full = join(root, file);
      if (!existsSync(full)) return true;
      return word !== undefined && (!statSync(full).isFile() || !new RegExp(`\\b${word}\\b`).test(readFileSync(full, "utf8")));
    });
    expect(missing).toEqual([]);
  });

  it("names facts that are declared", () => {
    const groups = new Map(
      [...policy.facts.records, ...policy.facts.lists].map((group) => [group.id, new Set(group.facts.map((f) => f.key))]),
    );
    const totals = new Set(
      policy.measures.flatMap(({ form }) =>
        form.kind === "pool" ? [form.fact] : form.kind === "tally" ? form.tallies.map((t) => t.fact) : [],
      ),
    );
    const named = proseOf(text).flatMap((line) =>
      [...line.matchAll(/`([a-z]\w*(?:\[\d*\])?(?:\.\w+(?:\[\d*\])?)+)`/gi)].map((m) => (m[1] as string).replace(/\[\d*\]/g, "")),
    );
    const unknown = named.filter((name) => {
      const at = name.lastIndexOf(".");
      const [group, key] = [name.slice(0, at), name.slice(at + 1)];
      if (!groups.has(name.split(".")[0] as string) || groups.has(name) || totals.has(name)) return false;
      return !groups.get(group)?.has(key) && name !== "settings.interpretations";
    });
    expect(unknown).toEqual([]);
  });

  it("shows commands that run, with their real output", { timeout: 120_000 }, () => {
    expect(faultsOfCommands(fencesOf(text))).toEqual([]);
  });

  it("shows excerpts of the policy as they stand there", () => {
    const wrong = fencesOf(text).filter(({ note, body }) => {
      if (/^policies\/.*\/service\.json$/.test(note)) return !isExcerpt(body, textOf(note));
      if (!/^(policy|facts|interpretations)\.md$/.test(note) || body.startsWith("-") || body.startsWith("+")) return false;
      return !isExcerpt(body, textOf(`${folder}/${note}`));
    });
    expect(wrong.map(({ line, body }) => `${path}:${line} ${body}`)).toEqual([]);
  });

  it("shows the complaints that such a change brings", () => {
    expect(faultsOfComplaints(fencesOf(text)).map((fault) => `${path}:${fault}`)).toEqual([]);
  });
});

/** What a build makes is named, and may not be there. */
const isMade = (file: string): boolean => /(^|\/)(dist|node_modules)(\/|$)/.test(file);

/** As GitHub makes them from headings. */
const anchorsOf = (text: string): string[] =>
  proseOf(text).flatMap((line) => {
    const heading = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    if (heading === undefined) return [];
    return [
      heading
        .toLowerCase()
        .replace(/[`*]/g, "")
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replace(/\s/g, "-"),
    ];
  });

const isCommand = ({ language, body }: Fence): boolean => language === "sh" && /^zhengdui\b/m.test(body);
const isHandwork = ({ language, note }: Fence): boolean =>
  note.startsWith("write=") || (language === "diff" && note.includes("/"));

/** What a reader types into a file. */
function doByHand(session: string, { language, note, body, line }: Fence): string[] {
  const path = join(session, note.replace(/^write=/, ""));
  if (!existsSync(dirname(path))) return [`${line}: there is no folder for ${note}`];
  if (language !== "diff") {
    writeFileSync(path, `${body}\n`);
    return [];
  }
  const parts = readFileSync(path, "utf8").split(`${sideOf(body, "-")}\n`);
  if (parts.length !== 2) return [`${line}: what is to be changed stands ${parts.length - 1} times in ${note}`];
  writeFileSync(path, parts.join(`${sideOf(body, "+")}\n`));
  return [];
}

/** The lines of a diff that are taken away (-) or put there (+). */
const sideOf = (diff: string, sign: string): string =>
  diff
    .split("\n")
    .filter((one) => one.startsWith(sign))
    .map((one) => one.slice(1))
    .join("\n");

/** A document's commands run one after the other in one empty folder, which sees the repository's files. */
function faultsOfCommands(fences: readonly Fence[]): string[] {
  const blocks = fences.filter((fence) => isCommand(fence) || isHandwork(fence));
  if (blocks.length === 0) return [];
  if (!existsSync(join(root, "apps/cli/dist/zhengdui.js"))) return ["the command isn't built: npm run build"];
  const session = mkdtempSync(join(tmpdir(), "zhengdui-docs-"));
  for (const name of ["policies", "docs", "standards", "tools"]) symlinkSync(join(root, name), join(session, name));
  const env = { ...process.env, PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}` };
  const faults: string[] = [];
  for (const block of blocks) {
    if (isHandwork(block)) {
      faults.push(...doByHand(session, block));
      continue;
    }
    const wanted = Number(/exit=(\d)/.exec(block.note)?.[1] ?? 0);
    let output = "";
    for (const line of block.body.split("\n").filter((one) => /^(zhengdui|node tools\/)/.test(one))) {
      const done = spawnSync("bash", ["-c", line], { cwd: session, env, encoding: "utf8" });
      if (done.status !== wanted) faults.push(`${block.line}: ${line}: exit ${done.status}\n${done.stderr}`);
      output += wanted === 0 ? done.stdout : done.stderr;
    }
    const below = fences[fences.indexOf(block) + 1];
    const isChecked = below?.follows === true && below.language === "text";
    if (isChecked && !isExcerpt(below.body, output)) faults.push(`${below.line}: the real output is\n${output}`);
  }
  rmSync(session, { recursive: true, force: true });
  return faults;
}

/** A `diff policy.md` block and below it the complaint: the change is made, the policy compiled, the words compared. */
function faultsOfComplaints(fences: readonly Fence[]): string[] {
  return fences.flatMap((fence, index) => {
    if (fence.language !== "diff" || isHandwork(fence)) return [];
    const below = fences[index + 1];
    const side = (sign: string) => sideOf(fence.body, sign);
    const before = textOf(`${folder}/${fence.note}`).split(`${side("-")}\n`);
    if (before.length !== 2) return [`${fence.line}: what is to be changed stands ${before.length - 1} times in ${fence.note}`];
    const changed = before.join(side("+") === "" ? "" : `${side("+")}\n`);
    const found = complaintsOf(fence.note, changed);
    return below?.follows && isExcerpt(below.body, found) ? [] : [`${below?.line}: the real complaint is\n${found}`];
  });
}

function complaintsOf(file: string, text: string): string {
  const read = (name: string): string => (name === file ? text : textOf(`${folder}/${name}`));
  const sources: PolicySources = {
    folder,
    original: read("original.txt"),
    policy: read("policy.md"),
    facts: read("facts.md"),
    interpretations: read("interpretations.md"),
  };
  const compiled = compilePolicy(sources);
  return compiled.ok ? "" : compiled.errors.map(printComplaint).join("\n\n");
}

describe("docs/policy-writers.md", () => {
  const text = textOf("docs/policy-writers.md");
  const code = new Set([...text.matchAll(/`([^`\n]+)`/g)].map((m) => m[1]));
  const original = textOf(`${folder}/policy.md`);
  const withKey = (before: string, indent: string): string =>
    complaintsOf("policy.md", original.replace(before, `${before}\n${indent}没有的键: 1`));
  const keysIn = (complaint: string): string[] => (/^ {2}应为：(.*)$/m.exec(complaint)?.[1] ?? "").split("、");

  it.each([
    ["a measure", 'measure: "2.2"', ""],
    ["a condition", '    when: 门类(申报单位.行业代码) in ("B", "C", "D")', "    "],
    ["a count", "    fact: servedSmes.count", "    "],
    ["a selection", "  quota: 每产业项目数", "  "],
    ["the combination", "  outside: 其他奖补", "  "],
    ["the ceiling", "  contribution: 申报单位.财政贡献", "  "],
  ])("tells of every key of %s", (_, before, indent) => {
    const complaint = withKey(before, indent);
    expect(complaint).toContain("[unknown-key]");
    expect(keysIn(complaint).filter((key) => !code.has(key))).toEqual([]);
  });

  it("tells of every mark, with the word of a case", async () => {
    const { MARK_WORDS } = await import("@zhengdui/compiler");
    const rows = textOf("docs/policy-writers.md").split("\n");
    const missing = Object.entries(MARK_WORDS).filter(([mark, word]) => !rows.includes(`| \`${mark}\` | ${word} |`));
    expect(missing).toEqual([]);
  });

  it("tells of every complaint's code", async () => {
    const { CATALOGUE } = await import("../packages/compiler/src/complaints.ts");
    expect(Object.keys(CATALOGUE).filter((name) => !code.has(name))).toEqual([]);
  });
});

describe("docs/GLOSSARY.md", () => {
  const text = textOf("docs/GLOSSARY.md");
  const rows = text.split("\n").filter((line) => line.startsWith("|"));
  const hasRow = (...cells: readonly string[]): boolean => rows.some((row) => cells.every((cell) => row.includes(cell)));

  it("names every measure with its clause", () => {
    expect(policy.measures.filter((m) => !hasRow(`\`${m.id}\``, m.clause, m.title)).map((m) => m.id)).toEqual([]);
  });
  it("names every record and list with its label", () => {
    const groups = [...policy.facts.records, ...policy.facts.lists];
    expect(groups.filter(({ id, label }) => !hasRow(`\`${id}\``, label)).map(({ id }) => id)).toEqual([]);
  });
  it("names every mark", () => {
    const marks = new Set([...JSON.stringify(policy.measures).matchAll(/"mark":"([a-z-]+)"/g)].map((m) => m[1]));
    expect(marks.size).toBeGreaterThan(5);
    expect([...marks].filter((mark) => !hasRow(`\`${mark}\``))).toEqual([]);
  });
  it("names every interpretation with its readings", () => {
    expect(
      policy.interpretations.filter((i) => !hasRow(`\`${i.key}\``, ...i.readings.map((r) => `\`${r.id}\``))).map((i) => i.key),
    ).toEqual([]);
  });
});

it("an excerpt must be one", () => {
  expect(isExcerpt("a\n…\nc", "a\nb\nc")).toBe(true);
  expect(isExcerpt("c\n…\na", "a\nb\nc")).toBe(false);
  expect(isExcerpt("a\nc", "a\nb\nc")).toBe(false);
  expect(isExcerpt("…\nb", "a\nbc")).toBe(false);
});
