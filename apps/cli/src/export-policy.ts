/** `zhengdui policy export`: a compiled policy in a form that other programs read. For now DMN, to a file or to standard output. */
import { writeFileSync } from "node:fs";
import { DMN_VERSIONS, toDmn } from "@zhengdui/engine";
import { reportProblems } from "./command.ts";
import { openShelf } from "./load-engine.ts";
import type { VerbCall } from "./policy-verb.ts";

export function exportPolicy({ root, flags, values, json, io }: VerbCall): number {
  const refuse = (path: string, problem: string, expected: string): number =>
    reportProblems([{ path, problem, expected }], json, io);
  if (!flags.has("dmn")) return refuse("", "没有写明导出的格式", "zhengdui policy export --dmn");
  const stated = values.get("dmn-version") ?? DMN_VERSIONS[0];
  const version = DMN_VERSIONS.find((known) => known === stated);
  if (version === undefined) return refuse("--dmn-version", `不能写出 DMN ${stated}`, DMN_VERSIONS.join(" 或 "));
  const shelf = openShelf(root);
  const policy = shelf.ok ? shelf.value.policy(values.get("policy")) : shelf;
  if (!policy.ok) return reportProblems(policy.errors, json, io);
  const text = toDmn(policy.value, version);
  const out = values.get("out");
  if (out === undefined) {
    io.stdout.write(text);
    return 0;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    return refuse(out, `写不了文件（${(error as Error).message}）`, "可写的文件名");
  }
  io.stdout.write(`${out}　${policy.value.number} ${policy.value.title}　DMN ${version}\n`);
  return 0;
}
