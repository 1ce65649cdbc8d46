/** Which of the calculator's views is open: kept in the address, so that the browser's "back" goes back. */
import { useEffect, useState } from "react";

export const VIEWS = ["ask", "result", "facts", "compare"] as const;
export type View = (typeof VIEWS)[number];

const viewOf = (hash: string): View | null => VIEWS.find((view) => `#${view}` === hash) ?? null;

/** The view in which one was when one went to a place within it. */
const viewLeft = (): View | null => {
  const state: unknown = window.history.state;
  return typeof state === "object" && state !== null && "view" in state ? viewOf(`#${String(state.view)}`) : null;
};

export function useView(first: View): readonly [View, (view: View) => void] {
  const [view, setView] = useState<View>(() => viewOf(window.location.hash) ?? viewLeft() ?? first);
  useEffect(() => {
    const follow = () => setView((now) => viewOf(window.location.hash) ?? viewLeft() ?? now);
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  useEffect(() => {
    // Other fragments are places within the view: the entry of the history remembers which, for a reload.
    const remember = () => {
      if (viewOf(window.location.hash) === null && viewLeft() !== view) window.history.replaceState({ view }, "");
    };
    remember();
    window.addEventListener("hashchange", remember);
    return () => window.removeEventListener("hashchange", remember);
  }, [view]);
  return [
    view,
    (next) => {
      window.location.hash = next;
      window.scrollTo({ top: 0, behavior: "instant" });
    },
  ];
}
