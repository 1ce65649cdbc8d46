/** What there is to work on: drafts, published versions (to look at or to copy), deleted drafts, and a new policy. */
import type { WorkshopContents, WorkshopDeleted } from "@zhengdui/contract";
import { type FormEvent, useState } from "react";
import { type Address, beginPolicy, restoreDraft, saveDraft, whyOf } from "../../workshop-server.ts";
import { Entry } from "./contents-entry.tsx";
import { DraftsList } from "./drafts-list.tsx";
import { hashOf } from "./workshop-address.ts";

interface ContentsProps {
  readonly contents: WorkshopContents;
  /** The lists are another by now. */
  readonly onChanged: () => Promise<void>;
  readonly onOpen: (entry: Address) => void;
}

export function Contents({ contents, onChanged, onOpen }: ContentsProps) {
  const [removed, setRemoved] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const restore = async (key: string) => {
    const answer = await restoreDraft(key);
    setRemoved(null);
    setProblem(answer.ok ? "" : `没有取回：${whyOf(answer.errors)}`);
    if (answer.ok) await onChanged();
  };
  const deleted = contents.deleted.find(({ key }) => key === removed);
  return (
    <>
      <header className="masthead">
        <h1 className="masthead-title">政策工坊</h1>
        <p className="masthead-sub">照原文写规则，边写边核对</p>
      </header>
      <main className="desk contents">
        <section aria-labelledby="drafts">
          <h2 id="drafts">草稿</h2>
          <div role="status">
            {deleted === undefined ? null : (
              <p className="contents-said">
                已把 {deleted.policy} · {deleted.version} 放进回收。{" "}
                <button type="button" className="button" onClick={() => void restore(deleted.key)}>
                  撤销删除
                </button>
              </p>
            )}
          </div>
          {problem === "" ? null : (
            <p className="contents-problem" role="alert">
              {problem}
            </p>
          )}
          <DraftsList
            drafts={contents.drafts}
            onChanged={onChanged}
            onRemoved={async (key) => {
              setProblem("");
              await onChanged();
              setRemoved(key);
            }}
          />
        </section>
        <section aria-labelledby="published">
          <h2 id="published">已公布</h2>
          <ul className="entries">
            {contents.published.map((entry) => (
              <li key={`${entry.policy} ${entry.version}`}>
                <Entry href={hashOf("published", entry)} entry={entry} />
              </li>
            ))}
          </ul>
        </section>
        <NewPolicy contents={contents} onOpen={onOpen} />
        <Deleted deleted={contents.deleted} onRestore={restore} />
      </main>
    </>
  );
}

interface DeletedProps {
  readonly deleted: readonly WorkshopDeleted[];
  readonly onRestore: (key: string) => Promise<void>;
}

function Deleted({ deleted, onRestore }: DeletedProps) {
  if (deleted.length === 0) return null;
  return (
    <details className="deleted">
      <summary>回收（{deleted.length}）</summary>
      <ul className="entries">
        {deleted.map(({ key, policy, version, title }) => (
          <li key={key} className="deleted-entry">
            <span>
              {title === "" ? "（还没有名称）" : title}{" "}
              <span className="entry-address">
                {policy} · {version}
              </span>
            </span>
            <button type="button" className="button" onClick={() => void onRestore(key)}>
              取回<span className="visually-hidden"> {`${policy} · ${version}`}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function NewPolicy({ contents, onOpen }: Pick<ContentsProps, "contents" | "onOpen">) {
  const [problem, setProblem] = useState("");
  const begin = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const entry = { policy: text("policy"), version: text("version"), title: text("title") };
    const made = await beginPolicy(entry);
    if (!made.ok) return setProblem(whyOf(made.errors));
    // It is on the server from the first moment: a reload finds it there.
    const saved = await saveDraft(entry, { documents: made.value.documents, revision: null });
    if (!saved.ok) return setProblem(whyOf(saved.errors));
    onOpen(entry);
  };
  return (
    <section aria-labelledby="new">
      <h2 id="new">新写一份</h2>
      <p className="contents-hint">先给您一份完整、能算的小政策，照着改成自己的。</p>
      <form className="new-policy" onSubmit={begin}>
        <label>
          名称
          <input name="title" required defaultValue={contents.defaultTitle} />
        </label>
        <label>
          代号（小写字母、数字和 -）
          <input name="policy" required placeholder="shili-2026" autoCapitalize="off" spellCheck={false} />
        </label>
        <label>
          施行日
          <input name="version" type="date" required />
        </label>
        <button type="submit" className="button primary">
          开始写
        </button>
      </form>
      {problem === "" ? null : (
        <p className="contents-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
