/**
 * The answers as a dossier of the contract, to export: a record that may be absent, and of which nothing was stated, is absent; what may be
 * unknown and wasn't asked is not known.
 */
import type { Fact, Policy } from "@zhengdui/policy";
import { isObject, type RawObject } from "../intake/row-reader.ts";
import type { Answers } from "./answers.ts";

export function asDossier(policy: Policy, { dossier }: Answers): RawObject {
  const records = new Map(policy.facts.records.map((record) => [record.id, record]));
  const lists = new Map(policy.facts.lists.map((list) => [list.id, list.facts]));
  const listOf = (id: string, raw: unknown): unknown => {
    const facts = lists.get(id);
    return facts !== undefined && Array.isArray(raw) ? raw.map((row: unknown) => withUnknown(facts, row)) : raw;
  };
  const kept = Object.entries(dossier).flatMap(([key, raw]) => {
    const record = records.get(key);
    if (record === undefined || !isObject(raw)) return [[key, listOf(key, raw)]];
    if (!record.required && isBlank(raw)) return [];
    const own = Object.entries(raw).map(([inner, value]) => [inner, listOf(`${key}.${inner}`, value)]);
    return [[key, withUnknown(record.facts, Object.fromEntries(own))]];
  });
  const missing = policy.facts.records.filter(({ id, required }) => required && dossier[id] === undefined);
  const blank = missing.map(({ id, facts }) => [id, withUnknown(facts, {})]);
  return { policy: policy.id, ...Object.fromEntries([...kept, ...blank]) };
}

function withUnknown(facts: readonly Fact[], row: unknown): unknown {
  if (!isObject(row)) return row;
  const unknown = facts.filter(({ presence, key }) => presence === "unknowable" && row[key] === undefined);
  return unknown.length === 0 ? row : { ...row, ...Object.fromEntries(unknown.map(({ key }) => [key, null])) };
}

const isBlank = (record: RawObject): boolean =>
  Object.values(record).every((value) => value === undefined || value === null || (Array.isArray(value) && value.length === 0));
