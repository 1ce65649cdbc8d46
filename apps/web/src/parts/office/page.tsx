/** One page of the office: its heading, what one does here, and the window's title. */
import { type ReactNode, useEffect } from "react";

export interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, lead, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 政兑`;
  }, [title]);
  return (
    <main className="office-main" id="main">
      <h1>{title}</h1>
      {lead !== undefined && <p className="office-lead">{lead}</p>}
      {children}
    </main>
  );
}
