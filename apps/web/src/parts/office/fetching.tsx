/** The page one comes from stays until the next one is there; meanwhile a thin line says that something comes. */
import { useEffect, useState } from "react";
import { onWaiting } from "./piece.tsx";

export function Fetching() {
  const [busy, setBusy] = useState(false);
  useEffect(() => onWaiting(setBusy), []);
  return (
    <div className="office-fetching" data-busy={busy} aria-live="polite">
      {busy && <span className="visually-hidden">正在打开……</span>}
    </div>
  );
}
