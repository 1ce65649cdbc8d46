/** Asks before what can't be undone, or for the few things a deed needs. */
import type { ReactNode } from "react";
import { Dialog } from "./dialog.tsx";
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
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        {children}
        <TroubleNotice error={error} beside={beside} />
        <div className="office-actions">
          <button type="submit" className="button primary" disabled={pending}>
            {pending ? "正在办理……" : does}
          </button>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
        </div>
      </form>
    </Dialog>
  );
}
