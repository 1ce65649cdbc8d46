/** Holds a table with more columns than fit: it is moved sideways inside its own frame, by keys too, and never the page. */
import type { ReactNode } from "react";

export interface WideTableProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function WideTable({ label, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keys
    <section className="office-wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
