/** A field of one line, in its frame; and what the server said of a field. */
import type { InputHTMLAttributes } from "react";
import { OfficeTrouble } from "../../office-server.ts";
import { FieldFrame, type FrameProps } from "./field-frame.tsx";

export interface FieldProps extends FrameProps, Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value"> {
  readonly value: string;
  readonly onValue: (value: string) => void;
}

export function Field({ label, hint, fault, missing, wrong, value, onValue, ...input }: FieldProps) {
  return (
    <FieldFrame {...{ label, hint, fault, missing, wrong }}>
      {(framed) => <input {...input} {...framed} value={value} onChange={({ target }) => onValue(target.value)} />}
    </FieldFrame>
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
