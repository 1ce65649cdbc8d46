/** One policy opened: its documents at one side, what is said of them at the other. A published one can be looked at, and copied to a draft. */
import type { WorkshopComplaint, WorkshopDocument, WorkshopDocuments, WorkshopEntry } from "@zhengdui/contract";
import { useEffect, useState } from "react";
import { type Shelf, saveDraft } from "../../workshop-server.ts";
import { download } from "./download.ts";
import { Editor, type Jump } from "./editor.tsx";
import { Findings } from "./findings.tsx";
import { useCheck } from "./use-check.ts";
import { type Draft, useDraft } from "./use-draft.ts";

export interface Sheet {
  readonly shelf: Shelf;
  readonly entry: WorkshopEntry;
  readonly documents: readonly WorkshopDocument[];
  /** null: not saved yet. */
  readonly revision: string | null;
  /** What a draft is compared with; null: the policy isn't published. */
  readonly published: WorkshopDocuments | null;
}

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
  const draft = useDraft(sheet.entry, sheet.documents, sheet.revision);
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
  const leave = () => {
    if (isPublished || !isDirty || window.confirm("有改动还没有保存，离开就丢失了。仍要离开吗？")) onLeave();
  };
  return (
    <main className="workshop">
      <header className="workshop-head">
        <button type="button" className="button quiet" onClick={leave}>
          ← 全部政策
        </button>
        <h1 className="workshop-title">{titleIn(draft.documents) ?? sheet.entry.title}</h1>
        <p className="workshop-address">
          {isPublished ? "已公布" : "草稿"} · {sheet.entry.policy} · {sheet.entry.version}
        </p>
        {isPublished ? (
          <CopyToDraft sheet={sheet} drafts={drafts} onCopied={onCopied} />
        ) : (
          <Keep draft={draft} entry={sheet.entry} />
        )}
      </header>
      <div className="workshop-halves">
        <section className="workshop-texts" aria-label="文件">
          <Tabs documents={draft.documents} complaints={complaints} name={name} onChoose={setName} />
          <Editor
            name={name}
            textOf={(one) => draft.documents.find((document) => document.name === one)?.text ?? ""}
            readOnly={isPublished}
            complaints={complaints}
            vocabulary={checked.vocabulary}
            jump={jump}
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

function titleIn(documents: readonly WorkshopDocument[]): string | null {
  const text = documents.find(({ name }) => name === FIRST)?.text ?? "";
  return (
    /^title:[ \t]*(.+)$/m
      .exec(text)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, "$2") ?? null
  );
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
        {draft.said !== "" ? draft.said : draft.isDirty ? "有改动未保存" : "没有改动"}
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
    if (answer !== null && !answer.ok) return setSaid(answer.errors.join(""));
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
  readonly documents: readonly WorkshopDocument[];
  readonly complaints: readonly WorkshopComplaint[];
  readonly name: string;
  readonly onChoose: (name: string) => void;
}

function Tabs({ documents, complaints, name, onChoose }: TabsProps) {
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
