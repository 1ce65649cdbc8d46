/** The rules between facts (`check` blocks of facts.md), run where every fact they read could be read. */
import { type Expr, walk } from "@zhengdui/feel";
import type { Check } from "@zhengdui/policy";
import type { Prepared, Row } from "../dossier.ts";
import { keyPath } from "./dossier-path.ts";
import type { ProblemList } from "./problem-list.ts";
import type { BadKeys } from "./row-reader.ts";

/** Does the test hold for this row (null: for the dossier's records alone)? null: not known, which is no breach. */
export type Holds = (test: Expr, dossier: Prepared, row: Row | null) => boolean | null;

export interface FactCheck {
  readonly check: Check;
  readonly itemKeys: readonly string[];
  readonly recordKeys: readonly { readonly record: string; readonly key: string }[];
  readonly readsEnv: boolean;
}

/** What could not be read of the dossier as a whole. */
export interface Unread {
  readonly records: ReadonlyMap<string, BadKeys> | null;
  /** The year, or an interpretation's reading. */
  readonly env: boolean;
}

export function factCheck(check: Check): FactCheck {
  const itemKeys = new Set<string>();
  const recordKeys: { record: string; key: string }[] = [];
  let readsEnv = false;
  walk(check.test, (e) => {
    if (e.op === "env" || e.op === "reading") readsEnv = true;
    if (e.op !== "fact") return;
    if (e.of === "item") itemKeys.add(e.key);
    else recordKeys.push({ record: e.of, key: e.key });
  });
  return { check, itemKeys: [...itemKeys], recordKeys, readsEnv };
}

/** Do the records and the year that the check reads stand fast? The same for every row of a list. */
export function isRunnable(check: FactCheck, unread: Unread): boolean {
  if (check.readsEnv && unread.env) return false;
  const { records } = unread;
  return records === null || !check.recordKeys.some(({ record, key }) => records.get(record)?.has(key));
}

export function runCheck(
  check: FactCheck,
  dossier: Prepared,
  row: Row | null,
  bad: BadKeys | null,
  path: () => string,
  holds: Holds,
  problems: ProblemList,
): void {
  if (bad !== null && check.itemKeys.some((key) => bad.has(key))) return;
  if (holds(check.check.test, dossier, row) !== false) return;
  problems.add(() => ({ path: keyPath(path(), check.check.at), problem: check.check.problem, expected: check.check.expected }));
}
