/** A field with a few answers to choose from. */
import { useId } from "react";

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  readonly fault?: string | null;
}

export function Choice({ label, value, options, onValue, hint, fault }: ChoiceProps) {
  const id = useId();
  const said = [hint === undefined ? null : `${id}-hint`, fault ? `${id}-fault` : null].filter(Boolean).join(" ");
  return (
    <div className="office-field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="office-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        className="input"
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={said === "" ? undefined : said}
        onChange={({ target }) => onValue(target.value)}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      {fault && (
        <p className="office-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
