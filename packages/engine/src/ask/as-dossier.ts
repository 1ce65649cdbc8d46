/** The answers as a dossier of the contract, to export: a record that may be absent, and of which nothing was stated, is absent. */
import type { Policy } from "@zhengdui/policy";
import { isObject, type RawObject } from "../intake/row-reader.ts";
import type { Answers } from "./answers.ts";

export function asDossier(policy: Policy, { dossier }: Answers): RawObject {
  const optional = new Set(policy.facts.records.filter(({ required }) => !required).map(({ id }) => id));
  const kept = Object.entries(dossier).filter(([key, value]) => !(optional.has(key) && isObject(value) && isBlank(value)));
  return { ...Object.fromEntries(kept), policy: policy.id };
}

const isBlank = (record: RawObject): boolean =>
  Object.values(record).every((value) => value === undefined || value === null || (Array.isArray(value) && value.length === 0));
