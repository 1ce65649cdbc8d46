/** Takes rows copied from a spreadsheet. */
import type { Fact, FactList } from "@zhengdui/policy";
import { useId, useState } from "react";
import type { Json } from "../../../parts/form/json.ts";
import { t } from "../../../words/t.ts";
import { pastedRows } from "./pasted-rows.ts";

export interface PasteRowsProps {
  readonly list: FactList;
  readonly columns: readonly Fact[];
  readonly onPaste: (rows: readonly Readonly<Record<string, Json>>[]) => void;
}

export function PasteRows({ list, columns, onPaste }: PasteRowsProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const id = useId();
  const order = columns.map(({ label }) => label).join("、");
  if (!open)
    return (
      <button type="button" className="button quiet" onClick={() => setOpen(true)}>
        {t("从表格粘贴")}
      </button>
    );
  const { rows, unknown } = pastedRows(text, columns, list.facts);
  return (
    <div className="paste">
      <label htmlFor={id}>{t("把表格里的行复制到这里。第一行写列名；不写列名时按这个顺序：{order}", { order })}</label>
      {/* biome-ignore lint/a11y/noAutofocus: it was opened to type into */}
      <textarea id={id} className="input" rows={5} value={text} autoFocus onChange={(event) => setText(event.target.value)} />
      {unknown.length === 0 ? null : (
        <p className="field-problem">{t("没有这些列，不会读入：{names}", { names: unknown.join("、") })}</p>
      )}
      <div className="question-actions">
        <button
          type="button"
          className="button primary"
          disabled={rows.length === 0}
          onClick={() => {
            onPaste(rows);
            setOpen(false);
            setText("");
          }}
        >
          {t("加入 {n} 行", { n: rows.length })}
        </button>
        <button type="button" className="button quiet" onClick={() => setOpen(false)}>
          {t("取消")}
        </button>
      </div>
    </div>
  );
}
