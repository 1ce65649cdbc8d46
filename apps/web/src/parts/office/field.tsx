/** One field of a form: label, what it is for, the input, and beside it what is wrong with it. */
import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { OfficeTrouble } from "../../office-server.ts";

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value"> {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: ReactNode;
  readonly fault?: string | null;
}

export function Field({ label, value, onValue, hint, fault, ...input }: FieldProps) {
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
      <input
        {...input}
        id={id}
        className="input"
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

/** What the server said of one field, by its path in the form. */
export function faultAt(error: unknown, path: string): string | null {
  if (!(error instanceof OfficeTrouble)) return null;
  const found = error.problems.find((one) => one.path === path);
  if (found === undefined) return null;
  // A whole sentence is a sentence of its own.
  const { problem, expected } = found;
  if (expected === "") return problem;
  return problem.endsWith("。") ? `${problem}${expected}。` : `${problem}；${expected}`;
}
