/** Asks before what can't be undone, or for the few things a deed needs: a native dialog, so that the keyboard stays inside and Escape leaves. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import { TroubleNotice } from "./trouble.tsx";

export interface ConfirmDialogProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** What the button says that does it. */
  readonly does: string;
  readonly pending: boolean;
  readonly error: unknown;
  /** Paths of the server's problems that stand beside their fields. */
  readonly beside?: readonly string[];
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog({ title, children, does, pending, error, beside = [], onConfirm, onClose }: ConfirmDialogProps) {
  const place = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (place.current?.open === false) place.current.showModal();
  }, []);
  return (
    <dialog className="office-dialog" ref={place} aria-labelledby={heading} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <h2 id={heading}>{title}</h2>
        {children}
        <TroubleNotice error={error} beside={beside} />
        <div className="office-actions">
          <button type="submit" className="button primary" disabled={pending}>
            {pending ? "正在办理……" : does}
          </button>
          <button type="button" className="button" onClick={() => place.current?.close()}>
            不了
          </button>
        </div>
      </form>
    </dialog>
  );
}
