/** A question that comes before something is done: the browser's own modal dialog, which keeps the keyboard inside and closes by Escape. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import { focusHeading } from "./focus-heading.ts";

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, onClose, children }: DialogProps) {
  const place = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    if (place.current?.open === false) place.current.showModal();
    // Back to the button that asked; where the deed took it away, to the page's heading.
    return () => {
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      else focusHeading();
    };
  }, []);
  return (
    <dialog className="office-dialog" ref={place} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
