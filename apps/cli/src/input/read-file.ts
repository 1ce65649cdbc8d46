/** A file of JSON or YAML → value, or what is wrong with it. Nothing over 16 MiB is kept in memory. */
import { open } from "node:fs/promises";
import { fail, type Outcome, type Problem } from "@zhengdui/basics";
import { decodeUtf8 } from "./decode-utf8.ts";
import { parseJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";

export const MAX_BYTES = 16 * 1024 * 1024;

export const TOO_LARGE: Problem = { path: "", problem: "内容超过 16 MiB", expected: "一份档案至多 16 MiB" };

/** By extension (.json, .yaml, .yml); else JSON where the first character is { or [, else YAML. Errors: path "", or the key that stands twice. */
export async function readInputFile(file: string): Promise<Outcome<unknown, Problem>> {
  const bytes = await readBytes(file);
  return bytes instanceof Uint8Array ? parseInput(bytes, file) : fail(bytes);
}

export function parseInput(bytes: Uint8Array, name: string): Outcome<unknown, Problem> {
  if (bytes.length > MAX_BYTES) return fail(TOO_LARGE);
  const text = decodeUtf8(bytes);
  if (!text.ok) return text;
  return isJson(name, text.value) ? parseJson(text.value) : parseYaml(text.value);
}

function isJson(name: string, text: string): boolean {
  if (/\.json$/i.test(name)) return true;
  if (/\.ya?ml$/i.test(name)) return false;
  return /^\s*[{[]/.test(text);
}

/** At most one byte more than allowed is read: devices and pipes have no size to ask for. */
async function readBytes(file: string): Promise<Uint8Array | Problem> {
  try {
    const handle = await open(file, "r");
    try {
      const parts: Buffer[] = [];
      let length = 0;
      for await (const part of handle.createReadStream({ end: MAX_BYTES, autoClose: false }) as AsyncIterable<Buffer>) {
        parts.push(part);
        length += part.length;
      }
      return Buffer.concat(parts, length);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadable(file, (error as NodeJS.ErrnoException).code ?? "");
  }
}

function unreadable(file: string, code: string): Problem {
  const causes: Readonly<Record<string, string>> = {
    ENOENT: "文件不存在",
    EISDIR: "这是文件夹，不是文件",
    EACCES: "没有读取权限",
    EPERM: "没有读取权限",
  };
  return {
    path: "",
    problem: `不能读取 ${file}：${causes[code] ?? `系统报告 ${code}`}`,
    expected: "应为可读的 JSON 或 YAML 文件",
  };
}
