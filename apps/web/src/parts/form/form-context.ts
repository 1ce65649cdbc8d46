/** What every field of a form needs: the dossier, its problems by path, and the one way to change it. */
import type { Problem } from "@zhengdui/basics";
import { type Json, type Path, pathText } from "./json.ts";

export interface FormContext {
  readonly dossier: Json;
  readonly problemsAt: ReadonlyMap<string, readonly Problem[]>;
  /** A path to be unfolded, as "不合格的第一处"; null: none. */
  readonly revealed: string | null;
  /** undefined takes the key or row away. `label` names the change for undo. */
  readonly change: (path: Path, value: Json | undefined, label: string) => void;
}

const NONE: readonly Problem[] = [];

export const problemsOf = (form: FormContext, path: Path): readonly Problem[] => form.problemsAt.get(pathText(path)) ?? NONE;

export function problemsByPath(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const by = new Map<string, Problem[]>();
  for (const problem of problems) by.set(problem.path, [...(by.get(problem.path) ?? []), problem]);
  return by;
}

/** Is there a problem at this path or below it? */
export function hasProblem(form: FormContext, path: Path): boolean {
  const text = pathText(path);
  for (const at of form.problemsAt.keys()) if (isWithin(at, text)) return true;
  return false;
}

export const isWithin = (path: string, above: string): boolean =>
  path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
