/** A page before one is in: whose it is, the way to the public pages, larger type; then what is to be done. */
import type { ReactNode } from "react";
import { LargeTypeButton } from "./large-type-button.tsx";
import { useTitle } from "./use-title.ts";

export interface EntryPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

export function EntryPage({ title, lead, children }: EntryPageProps) {
  useTitle(title);
  return (
    <>
      <header className="office-head">
        <a className="office-brand" href="/">
          政兑
        </a>
        <span className="office-roles">惠企政策办理</span>
        <span className="office-who">
          <LargeTypeButton />
        </span>
      </header>
      <main className="office-entry" id="main">
        <h1>{title}</h1>
        {lead !== undefined && <p className="office-lead">{lead}</p>}
        {children}
      </main>
    </>
  );
}
