/**
 * A dossier that the reader takes is whole: by the contract, a list or an optional fact that isn't there means none, or no. Written out, the
 * conversation knows it, too, and asks nothing of it again. Pure.
 */
import type { Fact, Policy } from "@zhengdui/policy";
import { getAt, isList, isRecord, type Json, type JsonRecord, type Path, setAt } from "../../parts/form/json.ts";

export function wholeDossier({ facts: { records, lists } }: Policy, dossier: Json): Json {
  let whole = dossier;
  const put = (at: Path, value: Json) => {
    whole = setAt(whole, at, value);
  };
  for (const { id, facts } of records) {
    const at = id.split(".");
    const record = getAt(dossier, at);
    if (isRecord(record)) put(at, withUnsaid(facts, record));
  }
  for (const { id, facts } of lists) {
    const at = id.split(".");
    // A list within a record that isn't there is no more than the record.
    const rows = getAt(whole, at) ?? [];
    if (isList(rows))
      put(
        at,
        rows.map((row) => (isRecord(row) ? withUnsaid(facts, row) : row)),
      );
  }
  return whole;
}

function withUnsaid(facts: readonly Fact[], record: JsonRecord): JsonRecord {
  const unsaid = facts.filter(({ key, presence }) => presence.startsWith("optional") && record[key] === undefined);
  return { ...record, ...Object.fromEntries(unsaid.map(({ key }) => [key, null])) };
}
