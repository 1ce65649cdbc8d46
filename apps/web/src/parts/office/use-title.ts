/** The window's title, by which tabs and the browser's history are told apart. */
import { useEffect } from "react";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 政兑`;
  }, [title]);
}
