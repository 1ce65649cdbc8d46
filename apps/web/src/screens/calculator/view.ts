/** Which of the calculator's views is open: kept in the address, so that the browser's "back" goes back. */
import { useEffect, useState } from "react";

export const VIEWS = ["ask", "result", "facts", "compare"] as const;
export type View = (typeof VIEWS)[number];

const viewOf = (hash: string): View | null => VIEWS.find((view) => `#${view}` === hash) ?? null;

export function useView(first: View): readonly [View, (view: View) => void] {
  const [view, setView] = useState<View>(() => viewOf(window.location.hash) ?? first);
  useEffect(() => {
    // Other fragments are places within the view.
    const follow = () => setView((now) => viewOf(window.location.hash) ?? now);
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return [
    view,
    (next) => {
      window.location.hash = next;
      window.scrollTo({ top: 0, behavior: "instant" });
    },
  ];
}
