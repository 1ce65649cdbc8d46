/** A list of the dossier: its rows, each folded to one line, with a way to add and to take away. */

import type { FactList } from "@zhengdui/policy";
import { useEffect, useState } from "react";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, t } from "../../words/t.ts";
import { FactGroup } from "./fact-group.tsx";
import { groupName } from "./fact-name.ts";
import { Fold } from "./fold.tsx";
import { type FormContext, hasProblem, isWithin, problemsOf } from "./form-context.ts";
import { getAt, isList, type Json, type Path, pathText } from "./json.ts";
import { rowTitle } from "./row-title.ts";
import { newRow } from "./typed.ts";

const PAGE = 40;
const OPEN_AT_MOST = 2;

export function FactRows({ list, form }: { readonly list: FactList; readonly form: FormContext }) {
  const at: Path = list.id.split(".");
  const value = getAt(form.dossier, at);
  const rows = isList(value) ? value : [];
  const [shown, setShown] = useState(PAGE);
  const [added, setAdded] = useState<number | null>(null);
  const first = list.facts[0]?.key ?? "";
  useEffect(() => {
    if (added !== null) document.getElementById(`field:${pathText([...list.id.split("."), added, first])}`)?.focus();
  }, [added, list.id, first]);
  const own = problemsOf(form, at);
  const add = () => {
    setAdded(rows.length);
    setShown((n) => Math.max(n, rows.length + 1));
    form.change([...at, rows.length], newRow(list.facts, rows), t("添加{name}", { name: groupName(list) }));
  };
  return (
    <div className="rows">
      {own.map((problem) => (
        <p key={problem.problem} className="field-problem" lang={chinese()}>
          {problem.problem}
        </p>
      ))}
      {rows.slice(0, shown).map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name that stays while its id is typed
        <FactRow key={i} list={list} row={row} index={i} form={form} open={rows.length <= OPEN_AT_MOST || i === added} />
      ))}
      {rows.length <= shown ? null : (
        <button type="button" className="button quiet" onClick={() => setShown(shown + PAGE)}>
          {t("再显示 {n} 项（共 {all} 项）", { n: Math.min(PAGE, rows.length - shown), all: rows.length })}
        </button>
      )}
      <button type="button" className="button quiet add" onClick={add}>
        <span aria-hidden="true">＋</span> <Mixed of={t("添加{name}", { name: groupName(list) })} />
      </button>
    </div>
  );
}

interface FactRowProps {
  readonly list: FactList;
  readonly row: Json;
  readonly index: number;
  readonly form: FormContext;
  readonly open: boolean;
}

function FactRow({ list, row, index, form, open }: FactRowProps) {
  const at: Path = [...list.id.split("."), index];
  const { name, digest } = rowTitle(list, row, index);
  const force = hasProblem(form, at) || (form.revealed !== null && isWithin(form.revealed, pathText(at)));
  return (
    <Fold
      className="row"
      open={open}
      force={force}
      summary={
        <span className="row-title">
          <span className="row-name">
            <Mixed of={name} />
          </span>
          <span className="row-digest">
            <Mixed of={digest} />
          </span>
        </span>
      }
    >
      <FactGroup facts={list.facts} checks={list.checks} at={at} form={form} />
      <button type="button" className="button quiet remove" onClick={() => form.change(at, undefined, t("删除{name}", { name }))}>
        {t("删除")}
        <span className="visually-hidden">
          <Mixed of={` ${name}`} />
        </span>
      </button>
    </Fold>
  );
}
