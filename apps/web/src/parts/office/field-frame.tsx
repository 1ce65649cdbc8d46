/** What stands around one field of a form: its label, what it is for, and what is wrong with it; the field itself is told which words describe it. */
import { type ReactNode, useId } from "react";
import { useSaidOf } from "./checked-form.tsx";

export interface FrameProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What the server said of it. */
  readonly fault?: string | null | undefined;
  /** What is said where it is left empty, if "请填写" and its label don't make the sentence. */
  readonly missing?: string | undefined;
  /** What is wrong with what it holds now; said once the form is sent. */
  readonly wrong?: string | null | undefined;
}

/** What the framed input takes over. */
export interface Framed {
  readonly id: string;
  readonly className: string;
  readonly "aria-invalid": true | undefined;
  readonly "aria-describedby": string | undefined;
  readonly "data-missing": string | undefined;
  readonly "data-wrong": string | undefined;
}

export interface FieldFrameProps extends FrameProps {
  readonly children: (framed: Framed) => ReactNode;
}

export function FieldFrame({ label, hint, fault, missing, wrong, children }: FieldFrameProps) {
  const id = useId();
  const said = useSaidOf(id) ?? fault;
  const describedBy = [hint === undefined ? null : `${id}-hint`, said ? `${id}-fault` : null].filter(Boolean).join(" ");
  return (
    <div className="office-field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="office-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        className: "input",
        "aria-invalid": said ? true : undefined,
        "aria-describedby": describedBy === "" ? undefined : describedBy,
        "data-missing": missing,
        "data-wrong": wrong ?? undefined,
      })}
      {said && (
        <p className="office-fault" id={`${id}-fault`}>
          {said}
        </p>
      )}
    </div>
  );
}
