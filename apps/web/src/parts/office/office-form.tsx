/** The shape of every form that sends something: a heading, what the server said against it, the fields, the button that does it, the way out. */
import { type ReactNode, useId } from "react";
import { CheckedForm } from "./checked-form.tsx";
import { TroubleNotice } from "./trouble.tsx";

/** What `useForm` knows of the form. */
export interface Sending {
  readonly pending: boolean;
  readonly error: unknown;
  /** Paths of the server's problems that stand beside their fields. */
  readonly beside?: readonly string[];
  readonly onSend: () => void;
}

export interface OfficeFormProps extends Sending {
  /** With a heading the form stands on a card of its own. */
  readonly title?: string;
  readonly lead?: ReactNode;
  /** As wide as there is room, for tables and many boxes. */
  readonly wide?: boolean;
  /** What the button says that does it, and while it is being done. */
  readonly does: string;
  readonly doing?: string;
  readonly onClose?: () => void;
  readonly closes?: string;
  /** Beside the buttons. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

export function OfficeForm({ title, lead, ...frame }: OfficeFormProps) {
  const heading = useId();
  if (title === undefined) return <Framed {...frame} />;
  return (
    <section className="office-card" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {lead !== undefined && <p className="office-lead">{lead}</p>}
      <Framed {...frame} />
    </section>
  );
}

type FramedProps = Omit<OfficeFormProps, "title" | "lead">;

function Framed({ wide = false, pending, error, beside = [], onSend, children, ...actions }: FramedProps) {
  const { does, doing = "正在办理……", onClose, closes = "取消", aside } = actions;
  return (
    <CheckedForm className={wide ? undefined : "office-form"} onSend={onSend}>
      <TroubleNotice error={error} beside={beside} />
      {children}
      <div className="office-actions">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? doing : does}
        </button>
        {onClose !== undefined && (
          <button type="button" className="button" onClick={onClose}>
            {closes}
          </button>
        )}
        {aside}
      </div>
    </CheckedForm>
  );
}
