/** A part that folds. What is folded away isn't drawn, so that long lists stay quick; `force` keeps it open while there is cause. */
import { type ReactNode, useEffect, useState } from "react";

export interface FoldProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly open?: boolean;
  readonly force?: boolean;
}

export function Fold({ summary, children, className, open = false, force = false }: FoldProps) {
  const [isOpen, setOpen] = useState(open || force);
  useEffect(() => {
    if (force) setOpen(true);
  }, [force]);
  return (
    <details className={className} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen ? children : null}
    </details>
  );
}
