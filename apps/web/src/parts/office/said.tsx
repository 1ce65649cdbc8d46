/** What has just been done, said at the head of the page it was done on, to be read and heard; gone with the page. */
import { useSyncExternalStore } from "react";
import { useLocation } from "react-router";

interface Said {
  readonly words: string;
  readonly at: string;
}

let last: Said | null = null;
const listeners = new Set<() => void>();

/** `at`: the page that says it, where one goes on to another. */
export function say(words: string, at: string = here()): void {
  last = { words, at };
  for (const listener of listeners) listener();
}

const here = (): string => window.location.pathname.replace(/^\/office/, "");

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function SaidNotice() {
  const said = useSyncExternalStore(subscribe, () => last);
  const { pathname } = useLocation();
  return <div role="status">{said !== null && said.at === pathname && <p className="office-good">{said.words}</p>}</div>;
}
