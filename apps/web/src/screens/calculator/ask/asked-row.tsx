/** One row of a list while it is asked: the cells that matter. */

import { neededWhen } from "@zhengdui/engine";
import type { Check, Fact } from "@zhengdui/policy";
import { FactInput } from "../../../parts/form/fact-input.tsx";
import { factName } from "../../../parts/form/fact-name.ts";
import { type FormContext, problemsOf } from "../../../parts/form/form-context.ts";
import { isRecord, type Json, pathText } from "../../../parts/form/json.ts";
import { t } from "../../../words/t.ts";
import { type AskedRows, isStated } from "./asked-rows.ts";

export interface AskedRowProps {
  readonly asked: AskedRows;
  /** Of the list: some facts must be there where others say so. */
  readonly checks: readonly Check[];
  readonly index: number;
  readonly form: FormContext;
  readonly skipped: readonly string[];
  readonly label: string;
  /** Somebody wanted to go on: what waits is marked. */
  readonly tried: boolean;
}

export function AskedRow({ asked, checks, index, form, skipped, label, tried }: AskedRowProps) {
  const { at, rows, columns, isOpen } = asked;
  const row: Json | undefined = rows[index];
  const isShown = ({ key }: Fact) => isOpen(index, key) || isStated(row, key) || skipped.includes(pathText([...at, index, key]));
  return (
    <li>
      <fieldset className="asked-row">
        <legend className="asked-row-name">{t("第 {n} 项", { n: index + 1 })}</legend>
        <div className="fields">
          {columns.filter(isShown).map((fact) => {
            const path = [...at, index, fact.key];
            const waits = tried && fact.presence !== "optional" && isOpen(index, fact.key);
            return (
              <div key={fact.key} className={waits ? "asked-cell asked-cell-open" : "asked-cell"}>
                <FactInput
                  fact={fact}
                  needed={neededWhen(checks, fact.key)}
                  path={pathText(path)}
                  value={isRecord(row) ? row[fact.key] : undefined}
                  problems={isStated(row, fact.key) ? problemsOf(form, path) : []}
                  onChange={(said) => form.change(path, said, factName(fact))}
                />
                {fact.key === "project" ? (
                  <p className="field-hint">{t("与别处属于同一个项目的，几处写同一个名称；各自独立的不用写")}</p>
                ) : null}
              </div>
            );
          })}
        </div>
        <button
          type="button"
          className="button quiet remove"
          onClick={(event) => {
            // The button goes with its row: the question is where to go on.
            event.currentTarget.form?.querySelector("h2")?.focus();
            form.change([...at, index], undefined, label);
          }}
        >
          {t("删除这一项")}
          <span className="visually-hidden">{`${t("：")}${index + 1}`}</span>
        </button>
      </fieldset>
    </li>
  );
}
