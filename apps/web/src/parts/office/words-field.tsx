/** A field of several lines, for reasons and questions. */
import { FieldFrame, type FrameProps } from "./field-frame.tsx";

export interface WordsFieldProps extends FrameProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly maxLength?: number;
  readonly required?: boolean;
}

export function WordsField({ value, onValue, maxLength, required, ...frame }: WordsFieldProps) {
  return (
    <FieldFrame {...frame}>
      {(framed) => (
        <textarea
          {...{ maxLength, required, ...framed }}
          rows={4}
          value={value}
          onChange={({ target }) => onValue(target.value)}
        />
      )}
    </FieldFrame>
  );
}
