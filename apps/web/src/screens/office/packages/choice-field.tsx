/** One of several, with a label and what is wrong with it. */
import { useId } from "react";

export interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onValue: (value: string) => void;
  readonly fault?: string | null;
  /** The label is heard, and not shown: a heading stands above. */
  readonly quiet?: boolean;
}

export function ChoiceField({ label, value, options, onValue, fault, quiet }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className={quiet ? undefined : "office-field"}>
      <label htmlFor={id} className={quiet ? "visually-hidden" : undefined}>
        {label}
      </label>
      <select
        id={id}
        className="input package-choice"
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
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
