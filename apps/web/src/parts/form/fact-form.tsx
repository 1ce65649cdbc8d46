/** A whole dossier as a form, from the policy's declaration of facts alone: records, lists, and lists inside records. */

import type { FactList, FactRecord, FactSchema } from "@zhengdui/policy";
import type { ReactNode } from "react";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, t } from "../../words/t.ts";
import { FactGroup } from "./fact-group.tsx";
import { groupName } from "./fact-name.ts";
import { FactRows } from "./fact-rows.tsx";
import { Fold } from "./fold.tsx";
import { type FormContext, hasProblem, isWithin } from "./form-context.ts";
import { getAt, isList, isRecord } from "./json.ts";
import { newRow } from "./typed.ts";

export interface FactFormProps {
  readonly schema: FactSchema;
  readonly form: FormContext;
  /** What stands beside a heading: the clause that asks for it. "" for none. */
  readonly noteOf: (id: string) => string;
  /** Drawn inside the record of this id, below its facts. */
  readonly extra?: { readonly record: string; readonly content: ReactNode };
}

type Section = { readonly kind: "record"; readonly record: FactRecord } | { readonly kind: "list"; readonly list: FactList };

export function FactForm({ schema, form, noteOf, extra }: FactFormProps) {
  return (
    <div className="form">
      {sectionsOf(schema).map((section) => {
        const { id, label } = section.kind === "record" ? section.record : section.list;
        const count = countOf(section, form, schema);
        const force = hasProblem(form, [id]) || (form.revealed !== null && isWithin(form.revealed, id));
        return (
          <Fold
            key={id}
            className="section"
            open={count !== ""}
            force={force}
            summary={
              <span className="section-head">
                <span className="section-label">
                  <Mixed of={groupName({ id, label })} />
                </span>
                {count === "" || count === "·" ? null : <span className="section-count">{count}</span>}
                <span className="section-note" lang={chinese()}>
                  {noteOf(id)}
                </span>
              </span>
            }
          >
            <div className="section-body">
              {section.kind === "list" ? (
                <FactRows list={section.list} form={form} />
              ) : (
                <RecordBody record={section.record} schema={schema} form={form} />
              )}
              {extra?.record === id ? extra.content : null}
            </div>
          </Fold>
        );
      })}
    </div>
  );
}

function RecordBody({
  record,
  schema,
  form,
}: {
  readonly record: FactRecord;
  readonly schema: FactSchema;
  readonly form: FormContext;
}) {
  const nested = schema.lists.filter((list) => list.id.startsWith(`${record.id}.`));
  const there = isRecord(getAt(form.dossier, [record.id]));
  // A record of optional facts alone needs no beginning.
  const begins = !record.required && (nested.length > 0 || record.facts.some((fact) => !fact.presence.startsWith("optional")));
  if (begins && !there)
    return (
      <button
        type="button"
        className="button quiet add"
        onClick={() => form.change([record.id], newRecord(record, nested), t("添加{name}", { name: groupName(record) }))}
      >
        <span aria-hidden="true">＋</span> <Mixed of={t("添加{name}", { name: groupName(record) })} />
      </button>
    );
  return (
    <>
      <FactGroup key={String(there)} facts={record.facts} checks={record.checks} at={[record.id]} form={form} />
      {nested.map((list) => (
        <section key={list.id} className="nested">
          <h3>
            <Mixed of={groupName(list)} />
          </h3>
          <FactRows list={list} form={form} />
        </section>
      ))}
      {begins ? (
        <button
          type="button"
          className="button quiet remove"
          onClick={() => form.change([record.id], undefined, t("删除{name}", { name: groupName(record) }))}
        >
          <Mixed of={t("删除{name}", { name: groupName(record) })} />
        </button>
      ) : null}
    </>
  );
}

const newRecord = (record: FactRecord, nested: readonly FactList[]) => {
  const row = newRow(record.facts, []);
  const lists = Object.fromEntries(nested.map((list) => [list.id.slice(record.id.length + 1), []]));
  return isRecord(row) ? { ...row, ...lists } : row;
};

/** "2 项" of a list; "·" of a record that is there; "" of what isn't. */
function countOf(section: Section, form: FormContext, schema: FactSchema): string {
  if (section.kind === "list") {
    const rows = getAt(form.dossier, [section.list.id]);
    return isList(rows) && rows.length > 0 ? t("{n} 项", { n: rows.length }) : "";
  }
  const { record } = section;
  const nested = schema.lists.some((list) => list.id.startsWith(`${record.id}.`));
  if (record.required) return "·";
  return nested && isRecord(getAt(form.dossier, [record.id])) ? "·" : "";
}

/** Required records first; a record with lists of its own where the first of them stands; the other records last. */
function sectionsOf(schema: FactSchema): readonly Section[] {
  const owner = (list: FactList) => schema.records.find((record) => list.id.startsWith(`${record.id}.`));
  const owners = new Set(schema.lists.map(owner));
  const record = (each: FactRecord): Section => ({ kind: "record", record: each });
  const middle = schema.lists.flatMap((list, i): Section[] => {
    const of = owner(list);
    if (of === undefined) return [{ kind: "list", list }];
    return schema.lists.findIndex((other) => owner(other) === of) === i ? [record(of)] : [];
  });
  const loose = schema.records.filter((each) => !owners.has(each));
  return [...loose.filter((r) => r.required).map(record), ...middle, ...loose.filter((r) => !r.required).map(record)];
}
