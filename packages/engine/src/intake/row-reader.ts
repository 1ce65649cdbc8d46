/** Reads one object of a dossier (a record, or an item of a list) into a row whose keys stand in declared order. */
import { nearest, type Problem } from "@zhengdui/basics";
import type { Fact } from "@zhengdui/policy";
import type { Ratio, Row, Value } from "../dossier.ts";
import { describe } from "./describe.ts";
import { keyPath } from "./dossier-path.ts";
import type { ProblemList } from "./problem-list.ts";
import type { Fault } from "./value-fault.ts";
import { type ValueReader, valueReader } from "./value-reader.ts";

export type RawObject = Readonly<Record<string, unknown>>;
export type MutableRow = Record<string, Value>;
/** The keys of a row that could not be read: no check between facts may rely on them. */
export type BadKeys = ReadonlySet<string>;

interface FactReader {
  readonly fact: Fact;
  readonly key: string;
  /** May the key be missing? May it be null? */
  readonly missingOk: boolean;
  readonly nullOk: boolean;
  readonly value: ValueReader;
}

export interface RowReader {
  /** A row in which every fact is absent; rows are copies of it, so that all of them have one shape in memory. */
  readonly template: Row;
  readonly facts: readonly FactReader[];
  readonly allKeys: BadKeys;
  /** Keys that may stand in the object: the facts' and `others`. */
  readonly known: ReadonlySet<string>;
}

const NO_OPTIONS: readonly string[] = Object.freeze([]);
const NOUGHT: Ratio = Object.freeze({ n: 0n, d: 1n });

export function rowReader(facts: readonly Fact[], others: readonly string[], extra: Readonly<Record<string, Value>>): RowReader {
  const template: MutableRow = {};
  for (const fact of facts) template[fact.key] = absentValue(fact);
  Object.assign(template, extra);
  return {
    template,
    facts: facts.map((fact) => ({
      fact,
      key: fact.key,
      missingOk: fact.presence === "optional" || fact.presence === "optional-unknown",
      nullOk: fact.presence !== "required",
      value: valueReader(fact.type),
    })),
    allKeys: new Set([...facts.map((fact) => fact.key), ...Object.keys(extra)]),
    known: new Set([...facts.map((fact) => fact.key), ...others]),
  };
}

/** What stands for a fact that isn't given: no option, false or 0 where absence means "no", else null. */
function absentValue(fact: Fact): Value {
  if (fact.type.kind === "options") return NO_OPTIONS;
  if (fact.presence !== "optional") return null;
  switch (fact.type.kind) {
    case "boolean":
      return false;
    case "money":
    case "count":
      return 0;
    case "decimal":
      return NOUGHT;
    case "rate":
    case "date":
    case "month":
    case "year":
    case "text":
    case "uscc":
    case "industry":
    case "option":
      return null;
  }
}

export const isObject = (raw: unknown): raw is RawObject => typeof raw === "object" && raw !== null && !Array.isArray(raw);

/** Fills `row` from `raw`. `path` is called only where something is wrong. Null: every key could be read. */
export function readFacts(
  reader: RowReader,
  raw: RawObject,
  row: MutableRow,
  path: () => string,
  problems: ProblemList,
): BadKeys | null {
  let bad: Set<string> | null = null;
  let present = 0;
  for (const fact of reader.facts) {
    const given = raw[fact.key];
    if (given !== undefined) present++;
    if (given === undefined || given === null) {
      if (given === null ? fact.nullOk : fact.missingOk) continue;
      problems.add(() => absence(fact, given, path()));
    } else {
      const value = fact.value.read(given);
      if (value !== undefined) {
        row[fact.key] = value;
        continue;
      }
      for (const fault of fact.value.faults(given)) problems.add(() => faultProblem(fact, fault, path()));
    }
    bad ??= new Set();
    bad.add(fact.key);
  }
  reportUnknown(reader, raw, present, path, problems);
  return bad;
}

/** As many keys as facts were found: none of them is unknown, and no name need be looked up. */
function reportUnknown(reader: RowReader, raw: RawObject, present: number, path: () => string, problems: ProblemList): void {
  let keys = 0;
  for (const _key in raw) keys++;
  if (keys === present) return;
  for (const key in raw) if (!reader.known.has(key)) problems.add(() => unknownKey(path(), key, reader.known));
}

const faultProblem = (fact: FactReader, fault: Fault, path: string): Problem => ({
  path: `${keyPath(path, fact.key)}${fault.suffix}`,
  problem: `${fact.fact.label}：${fault.problem}`,
  expected: fault.expected,
});

function absence(fact: FactReader, given: unknown, path: string) {
  const expected = `必须填写：${fact.value.expected}${fact.nullOk ? "；尚不知道或没有的写 null" : ""}`;
  return {
    path: keyPath(path, fact.key),
    problem: `${fact.fact.label}：${given === null ? "不能为 null" : "缺少这一项"}`,
    expected,
  };
}

export function unknownKey(path: string, key: string, known: ReadonlySet<string>) {
  const close = nearest(key.slice(0, 100), [...known]);
  const expected = close === null ? `可用的名称：${[...known].join("、")}` : `是否应为 ${close}`;
  return { path: keyPath(path, key), problem: "没有这个名称的项", expected };
}

export function wrongShape(path: string, raw: unknown, label: string, shape: "对象" | "数组") {
  return {
    path,
    problem: `${label}：应为${shape}，收到${describe(raw)}`,
    expected: shape === "对象" ? "应为对象 { … }" : "应为数组 [ … ]，没有的不写或写 []",
  };
}
