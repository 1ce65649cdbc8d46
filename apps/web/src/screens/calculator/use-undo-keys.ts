/** Ctrl+Z and Ctrl+Shift+Z (on a Mac with ⌘) anywhere but where text is typed: there they are the browser's own. */
import { useEffect } from "react";

const TYPED = "input:not([type=radio], [type=checkbox], [type=file], [type=button]), textarea, select, [contenteditable]";

export function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPED) !== null) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && !(key === "y" && !event.shiftKey)) return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [undo, redo]);
}
