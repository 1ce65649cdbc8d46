/** The answers as the engine takes them, and changes tried on them that touch nothing on the desk. */
import type { Answers } from "@zhengdui/engine";
import { getAt, isList, isRecord, type Json, type Path, pathText, setAt } from "../../../parts/form/json.ts";

/** What lies on the desk. */
export interface Answered {
  readonly dossier: Json;
  readonly skipped: readonly string[];
  readonly growing?: readonly string[];
  readonly whole?: boolean;
}

export const answersOf = ({ dossier, skipped, growing = [], whole = false }: Answered): Answers => ({
  dossier: isRecord(dossier) ? dossier : {},
  skipped,
  growing,
  whole,
});

/** A fact that was "not known" is known then. */
export const withValue = (now: Answered, path: Path, value: Json): Answered => ({
  ...now,
  dossier: setAt(now.dossier, path, value),
  skipped: now.skipped.filter((each) => each !== pathText(path)),
});

/** Without the rows of a list for which `isGone`; what was "not known" of the others moves up with them. */
export function withoutRows(now: Answered, list: string, isGone: (row: Json) => boolean): Answered {
  const path = list.split(".");
  const rows = getAt(now.dossier, path);
  if (!isList(rows)) return now;
  const places = new Map<number, number>();
  for (const [i, row] of rows.entries()) if (!isGone(row)) places.set(i, places.size);
  if (places.size === rows.length) return now;
  const kept = rows.filter((_, i) => places.has(i));
  const skipped = now.skipped.flatMap((each) => moved(each, list, places));
  return { ...now, dossier: setAt(now.dossier, path, kept), skipped };
}

function moved(path: string, list: string, places: ReadonlyMap<number, number>): string[] {
  const row = path.startsWith(`${list}[`) ? Number.parseInt(path.slice(list.length + 1), 10) : Number.NaN;
  if (Number.isNaN(row)) return [path];
  const to = places.get(row);
  return to === undefined ? [] : [`${list}[${to}]${path.slice(path.indexOf("]", list.length) + 1)}`];
}
