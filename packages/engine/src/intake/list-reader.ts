/** Reads one list of a dossier: every item, keys that must not repeat, and the project each item belongs to. */
import type { FactList } from "@zhengdui/policy";
import type { Row } from "../dossier.ts";
import { quoted } from "./describe.ts";
import { indexPath, keyPath } from "./dossier-path.ts";
import { type FactCheck, factCheck } from "./fact-check.ts";
import type { ProblemList } from "./problem-list.ts";
import {
  type BadKeys,
  isObject,
  type MutableRow,
  type RawObject,
  type RowReader,
  readFacts,
  rowReader,
  wrongShape,
} from "./row-reader.ts";

export interface ListReader {
  readonly list: FactList;
  readonly row: RowReader;
  readonly checks: readonly FactCheck[];
}

export interface ReadList {
  readonly rows: readonly Row[];
  /** By index of the row; null: no row has an unreadable key. */
  readonly bad: readonly (BadKeys | null)[] | null;
}

const NO_ROWS: readonly Row[] = Object.freeze([]);
export const EMPTY_LIST: ReadList = { rows: NO_ROWS, bad: null };

export function listReader(list: FactList): ListReader {
  const extra: Readonly<Record<string, boolean>> = list.projects === "none" ? {} : { projectStated: false };
  return { list, row: rowReader(list.facts, [], extra), checks: list.checks.map(factCheck) };
}

/** Absent and null are the empty list. */
export function readList(reader: ListReader, raw: unknown, path: string, problems: ProblemList): ReadList {
  if (raw === undefined || raw === null) return EMPTY_LIST;
  if (!Array.isArray(raw)) {
    problems.add(() => wrongShape(path, raw, reader.list.label, "数组"));
    return EMPTY_LIST;
  }
  if (raw.length === 0) return EMPTY_LIST;
  const { most, label } = reader.list;
  if (most !== undefined && raw.length > most)
    problems.add(() => ({ path, problem: `${label}有 ${raw.length} 项`, expected: `至多 ${most} 项` }));
  const rows: Row[] = [];
  let bad: (BadKeys | null)[] | null = null;
  for (let i = 0; i < raw.length; i++) {
    const item: unknown = raw[i];
    let badKeys: BadKeys | null;
    if (isObject(item)) {
      const row = { ...reader.row.template };
      badKeys = readItem(reader, item, row, () => indexPath(path, i), problems);
      rows.push(row);
    } else {
      badKeys = reader.row.allKeys;
      rows.push(reader.row.template);
      problems.add(() => wrongShape(indexPath(path, i), item, reader.list.label, "对象"));
    }
    if (badKeys === null) continue;
    bad ??= new Array<BadKeys | null>(raw.length).fill(null);
    bad[i] = badKeys;
  }
  const read = { rows, bad };
  if (rows.length > 1) checkRepeats(reader.list, read, path, problems);
  return read;
}

function readItem(
  reader: ListReader,
  raw: RawObject,
  row: MutableRow,
  path: () => string,
  problems: ProblemList,
): BadKeys | null {
  const bad = readFacts(reader.row, raw, row, path, problems);
  if (reader.list.projects === "none") return bad;
  row.projectStated = row.project !== null;
  if (row.project === null) row.project = row.id ?? null;
  return bad?.has("id") && !row.projectStated ? new Set([...bad, "project"]) : bad;
}

function checkRepeats(list: FactList, read: ReadList, path: string, problems: ProblemList): void {
  for (const key of list.unique) {
    const label = list.facts.find((fact) => fact.key === key)?.label ?? key;
    repeats(read, key, (i, first, value) => {
      problems.add(() => ({
        path: keyPath(indexPath(path, i), key),
        problem: `${label} ${quoted(value)} 与第 ${first + 1} 项重复`,
        expected: `同一清单里的${label}不能重复`,
      }));
    });
  }
  if (list.projects !== "once") return;
  repeats(read, "project", (i, first, value) => {
    const [one, other] = [read.rows[first], read.rows[i]];
    if (one?.projectStated === false && other?.projectStated === false && list.unique.includes("id")) return;
    const problem = `项目 ${quoted(value)} 已在第 ${first + 1} 项申报`;
    problems.add(() => ({
      path: keyPath(indexPath(path, i), "project"),
      problem,
      expected: `一个项目在${list.label}里只能申报一次（不写项目的，项目即编号）`,
    }));
  });
}

function repeats(read: ReadList, key: string, report: (index: number, first: number, value: string) => void): void {
  const seen = new Map<unknown, number>();
  for (let i = 0; i < read.rows.length; i++) {
    const value = read.rows[i]?.[key] ?? null;
    if (value === null || read.bad?.[i]?.has(key)) continue;
    const first = seen.get(value);
    if (first === undefined) seen.set(value, i);
    else report(i, first, String(value));
  }
}
