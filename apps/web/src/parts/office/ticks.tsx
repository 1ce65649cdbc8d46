/** Several answers at once: a group of boxes to tick, with its own heading. */
import { useId } from "react";

export interface TicksProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: string[]) => void;
  readonly fault?: string | null;
}

export function Ticks({ label, options, chosen, onChosen, fault }: TicksProps) {
  const id = useId();
  return (
    <fieldset className="office-field office-ticks" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend>{label}</legend>
      {options.map((one) => (
        <label key={one.value} className="office-tick">
          <input
            type="checkbox"
            checked={chosen.includes(one.value)}
            onChange={({ target }) =>
              onChosen(target.checked ? [...chosen, one.value] : chosen.filter((value) => value !== one.value))
            }
          />
          {one.label}
        </label>
      ))}
      {fault && (
        <p className="office-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}
