/** A dossier as it is typed: plain JSON, perhaps incomplete. Reading and changing it by path, never in place. */

export type Json = null | boolean | number | string | readonly Json[] | JsonRecord;
export interface JsonRecord {
  readonly [key: string]: Json;
}
export type Path = readonly (string | number)[];

export const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** `softwarePurchases[0].paidOn`, as problems write it. */
export const pathText = (path: Path): string =>
  path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("");

/** `a.b[2].c` → a, b, 2, c: the way back. */
export const stepsOf = (path: string): Path =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

export function getAt(root: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((at, step) => {
    if (typeof step === "number") return isList(at) ? at[step] : undefined;
    return isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, root);
}

/** With `value` at `path`; undefined takes the key, or the row of a list, away. Missing records and lists are made on the way. */
export function setAt(root: Json | undefined, path: Path, value: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (typeof step === "number") {
    const list = isList(root) ? [...root] : [];
    if (rest.length === 0 && value === undefined) list.splice(step, 1);
    else list[step] = setAt(list[step], rest, value);
    return list;
  }
  const record: Record<string, Json> = isRecord(root) ? { ...root } : {};
  if (rest.length === 0 && value === undefined) delete record[step];
  else record[step] = setAt(record[step], rest, value);
  return record;
}
