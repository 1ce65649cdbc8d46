/** A field with a few answers to choose from. */
import { FieldFrame, type FrameProps } from "./field-frame.tsx";

export interface ChoiceProps extends FrameProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onValue: (value: string) => void;
  /** The empty one is no answer. */
  readonly required?: boolean;
}

export function Choice({ value, options, onValue, required, ...frame }: ChoiceProps) {
  return (
    <FieldFrame {...frame}>
      {(framed) => (
        <select {...framed} required={required} value={value} onChange={({ target }) => onValue(target.value)}>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
