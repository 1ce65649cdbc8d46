/** Rows beside the enterprise file: who isn't in it, and who is called otherwise there. */
import { atOnce, type Problem, type Steps } from "@zhengdui/basics";
import { folded } from "../sheet/sheet-cell.ts";
import type { RegisterKind, RegisterRow } from "./register-kind.ts";

export interface FileComparison {
  /** Once each; the name is what the row says. */
  readonly unknown: readonly { readonly uscc: string; readonly name: string; readonly place: number }[];
  /** Unknown ones where the kind refuses them. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

export const compareWithFile = (...of: Parameters<typeof compareInSteps>): FileComparison => atOnce(compareInSteps(...of));

/** So many rows are compared in one step. */
const STEP_ROWS = 250;

/** `known`: names of the enterprise file by credit code. */
export function* compareInSteps(
  kind: RegisterKind,
  sheet: string,
  rows: readonly RegisterRow[],
  known: ReadonlyMap<string, string>,
): Steps<FileComparison> {
  const unknown = new Map<string, { readonly uscc: string; readonly name: string; readonly place: number }>();
  const warnings: string[] = [];
  const problems: Problem[] = [];
  for (const [at, { uscc, name, place }] of rows.entries()) {
    if (at % STEP_ROWS === 0) yield;
    if (uscc === null) continue;
    const filed = known.get(uscc);
    if (filed === undefined) {
      if (!unknown.has(uscc)) unknown.set(uscc, { uscc, name: name ?? uscc, place });
      if (kind.unknownEnterprise === "refuse") problems.push(notInFile(kind, sheet, place, uscc));
    } else if (name !== null && folded(name) !== folded(filed)) {
      warnings.push(`第 ${place} 行：${uscc} 在名单里是“${name}”，在企业档案里是“${filed}”。`);
    }
  }
  return { unknown: [...unknown.values()], problems, warnings };
}

/** The sheet's column isn't known here: the place is the row. */
const notInFile = (kind: RegisterKind, sheet: string, place: number, uscc: string): Problem => ({
  path: `${sheet}!${place}:${place}`,
  problem: `企业档案里没有 ${uscc}`,
  expected: `先在企业档案登记，再导入${kind.title}；或核对信用代码`,
});
