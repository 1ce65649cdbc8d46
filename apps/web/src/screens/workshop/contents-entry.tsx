/** A policy in a list: its name, where it is, and what is to be said of it; a click opens it. */
import type { WorkshopEntry } from "@zhengdui/contract";

interface EntryProps {
  readonly href: string;
  readonly entry: WorkshopEntry;
  readonly note?: string;
}

export function Entry({ href, entry: { policy, version, title }, note = "" }: EntryProps) {
  return (
    <a className="entry" href={href}>
      <span className="entry-title">{title === "" ? "（还没有名称）" : title}</span>
      <span className="entry-address">
        {policy} · {version}
        {note === "" ? null : <span className="entry-note">{note}</span>}
      </span>
    </a>
  );
}
