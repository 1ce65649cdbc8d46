/** What is asked of an event: its kind, its day, what the kind needs besides, the reason and the paper that proves it. */
import { type EnterpriseEventKind, EVENT_LABELS } from "@zhengdui/casework";
import { Choice } from "../../../parts/office/choice.tsx";
import { DayField } from "../../../parts/office/day-field.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { FileField } from "../../../parts/office/file-field.tsx";
import { TownChoice } from "../../../parts/office/town-choice.tsx";
import { WordsField } from "../../../parts/office/words-field.tsx";
import type { EventDraft } from "./event-draft.ts";

export const EVENT_PATHS = ["kind", "on", "name", "into", "territory", "reason", "evidence"];

export interface EventFieldsProps {
  readonly uscc: string;
  readonly kinds: readonly EnterpriseEventKind[];
  readonly draft: EventDraft;
  readonly onDraft: (draft: EventDraft) => void;
  readonly error: unknown;
}

export function EventFields({ uscc, kinds, draft, onDraft, error }: EventFieldsProps) {
  const field = (key: "on" | "name" | "into" | "territory" | "reason") => ({
    value: draft[key],
    onValue: (value: string) => onDraft({ ...draft, [key]: value }),
    fault: faultAt(error, key),
  });
  return (
    <>
      <Choice
        label="什么变动"
        value={draft.kind}
        onValue={(value) => onDraft({ ...draft, kind: kinds.find((one) => one === value) ?? draft.kind })}
        options={kinds.map((value) => ({ value, label: EVENT_LABELS[value] }))}
        fault={faultAt(error, "kind")}
      />
      <DayField label="发生日期" required {...field("on")} />
      {draft.kind === "renamed" && <Field label="新名称" maxLength={120} autoComplete="off" required {...field("name")} />}
      {draft.kind === "merged" && (
        <Field label="并入单位的信用代码" maxLength={18} autoComplete="off" spellCheck={false} required {...field("into")} />
      )}
      {draft.kind === "moved" && <TownChoice label="迁到哪里" none="迁出本市" {...field("territory")} />}
      <WordsField label="说明" hint="登记机关的通知、文号等。" maxLength={500} required {...field("reason")} />
      <FileField
        label="证明材料"
        uscc={uscc}
        value={draft.evidence}
        onValue={(evidence) => onDraft({ ...draft, evidence })}
        fault={faultAt(error, "evidence")}
        required
      />
    </>
  );
}
