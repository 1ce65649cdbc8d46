/** One policy opened: its documents at one side, what is said of them at the other. A published one can be looked at, and copied to a draft. */
import type { WorkshopComplaint, WorkshopEntry } from "@zhengdui/contract";
import { useEffect, useState } from "react";
import { saveDraft, whyOf } from "../../workshop-server.ts";
import { Conflict } from "./conflict.tsx";
import { documentTitle } from "./document-title.ts";
import { download } from "./download.ts";
import { Editor, type Jump } from "./editor.tsx";
import { Findings } from "./findings.tsx";
import type { Sheet } from "./sheet.ts";
import { useCheck } from "./use-check.ts";
import { type Draft, useDraft } from "./use-draft.ts";

export interface DeskProps {
  readonly sheet: Sheet;
  readonly drafts: readonly WorkshopEntry[];
  readonly onLeave: () => void;
  readonly onCopied: (entry: WorkshopEntry) => void;
}

/** Where writing begins. */
const FIRST = "policy.md";

export function Desk({ sheet, drafts, onLeave, onCopied }: DeskProps) {
  const isPublished = sheet.shelf === "published";
  const draft = useDraft(sheet);
  const checked = useCheck(draft.documents);
  const [name, setName] = useState(FIRST);
  const [jump, setJump] = useState<Jump | null>(null);
  const complaints = checked.check?.complaints ?? [];
  const goTo = (complaint: Jump["complaint"]) => {
    setName(complaint.file);
    setJump({ complaint });
  };
  const { save, isDirty } = draft;
  useSaveKey(isPublished ? null : save);
  const title = documentTitle(draft.documents) ?? sheet.entry.title;
  useWindowTitle(title, isDirty);
  const leave = () => {
    if (isPublished || !isDirty || window.confirm("有改动还没有保存到服务器，只留在本浏览器里。仍要离开吗？")) onLeave();
  };
  return (
    <main className="workshop">
      <header className="workshop-head">
        <button type="button" className="button quiet" onClick={leave}>
          ← 全部政策
        </button>
        <h1 className="workshop-title">{title}</h1>
        <p className="workshop-address">
          {isPublished ? "已公布" : "草稿"} · {sheet.entry.policy} · {sheet.entry.version}
        </p>
        {isPublished ? (
          <CopyToDraft sheet={sheet} drafts={drafts} onCopied={onCopied} />
        ) : (
          <Keep draft={draft} entry={sheet.entry} />
        )}
      </header>
      <Conflict draft={draft} onDownload={() => download(sheet.entry, draft.documents)} />
      <div className="workshop-halves">
        <section className="workshop-texts" aria-label="文件">
          <Tabs draft={draft} complaints={complaints} name={name} onChoose={setName} />
          <Editor
            name={name}
            textOf={(one) => draft.documents.find((document) => document.name === one)?.text ?? ""}
            readOnly={isPublished}
            complaints={complaints}
            vocabulary={checked.vocabulary}
            jump={jump}
            replacement={draft.replacement}
            onChange={draft.write}
          />
        </section>
        <Findings
          checked={checked}
          documents={draft.documents}
          published={sheet.published}
          isPublished={isPublished}
          onGoTo={goTo}
        />
      </div>
    </main>
  );
}

/** The tab of the browser shows what is open, and whether it is saved. */
function useWindowTitle(title: string, isDirty: boolean) {
  useEffect(() => {
    const before = document.title;
    document.title = `${isDirty ? "● " : ""}${title} · 政策工坊`;
    return () => {
      document.title = before;
    };
  }, [title, isDirty]);
}

/** Ctrl-S or ⌘S. */
function useSaveKey(save: (() => Promise<void>) | null) {
  useEffect(() => {
    if (save === null) return;
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      void save();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [save]);
}

function Keep({ draft, entry }: { readonly draft: Draft; readonly entry: WorkshopEntry }) {
  return (
    <div className="workshop-keep">
      <p className="workshop-said" role="status">
        {draft.said}
      </p>
      <button type="button" className="button" onClick={() => download(entry, draft.documents)}>
        下载 zip
      </button>
      <button type="button" className="button primary" disabled={!draft.isDirty} onClick={() => void draft.save()}>
        保存草稿
      </button>
    </div>
  );
}

function CopyToDraft({ sheet, drafts, onCopied }: Pick<DeskProps, "sheet" | "drafts" | "onCopied">) {
  const { entry, documents } = sheet;
  const [said, setSaid] = useState("公布的版本不能改；要改，先复制成草稿。");
  const isThere = drafts.some(({ policy, version }) => policy === entry.policy && version === entry.version);
  const copy = async () => {
    const answer = isThere ? null : await saveDraft(entry, { documents, revision: null });
    if (answer !== null && !answer.ok) return setSaid(whyOf(answer.errors));
    onCopied(entry);
  };
  return (
    <div className="workshop-keep">
      <p className="workshop-said" role="status">
        {said}
      </p>
      <button type="button" className="button" onClick={() => download(entry, documents)}>
        下载 zip
      </button>
      <button type="button" className="button primary" onClick={() => void copy()}>
        {isThere ? "打开它的草稿" : "复制成草稿"}
      </button>
    </div>
  );
}

interface TabsProps {
  readonly draft: Draft;
  readonly complaints: readonly WorkshopComplaint[];
  readonly name: string;
  readonly onChoose: (name: string) => void;
}

function Tabs({ draft: { documents, changed, isDirty }, complaints, name, onChoose }: TabsProps) {
  return (
    <nav className="tabs" aria-label="文件">
      {documents.map((document) => {
        const count = complaints.filter(({ file }) => file === document.name).length;
        return (
          <button
            key={document.name}
            type="button"
            className="tab"
            aria-current={document.name === name ? "page" : undefined}
            onClick={() => onChoose(document.name)}
          >
            {document.name}
            {isDirty && changed.includes(document.name) ? (
              <span className="tab-changed">
                <span aria-hidden="true">●</span>
                <span className="visually-hidden">，有改动未保存</span>
              </span>
            ) : null}
            {count === 0 ? null : (
              <span className="tab-count">
                {count}
                <span className="visually-hidden"> 条意见</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
