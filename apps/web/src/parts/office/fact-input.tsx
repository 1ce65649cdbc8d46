/** Entering one value of a declared fact; what is no value of its kind goes to the server as it was written, and comes back with what is wrong. */
import type { FactKind } from "@zhengdui/policy";
import { Choice } from "./choice.tsx";
import { DayField } from "./day-field.tsx";
import { Field } from "./field.tsx";
import { Ticks } from "./ticks.tsx";

export interface FactDraft {
  readonly text: string;
  readonly ticked: readonly string[];
}

export const EMPTY_DRAFT: FactDraft = { text: "", ticked: [] };

export interface FactInputProps {
  readonly label: string;
  readonly kind: FactKind;
  readonly value: FactDraft;
  readonly onValue: (draft: FactDraft) => void;
  readonly fault?: string | null;
}

const YES_NO = [
  { value: "yes", label: "是" },
  { value: "no", label: "否" },
];

export function FactInput({ label, kind, value, onValue, fault = null }: FactInputProps) {
  const onText = (text: string) => onValue({ ...value, text });
  if (kind.kind === "options")
    return (
      <Ticks
        label={label}
        options={kind.options.map(({ id, label: words }) => ({ value: id, label: words }))}
        chosen={value.ticked}
        onChosen={(ticked) => onValue({ ...value, ticked })}
        fault={fault}
      />
    );
  const field = { value: value.text, onValue: onText, fault, required: true };
  if (kind.kind === "option" || kind.kind === "boolean") {
    const options = kind.kind === "boolean" ? YES_NO : kind.options.map(({ id, label: words }) => ({ value: id, label: words }));
    const all = [{ value: "", label: "请选择" }, ...options];
    return <Choice label={label} options={all} {...field} />;
  }
  if (kind.kind === "date") return <DayField label={label} {...field} />;
  const unit = kind.kind === "money" ? "元" : "unit" in kind ? kind.unit : "";
  return (
    <Field
      label={unit === "" ? label : `${label}（${unit}）`}
      {...field}
      autoComplete="off"
      {...(kind.kind === "month" && { type: "month" })}
      {...(["money", "decimal", "count"].includes(kind.kind) && { inputMode: "decimal" as const })}
    />
  );
}

/** As a dossier takes it. */
export function rawOf(kind: FactKind, { text, ticked }: FactDraft): unknown {
  const written = text.trim();
  switch (kind.kind) {
    case "options":
      return [...ticked];
    case "boolean":
      return written === "" ? undefined : written === "yes";
    case "count":
    case "year":
      return /^\d{1,15}$/.test(written) ? Number(written) : written;
    case "money":
      return written.replaceAll(/[,，]/g, "");
    default:
      return written;
  }
}
