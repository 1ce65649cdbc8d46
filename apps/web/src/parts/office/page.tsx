/** One page of the office: the way back, its heading, what one does here, what has just been done, and the window's title. */
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "react-router";
import { SaidNotice } from "./said.tsx";
import { useTitle } from "./use-title.ts";

export interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The page above this one. */
  readonly back?: { readonly to: string; readonly label: string };
  /** For tables with many columns. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

export function Page({ title, lead, back, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  // A link inside the page that led here is gone, and the keyboard's place with it.
  useEffect(() => {
    if (document.activeElement === document.body && window.history.state?.idx > 0)
      heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main className={wide ? "office-main office-main-wide" : "office-main"} id="main">
      {back !== undefined && (
        <p className="office-back">
          <Link to={back.to}>{back.label}</Link>
        </p>
      )}
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead !== undefined && <p className="office-lead">{lead}</p>}
      <SaidNotice />
      {children}
    </main>
  );
}
