/** A field of several lines, for reasons and questions; otherwise as `field.tsx`. */
import { useId } from "react";

export interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  readonly fault?: string | null;
  readonly maxLength?: number;
  readonly required?: boolean;
}

export function WordsField({ label, value, onValue, hint, fault, ...area }: WordsFieldProps) {
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
      <textarea
        {...area}
        id={id}
        className="input"
        rows={4}
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={said === "" ? undefined : said}
        onChange={({ target }) => onValue(target.value)}
      />
      {fault && (
        <p className="office-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
