/** The drafts: those on the server, each with what can be done with it, and those of which only this browser has something left. */
import type { WorkshopEntry } from "@zhengdui/contract";
import type { Address } from "../../workshop-server.ts";
import { Entry } from "./contents-entry.tsx";
import { draftsWithCopies, dropCopiesOf, type KeptDraft } from "./draft-copy.ts";
import { DraftRow } from "./draft-row.tsx";
import { hashOf } from "./workshop-address.ts";

interface DraftsProps {
  readonly drafts: readonly WorkshopEntry[];
  readonly onChanged: () => Promise<void>;
  /** `key`: by which it can be brought back. */
  readonly onRemoved: (key: string) => Promise<void>;
}

const isSame = (a: Address, b: Address): boolean => a.policy === b.policy && a.version === b.version;

export function DraftsList({ drafts, onChanged, onRemoved }: DraftsProps) {
  const kept = draftsWithCopies();
  const onlyHere = kept.filter((one) => !drafts.some((entry) => isSame(entry, one)));
  if (drafts.length + onlyHere.length === 0)
    return <p className="contents-empty">还没有草稿。可以新写一份，或者打开一份已公布的政策，复制成草稿。</p>;
  return (
    <ul className="entries">
      {drafts.map((entry) => (
        <DraftRow
          key={`${entry.policy} ${entry.version}`}
          entry={entry}
          isUnsaved={kept.some((one) => isSame(one, entry))}
          onRenamed={onChanged}
          onRemoved={onRemoved}
        />
      ))}
      {onlyHere.map((entry) => (
        <LeftRow key={`${entry.policy} ${entry.version}`} entry={entry} onChanged={onChanged} />
      ))}
    </ul>
  );
}

function LeftRow({ entry, onChanged }: { readonly entry: KeptDraft; readonly onChanged: DraftsProps["onChanged"] }) {
  const drop = async () => {
    if (!window.confirm("这些没有保存的文字只在本浏览器里，丢掉就没有了。仍要丢掉吗？")) return;
    dropCopiesOf(entry);
    await onChanged();
  };
  return (
    <li className="draft">
      <Entry href={hashOf("drafts", entry)} entry={entry} note="只在本浏览器里，服务器上没有" />
      <div className="draft-actions">
        <button type="button" className="button" onClick={() => void drop()}>
          丢掉<span className="visually-hidden"> {`${entry.policy} · ${entry.version}`}</span>
        </button>
      </div>
    </li>
  );
}
