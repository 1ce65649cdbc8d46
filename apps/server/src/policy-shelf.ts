/** The policies and their example dossiers, read once from the policies folder and kept in memory, compressed and ready to send. */
import { createHash } from "node:crypto";
import { type Dirent, existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { ExampleDossier, ServiceSheet } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { NO_SERVICE, readServiceSheet } from "./service-sheet.ts";

export interface Document {
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
  readonly etag: string;
}

export interface ShelvedPolicy {
  readonly policy: Policy;
  readonly service: ServiceSheet;
  readonly document: Document;
}

export interface Shelf {
  readonly policies: readonly ShelvedPolicy[];
  readonly examples: readonly ExampleDossier[];
}

/** `<folder>/<policy>/<in-force-date>/compiled/policy.json`, with service.json beside `compiled`; of each policy the latest version. */
export async function loadShelf(folder: string): Promise<Outcome<Shelf, Problem>> {
  const policies: ShelvedPolicy[] = [];
  const examples: ExampleDossier[] = [];
  for (const id of await foldersIn(folder)) {
    const version = (await foldersIn(join(folder, id))).findLast((v) =>
      existsSync(join(folder, id, v, "compiled", "policy.json")),
    );
    if (version === undefined) continue;
    const home = join(folder, id, version);
    const text = await readFile(join(home, "compiled", "policy.json"));
    const policy = parse(text.toString("utf8"));
    if (policy === undefined) return fail(unreadable(join(home, "compiled", "policy.json")));
    // The compiler wrote this file, and a check keeps it current.
    const service = await serviceIn(join(home, "service.json"), policy as Policy);
    if (!service.ok) return service;
    policies.push({ policy: policy as Policy, service: service.value, document: documentOf(text) });
    examples.push(...(await examplesIn(join(home, "examples"), id)));
  }
  if (policies.length === 0)
    return fail({ path: folder, problem: `${folder} 里没有已编译的政策。`, expected: "请先编译政策：npm run compile" });
  return ok({ policies, examples });
}

/** What the office tells beside the law; it may tell nothing. */
async function serviceIn(file: string, policy: Policy): Promise<Outcome<ServiceSheet, Problem>> {
  if (!existsSync(file)) return ok(NO_SERVICE);
  const json = parse(await readFile(file, "utf8"));
  if (json === undefined) return fail({ path: file, problem: `${file} 不是完整的 JSON。`, expected: "请改正这个文件" });
  const read = readServiceSheet(json, policy);
  return read.ok ? read : fail(...read.errors.map((error) => ({ ...error, path: `${file} ${error.path}`.trim() })));
}

const unreadable = (file: string): Problem => ({
  path: file,
  problem: `${file} 不是完整的 JSON。`,
  expected: "请重新编译政策：npm run compile",
});

export function documentOf(plain: Buffer): Document {
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
  return { plain, gzip: gzipSync(plain, { level: 9 }), brotli: brotliCompressSync(plain), etag };
}

/** `index.tsv` gives order, title and what there is to see; each row names one file. */
async function examplesIn(folder: string, policy: string): Promise<ExampleDossier[]> {
  const index = join(folder, "index.tsv");
  if (!existsSync(index)) return [];
  const rows = (await readFile(index, "utf8")).split(/\r?\n/).slice(1).filter(Boolean);
  const examples: ExampleDossier[] = [];
  for (const row of rows) {
    const [file = "", title = "", shows = ""] = row.split("\t");
    const dossier = parse(await readFile(join(folder, file), "utf8"));
    if (dossier !== undefined) examples.push({ id: file.replace(/\.json$/, ""), policy, title, shows, dossier });
  }
  return examples;
}

async function foldersIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
