/** The server's draft isn't the one that was begun from: says so, shows where the two part, and lets the author choose. Neither is lost unasked. */
import type { WorkshopDocument } from "@zhengdui/contract";
import { changesOf } from "./changes.ts";
import type { Draft } from "./use-draft.ts";

interface ConflictProps {
  readonly draft: Draft;
  readonly onDownload: () => void;
}

export function Conflict({ draft, onDownload }: ConflictProps) {
  const { theirs, documents } = draft;
  if (theirs === undefined) return null;
  return (
    <section className="conflict" role="alert" aria-label="两份草稿">
      <p className="conflict-what">
        {theirs === null ? "服务器上已没有这份草稿，可能在别处改名或删除了。" : "服务器上的草稿在别处改过，与这里的不是同一份。"}
        {theirs === null ? "" : whereOf(theirs.documents, documents)}
      </p>
      <div className="conflict-choice">
        <button type="button" className="button primary" onClick={() => void draft.keepMine()}>
          {theirs === null ? "重新存下这里的" : "用这里的，盖过服务器的"}
        </button>
        {theirs === null ? null : (
          <button type="button" className="button" onClick={draft.takeTheirs}>
            用服务器的
          </button>
        )}
        <button type="button" className="button" onClick={onDownload}>
          先下载这里的
        </button>
      </div>
    </section>
  );
}

const MOST = 5;

function whereOf(theirs: readonly WorkshopDocument[], mine: readonly WorkshopDocument[]): string {
  const places = changesOf(theirs, mine).map(({ document, heading }) => (heading === "" ? document : `${document} · ${heading}`));
  if (places.length === 0) return "两份一字不差。";
  return `不同的地方：${places.slice(0, MOST).join("、")}${places.length > MOST ? ` 等 ${places.length} 处` : ""}。`;
}
