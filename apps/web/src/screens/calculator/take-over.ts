/**
 * A dossier's facts as far as a policy has a place for them: a file's into the form, or one policy's facts into another's, where key and
 * type agree. What finds no place is named; nothing is dropped in silence. Pure.
 */
import type { Fact, FactKind, FactList, FactRecord, Policy } from "@zhengdui/policy";
import { isList, isRecord, type Json, type JsonRecord, pathText, stepsOf } from "../../parts/form/json.ts";
import { t } from "../../words/t.ts";
import type { Sheet } from "./desk.ts";

export interface LeftOut {
  /** Where it stands, in words where the policy it comes from is known, else as a path. */
  readonly what: string;
  readonly why: "no-place" | "other-kind" | "no-such-year";
}

export interface TakenOver {
  readonly dossier: JsonRecord;
  readonly skipped: readonly string[];
  readonly growing: readonly string[];
  readonly left: readonly LeftOut[];
  /** How many facts were taken. */
  readonly taken: number;
}

export function leftWords({ what, why }: LeftOut): string {
  if (why === "no-place") return what;
  return why === "other-kind" ? t("{what}（类型或选项不同）", { what }) : t("{what}（没有这个年度）", { what });
}

interface Walk {
  readonly from: Policy | null;
  readonly to: Policy;
  readonly left: LeftOut[];
  taken: number;
}

/** `from` null: a file, whose values may be wrong as long as they have a place; they are mended there. */
export function takeOver(
  from: Policy | null,
  to: Policy,
  { dossier, skipped, growing }: Pick<Sheet, "dossier" | "skipped" | "growing">,
): TakenOver {
  const walk: Walk = { from, to, left: [], taken: 0 };
  const taken: Record<string, Json> = { policy: to.id };
  const { policy: _, year, ...rest } = isRecord(dossier) ? dossier : {};
  const own = takeYear(walk, year);
  if (own !== undefined) taken.year = own;
  for (const [key, value] of Object.entries(rest)) {
    const found = takeGroup(walk, key, value);
    if (found !== undefined) taken[key] = found;
  }
  const kept = skipped.filter((path) => hasPlace(to, path));
  // What stands in every row of a list is named once.
  const left = [...new Map(walk.left.map((each) => [`${each.why} ${each.what}`, each])).values()];
  return { dossier: taken, skipped: kept, growing: growing.filter((list) => hasPlace(to, list)), left, taken: walk.taken };
}

function takeYear(walk: Walk, year: Json | undefined): Json | undefined {
  if (walk.from === null || walk.to.years.some((each) => each === year)) return year;
  if (year !== undefined) walk.left.push({ what: t("{year} 年度", { year: String(year) }), why: "no-such-year" });
  return walk.to.years.at(-1);
}

const groupsOf = (policy: Policy): readonly (FactRecord | FactList)[] => [...policy.facts.records, ...policy.facts.lists];
const groupIn = (policy: Policy, id: string) => groupsOf(policy).find((group) => group.id === id);

function takeGroup(walk: Walk, id: string, value: Json): Json | undefined {
  const record = walk.to.facts.records.find((each) => each.id === id);
  if (record !== undefined && isRecord(value)) return takeRecord(walk, record, value, true);
  const list = walk.to.facts.lists.find((each) => each.id === id);
  if (list !== undefined && isList(value)) return takeRows(walk, list, value);
  if (id === "settings" && isRecord(value)) return takeRecord(walk, { id, facts: [] }, value, true);
  leave(walk, id, value);
  return undefined;
}

function takeRows(walk: Walk, list: FactList, rows: readonly Json[]): Json {
  return rows.flatMap((row, i) => {
    if (isRecord(row)) return [takeRecord(walk, list, row, false)];
    leave(walk, pathText([list.id, i]), row);
    return [];
  });
}

function takeRecord(walk: Walk, group: Pick<FactRecord, "id" | "facts">, record: JsonRecord, inner: boolean): JsonRecord {
  const taken: Record<string, Json> = {};
  for (const [key, value] of Object.entries(record)) {
    const id = `${group.id}.${key}`;
    const fact = group.facts.find((each) => each.key === key);
    const list = inner ? walk.to.facts.lists.find((each) => each.id === id) : undefined;
    if (fact !== undefined) {
      if (agrees(walk, group.id, fact, value)) taken[key] = value;
      else if (value !== null) walk.left.push({ what: nameOf(walk, group.id, key), why: "other-kind" });
      if (key in taken && value !== null) walk.taken++;
    } else if (list !== undefined && isList(value)) taken[key] = takeRows(walk, list, value);
    else if (id === "settings.interpretations" && isRecord(value)) taken[key] = takeReadings(walk, value);
    else leave(walk, id, value);
  }
  return taken;
}

function takeReadings(walk: Walk, readings: JsonRecord): JsonRecord {
  const kept = Object.entries(readings).filter(([key, reading]) => {
    const found = walk.to.interpretations.find((each) => each.key === key);
    if (found?.readings.some(({ id }) => id === reading)) return true;
    const title = walk.from?.interpretations.find((each) => each.key === key)?.title ?? `settings.interpretations.${key}`;
    walk.left.push({ what: title, why: found === undefined ? "no-place" : "other-kind" });
    return false;
  });
  walk.taken += kept.length;
  return Object.fromEntries(kept);
}

/** Of a file every value goes into the form; of another policy only one of the same kind. */
function agrees({ from }: Walk, group: string, fact: Fact, value: Json): boolean {
  if (from === null) return true;
  const own = groupIn(from, group)?.facts.find(({ key }) => key === fact.key);
  return own !== undefined && kindsAgree(own.type, fact.type, value);
}

function kindsAgree(from: FactKind, to: FactKind, value: Json): boolean {
  if (from.kind !== to.kind) return false;
  if ("unit" in from && "unit" in to) return from.unit === to.unit;
  if (!("options" in to)) return true;
  const said = isList(value) ? value : value === null ? [] : [value];
  return said.every((each) => to.options.some(({ id }) => id === each));
}

/** An empty list or record is no loss; what it held is named once, however many rows. */
function leave(walk: Walk, id: string, value: Json): void {
  if (value === null || (isList(value) && value.length === 0)) return;
  const group = walk.from === null ? undefined : groupIn(walk.from, id);
  if (group === undefined) {
    const at = id.lastIndexOf(".");
    walk.left.push({ what: at < 0 ? id : nameOf(walk, id.slice(0, at), id.slice(at + 1)), why: "no-place" });
  } else if (isList(value))
    walk.left.push({ what: t("{label}（{n} 项）", { label: group.label, n: value.length }), why: "no-place" });
  else walk.left.push({ what: group.label, why: "no-place" });
}

function nameOf({ from }: Walk, group: string, key: string): string {
  const found = from === null ? undefined : groupIn(from, group);
  const fact = found?.facts.find((each) => each.key === key);
  return found === undefined || fact === undefined ? `${group}.${key}` : `${found.label} · ${fact.label}`;
}

function hasPlace(policy: Policy, path: string): boolean {
  const steps = stepsOf(path);
  const key = steps.at(-1);
  const group = steps.filter((step, i) => typeof step === "string" && i < steps.length - 1).join(".");
  return groupIn(policy, path) !== undefined || (groupIn(policy, group)?.facts.some((fact) => fact.key === key) ?? false);
}
