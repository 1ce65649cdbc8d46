/** One draft in the list: open it, give it another name, delete it. */
import type { WorkshopEntry } from "@zhengdui/contract";
import { type FormEvent, useRef, useState } from "react";
import { removeDraft, renameDraft, whyOf } from "../../workshop-server.ts";
import { Entry } from "./contents-entry.tsx";
import { moveCopies } from "./draft-copy.ts";
import { hashOf } from "./workshop-address.ts";

interface RowProps {
  readonly entry: WorkshopEntry;
  /** This browser keeps changes of it that the server doesn't have. */
  readonly isUnsaved: boolean;
  readonly onRenamed: () => Promise<void>;
  /** `key`: by which it can be brought back. */
  readonly onRemoved: (key: string) => Promise<void>;
}

export function DraftRow({ entry, isUnsaved, onRenamed, onRemoved }: RowProps) {
  const [isRenaming, setRenaming] = useState(false);
  const [problem, setProblem] = useState("");
  const button = useRef<HTMLButtonElement>(null);
  const name = `${entry.policy} · ${entry.version}`;
  const rename = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const to = { policy: String(form.get("policy") ?? "").trim(), version: String(form.get("version") ?? "").trim() };
    const answer = await renameDraft(entry, to);
    if (!answer.ok) return setProblem(`没有改名：${whyOf(answer.errors)}`);
    moveCopies(entry, to);
    await onRenamed();
  };
  const remove = async () => {
    const answer = await removeDraft(entry);
    if (!answer.ok) return setProblem(`没有删除：${whyOf(answer.errors)}`);
    await onRemoved(answer.value.key);
  };
  const stop = () => {
    setRenaming(false);
    setProblem("");
    button.current?.focus();
  };
  return (
    <li className="draft">
      <Entry href={hashOf("drafts", entry)} entry={entry} note={isUnsaved ? "有改动未保存，留在本浏览器" : ""} />
      <div className="draft-actions">
        <button ref={button} type="button" className="button" aria-expanded={isRenaming} onClick={() => setRenaming(!isRenaming)}>
          改名<span className="visually-hidden"> {name}</span>
        </button>
        <button type="button" className="button" onClick={() => void remove()}>
          删除<span className="visually-hidden"> {name}</span>
        </button>
      </div>
      {isRenaming ? (
        <form
          className="new-policy draft-rename"
          aria-label={`改名 ${name}`}
          onSubmit={rename}
          onKeyDown={(event) => {
            if (event.key === "Escape") stop();
          }}
        >
          <label>
            新代号（小写字母、数字和 -）
            <input name="policy" required defaultValue={entry.policy} autoCapitalize="off" spellCheck={false} />
          </label>
          <label>
            新施行日
            <input name="version" type="date" required defaultValue={entry.version} />
          </label>
          <div className="draft-actions">
            <button type="submit" className="button primary">
              改成这个
            </button>
            <button type="button" className="button" onClick={stop}>
              取消
            </button>
          </div>
        </form>
      ) : null}
      {problem === "" ? null : (
        <p className="contents-problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
