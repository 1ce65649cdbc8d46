/** By what the record is narrowed down. */
import { useState } from "react";
import { CheckedForm } from "../../../parts/office/checked-form.tsx";
import { Choice } from "../../../parts/office/choice.tsx";
import { DayField } from "../../../parts/office/day-field.tsx";
import { Field } from "../../../parts/office/field.tsx";
import type { RecordAsked } from "./record-asked.ts";
import { ACTION_CHOICES, OUTCOMES } from "./record-words.ts";

export interface RecordFiltersProps {
  readonly asked: RecordAsked;
  readonly onAsk: (asked: RecordAsked) => void;
}

export function RecordFilters({ asked, onAsk }: RecordFiltersProps) {
  const [typed, setTyped] = useState(asked);
  const field = (place: keyof RecordAsked) => ({
    value: typed[place] ?? "",
    onValue: (value: string) => setTyped({ ...typed, [place]: value }),
  });
  return (
    <CheckedForm
      className="office-bar"
      onSend={() => {
        const filled = Object.entries(typed).map(([place, value]) => [place, value.trim()] as const);
        onAsk(Object.fromEntries(filled.filter(([, value]) => value !== "")));
      }}
    >
      <Field label="登录名" autoCapitalize="none" spellCheck={false} {...field("login")} />
      <Field label="单位的统一社会信用代码" maxLength={18} {...field("unit")} />
      <Choice label="事项" options={[{ value: "", label: "全部" }, ...ACTION_CHOICES]} {...field("action")} />
      <Choice
        label="结果"
        options={[{ value: "", label: "全部" }, ...Object.entries(OUTCOMES).map(([value, label]) => ({ value, label }))]}
        {...field("outcome")}
      />
      <DayField label="从哪天" {...field("from")} />
      <DayField label="到哪天" {...field("to")} {...(typed.from && { min: typed.from })} />
      <button type="submit" className="button primary">
        筛选
      </button>
      {Object.keys(asked).length > 0 && (
        <button type="button" className="button" onClick={() => onAsk({})}>
          去掉条件
        </button>
      )}
    </CheckedForm>
  );
}
