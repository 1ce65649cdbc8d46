/** Reads a dropped file as text and as JSON or YAML. What can't be read is told with its line and column. */

import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { FactRecord, Policy } from "@zhengdui/policy";
import type { Engine } from "../../engine.ts";
import { getAt, isRecord, type Json, type JsonRecord, stepsOf } from "../../parts/form/json.ts";
import { t } from "../../words/t.ts";
import type { Sheet } from "./desk.ts";
import { firstFault } from "./json-fault.ts";
import { type LeftOut, takeOver } from "./take-over.ts";

/** Why a file wasn't opened. */
export interface Refused {
  readonly file: string;
  readonly problems: readonly Problem[];
  /** The file as far as the form has a place for it, to be mended there; null: nothing in it has. */
  readonly anyway: Sheet | null;
  /** What the form has no place for. */
  readonly left: readonly LeftOut[];
}

/** A sheet that the policy's reader takes without a problem, or the refusal. */
export async function sheetFromFile(file: File, engine: Engine): Promise<Outcome<Sheet, Refused>> {
  const json = await openFile(file);
  const refused = { file: file.name, anyway: null, left: [] };
  if (!json.ok) return fail({ ...refused, problems: json.errors });
  const sheet = { dossier: json.value, skipped: [], growing: [], from: file.name, example: "" };
  const read = engine.read(json.value);
  if (read.ok) return ok({ ...sheet, whole: true });
  if (isUnfinished(json.value, read.errors)) return ok({ ...sheet, dossier: withoutUnknown(json.value, engine.policy) });
  const { dossier, left, taken } = takeOver(null, engine.policy, sheet);
  const anyway = taken === 0 || !isRecord(json.value) ? null : { ...sheet, dossier };
  return fail({ ...refused, problems: read.errors, anyway, left });
}

/** Exported in the middle of the conversation: nothing in it is wrong, and what isn't there yet is asked. */
const isUnfinished = (json: Json, problems: readonly Problem[]): json is JsonRecord =>
  isRecord(json) && json.year !== undefined && problems.every(({ path }) => getAt(json, stepsOf(path)) === undefined);

/** In an unfinished file "not known" may only say that nobody has asked yet. */
function withoutUnknown(dossier: JsonRecord, { facts }: Policy): JsonRecord {
  const unknown = ({ facts }: FactRecord, value: Json): Json =>
    isRecord(value)
      ? Object.fromEntries(
          Object.entries(value).filter(
            ([key, said]) => said !== null || facts.find((fact) => fact.key === key)?.presence !== "unknowable",
          ),
        )
      : value;
  return Object.fromEntries(
    Object.entries(dossier).map(([key, value]) => {
      const record = facts.records.find(({ id }) => id === key);
      return [key, record === undefined ? value : unknown(record, value)];
    }),
  );
}

const SPREADSHEETS = new Set(["xlsx", "xls", "xlsm", "et", "ods", "csv"]);
const OTHERS = new Set(["pdf", "doc", "docx", "wps", "zip", "rar", "png", "jpg", "jpeg"]);
const wantedFile = () => t("本页“导出档案”所得的 .json 文件，或同样内容的 .yaml 文件");

/** The round's template holds many applicants; a list's rows can be pasted. */
const spreadsheet = (ending: string): Problem =>
  atRoot(
    t("这是电子表格（{ending}），测算页不读汇总表模板", { ending: `.${ending}` }),
    t("单家单位：打开表格，复制各行，在“问答”相应一题点“从表格粘贴”；整张汇总表：由经办人员用命令 zhengdui settle 读取"),
  );

/** The contract's limit for one dossier. */
const BYTES_AT_MOST = 16 * 1024 * 1024;

export async function openFile(file: File): Promise<Outcome<Json, Problem>> {
  const [, ending = ""] = /\.([^.]+)$/.exec(file.name.toLowerCase()) ?? [];
  if (SPREADSHEETS.has(ending)) return fail(spreadsheet(ending));
  if (OTHERS.has(ending)) return fail(atRoot(t("这是 {ending} 文件，不是档案", { ending: `.${ending}` }), wantedFile()));
  if (file.size > BYTES_AT_MOST) return fail(atRoot(t("文件超过 16 MiB"), t("一家单位一个年度的档案")));
  const text = await readText(file);
  if (text === null) return fail(atRoot(t("文件不是 UTF-8 文字"), t("UTF-8 编码的 JSON 或 YAML 文件")));
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
    return fail(
      atRoot(t("JSON 有误：{place}，{problem}", { place: placeOf(text, fault.at), problem: fault.problem }), fault.expected),
    );
  }
}

/** Loaded only where somebody drops a YAML file. */
async function readYaml(text: string): Promise<Outcome<Json, Problem>> {
  const { parseDocument } = await import("yaml");
  const document = parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined)
    return fail(atRoot(t("YAML 有误：{place}", { place: placeOf(text, error.pos[0]) }), t("符合 YAML 1.2 的档案")));
  try {
    return ok(document.toJS({ maxAliasCount: 50 }) as Json);
  } catch {
    return fail(atRoot(t("YAML 的引用过多或循环"), t("不用引用的档案")));
  }
}

const atRoot = (problem: string, expected: string): Problem => ({ path: "", problem, expected });

/** 第 3 行第 7 列, both counted from 1. */
export function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return t("第 {line} 行第 {column} 列", { line: before.length, column: [...(before.at(-1) ?? "")].length + 1 });
}
