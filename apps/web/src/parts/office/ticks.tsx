/** Several answers at once: a group of boxes to tick, with its own heading. */
import { useId } from "react";
import { useSaidOf } from "./checked-form.tsx";

export interface TicksProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: string[]) => void;
  readonly fault?: string | null;
  /** What is said where none is ticked, if one must be. */
  readonly missing?: string;
}

export function Ticks({ label, options, chosen, onChosen, fault, missing }: TicksProps) {
  const id = useId();
  const said = useSaidOf(id) ?? fault;
  const describedBy = said ? `${id}-fault` : undefined;
  // For the whole group speaks its first box.
  const first = {
    id,
    required: missing !== undefined && chosen.length === 0,
    "data-missing": missing,
    "aria-invalid": said ? (true as const) : undefined,
    "aria-describedby": describedBy,
  };
  return (
    <fieldset className="office-field office-ticks" aria-describedby={describedBy}>
      <legend>{label}</legend>
      {options.map((one, at) => (
        <label key={one.value} className="office-tick">
          <input
            type="checkbox"
            {...(at === 0 && first)}
            checked={chosen.includes(one.value)}
            onChange={({ target }) =>
              onChosen(target.checked ? [...chosen, one.value] : chosen.filter((value) => value !== one.value))
            }
          />
          {one.label}
        </label>
      ))}
      {said && (
        <p className="office-fault" id={`${id}-fault`}>
          {said}
        </p>
      )}
    </fieldset>
  );
}
