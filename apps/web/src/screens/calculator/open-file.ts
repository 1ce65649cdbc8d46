/** Reads a dropped file as text and as JSON or YAML. What can't be read is told with its line and column. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Json } from "../../parts/form/json.ts";
import { firstFault } from "./json-fault.ts";

/** The contract's limit for one dossier. */
const BYTES_AT_MOST = 16 * 1024 * 1024;

export async function openFile(file: File): Promise<Outcome<Json, Problem>> {
  if (file.size > BYTES_AT_MOST) return fail(atRoot("文件超过 16 MiB", "一家单位一个年度的档案"));
  const text = await readText(file);
  if (text === null) return fail(atRoot("文件不是 UTF-8 文字", "UTF-8 编码的 JSON 或 YAML 文件"));
  if (/\.ya?ml$/i.test(file.name)) return readYaml(text);
  return readJson(text);
}

async function readText(file: File): Promise<string | null> {
  try {
    // The decoder takes a byte order mark away.
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

export function readJson(text: string): Outcome<Json, Problem> {
  try {
    return ok(JSON.parse(text) as Json);
  } catch {
    const fault = firstFault(text);
    return fail(atRoot(`JSON 有误：${placeOf(text, fault.at)}，${fault.problem}`, fault.expected));
  }
}

/** Loaded only where somebody drops a YAML file. */
async function readYaml(text: string): Promise<Outcome<Json, Problem>> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) return fail(atRoot(`YAML 有误：${placeOf(text, error.pos[0])}`, "符合 YAML 1.2 的档案"));
  try {
    return ok(document.toJS({ maxAliasCount: 50 }) as Json);
  } catch {
    return fail(atRoot("YAML 的引用过多或循环", "不用引用的档案"));
  }
}

const atRoot = (problem: string, expected: string): Problem => ({ path: "", problem, expected });

/** 第 3 行第 7 列, both counted from 1. */
export function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return `第 ${before.length} 行第 ${[...(before.at(-1) ?? "")].length + 1} 列`;
}
