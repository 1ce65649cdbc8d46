/** Another view is another place: whoever pressed a button that went away with the old one goes on at the beginning of the page's matter. */
import { useEffect, useRef } from "react";
import type { View } from "./view.ts";

export function useContentFocus(view: View): void {
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById("main")?.focus({ preventScroll: true });
  }, [view]);
}
