/** What stands around one field of a form: its label, what it is for, and what is wrong with it; the field itself is told which words describe it. */
import { type ReactNode, useId } from "react";

export interface FrameProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly fault?: string | null;
}

/** What the framed input takes over. */
export interface Framed {
  readonly id: string;
  readonly className: string;
  readonly "aria-invalid": true | undefined;
  readonly "aria-describedby": string | undefined;
}

export interface FieldFrameProps extends FrameProps {
  readonly children: (framed: Framed) => ReactNode;
}

export function FieldFrame({ label, hint, fault, children }: FieldFrameProps) {
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
      {children({
        id,
        className: "input",
        "aria-invalid": fault ? true : undefined,
        "aria-describedby": said === "" ? undefined : said,
      })}
      {fault && (
        <p className="office-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}
