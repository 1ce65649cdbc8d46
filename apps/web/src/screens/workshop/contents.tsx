/** What there is to work on: drafts, published versions (to look at or to copy), and a new policy. */
import type { WorkshopContents, WorkshopDocument, WorkshopEntry } from "@zhengdui/contract";
import { type FormEvent, useState } from "react";
import { beginPolicy } from "../../workshop-server.ts";
import { hashOf } from "./workshop-address.ts";

interface ContentsProps {
  readonly contents: WorkshopContents;
  readonly onBegin: (entry: WorkshopEntry, documents: readonly WorkshopDocument[]) => Promise<void>;
}

export function Contents({ contents, onBegin }: ContentsProps) {
  return (
    <>
      <header className="masthead">
        <h1 className="masthead-title">政策工坊</h1>
        <p className="masthead-sub">照原文写规则，边写边核对</p>
      </header>
      <main className="desk contents">
        <section aria-labelledby="drafts">
          <h2 id="drafts">草稿</h2>
          {contents.drafts.length === 0 ? (
            <p className="contents-empty">还没有草稿。可以新写一份，或者打开一份已公布的政策，复制成草稿。</p>
          ) : (
            <Entries shelf="drafts" entries={contents.drafts} />
          )}
        </section>
        <section aria-labelledby="published">
          <h2 id="published">已公布</h2>
          <Entries shelf="published" entries={contents.published} />
        </section>
        <NewPolicy contents={contents} onBegin={onBegin} />
      </main>
    </>
  );
}

function Entries({ shelf, entries }: { readonly shelf: "published" | "drafts"; readonly entries: readonly WorkshopEntry[] }) {
  return (
    <ul className="entries">
      {entries.map((entry) => (
        <li key={`${entry.policy} ${entry.version}`}>
          <a className="entry" href={hashOf(shelf, entry)}>
            <span className="entry-title">{entry.title === "" ? "（还没有名称）" : entry.title}</span>
            <span className="entry-address">
              {entry.policy} · {entry.version}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function NewPolicy({ contents, onBegin }: ContentsProps) {
  const [problem, setProblem] = useState("");
  const begin = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const entry = { policy: text("policy"), version: text("version"), title: text("title") };
    const taken = contents.drafts.some(({ policy, version }) => policy === entry.policy && version === entry.version);
    if (taken) return setProblem("已经有这份草稿，请在上面打开。");
    const made = await beginPolicy(entry);
    if (!made.ok) return setProblem(made.errors.join(""));
    await onBegin(entry, made.value.documents);
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
          <input name="policy" required pattern="[a-z0-9]+(-[a-z0-9]+)*" placeholder="shili-2026" />
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
