/** Where rows of a spreadsheet are pasted: says in which order the columns are read, and which it doesn't know. */

import type { Fact, FactList } from "@zhengdui/policy";
import { useId } from "react";
import { focusOn } from "../../../parts/focus-on.ts";
import { factName } from "../../../parts/form/fact-name.ts";
import type { Json } from "../../../parts/form/json.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import { pastedRows, pasteOrder } from "./pasted-rows.ts";

export interface PastePanelProps {
  readonly list: FactList;
  readonly columns: readonly Fact[];
  readonly onPaste: (rows: readonly Readonly<Record<string, Json>>[]) => void;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onCancel: () => void;
}

export function PastePanel({ list, columns, text, onType, onPaste, onCancel }: PastePanelProps) {
  const id = useId();
  const ordered = pasteOrder(list.facts, columns);
  const order = ordered.map(factName).join(t("、"));
  const { rows, unknown, beyond } = pastedRows(text, ordered, list.facts);
  const names = unknown.join(t("、"));
  return (
    <div className="paste">
      <label htmlFor={id}>
        <Mixed of={t("把表格里的行复制到这里。第一行写列名；不写列名时按这个顺序：{order}", { order })} />
      </label>
      <textarea id={id} className="input" rows={5} value={text} ref={focusOn} onChange={(event) => onType(event.target.value)} />
      {unknown.length === 0 ? null : (
        <p className="field-problem">
          <Mixed
            of={
              rows.length > 0
                ? t("没有这些列，不会读入：{names}", { names })
                : t("这些列名认不出：{names}。请把第一行改成：{order}", { names, order })
            }
          />
        </p>
      )}
      {beyond === 0 ? null : (
        <p className="field-problem">{t("有 {n} 格在最后一列之后，不会读入；请在第一行写列名。", { n: beyond })}</p>
      )}
      <div className="question-actions">
        <button type="button" className="button primary" disabled={rows.length === 0} onClick={() => onPaste(rows)}>
          {t("加入 {n} 行", { n: rows.length })}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {t("取消")}
        </button>
      </div>
    </div>
  );
}
