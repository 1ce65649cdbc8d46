/** Reads settings.interpretations: which reading of an open clause the dossier asks for; the first of each is the default. */
import { nearest } from "@zhengdui/basics";
import type { Interpretation } from "@zhengdui/policy";
import { describe } from "./describe.ts";
import { keyPath } from "./dossier-path.ts";
import type { ProblemList } from "./problem-list.ts";
import { isObject, unknownKey, wrongShape } from "./row-reader.ts";

export interface ReadingChoice {
  readonly defaults: Readonly<Record<string, string>>;
  readonly readings: ReadonlyMap<string, readonly string[]>;
  readonly keys: ReadonlySet<string>;
}

export function readingChoice(interpretations: readonly Interpretation[]): ReadingChoice {
  const readings = new Map(interpretations.map((i) => [i.key, i.readings.map((reading) => reading.id)]));
  const defaults = Object.fromEntries(interpretations.map((i) => [i.key, i.readings[0]?.id ?? ""]));
  return { defaults, readings, keys: new Set(readings.keys()) };
}

/** undefined: a problem was reported. */
export function readReadings(
  choice: ReadingChoice,
  raw: unknown,
  path: string,
  problems: ProblemList,
): Readonly<Record<string, string>> | undefined {
  if (raw === undefined || raw === null) return choice.defaults;
  if (!isObject(raw)) {
    problems.add(() => wrongShape(path, raw, "条款理解", "对象"));
    return undefined;
  }
  const taken = { ...choice.defaults };
  let good = true;
  for (const key in raw) {
    const value = raw[key];
    const readings = choice.readings.get(key);
    if (readings === undefined) {
      good = false;
      problems.add(() => unknownKey(path, key, choice.keys));
    } else if (typeof value === "string" && readings.includes(value)) taken[key] = value;
    else if (value !== null && value !== undefined) {
      good = false;
      problems.add(() => unknownReading(keyPath(path, key), value, readings));
    }
  }
  return good ? taken : undefined;
}

function unknownReading(path: string, value: unknown, readings: readonly string[]) {
  const close = typeof value === "string" ? nearest(value, readings) : null;
  const offer = close === null ? "" : `；是否应为 ${close}`;
  return { path, problem: `没有这种理解，收到${describe(value)}`, expected: `应为 ${readings.join("、")} 之一${offer}` };
}
