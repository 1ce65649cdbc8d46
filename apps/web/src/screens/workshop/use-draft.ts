/** The texts under the hands: what was opened, what was changed, where it is kept, and what to do when the server's copy is another one by now. */
import type { WorkshopDocument } from "@zhengdui/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { loadDocuments, saveDraft, whyOf } from "../../workshop-server.ts";
import type { Replacement } from "./editor.tsx";
import type { Sheet } from "./sheet.ts";
import { type Keeping, useDraftCopy } from "./use-draft-copy.ts";

/** What the server has now; null: it has none any more. */
export interface Theirs {
  readonly documents: readonly WorkshopDocument[];
  readonly revision: string;
}

export interface Draft {
  readonly documents: readonly WorkshopDocument[];
  /** Names of the documents that aren't on the server as they are here. */
  readonly changed: readonly string[];
  readonly isDirty: boolean;
  /** What is to be said of keeping: the last attempt, or where the work is. */
  readonly said: string;
  /** undefined: no conflict. */
  readonly theirs: Theirs | null | undefined;
  /** For the editor: all documents anew, in a step that can be undone. */
  readonly replacement: Replacement | null;
  readonly write: (name: string, text: string) => void;
  readonly save: () => Promise<void>;
  readonly keepMine: () => Promise<void>;
  readonly takeTheirs: () => void;
}

const KEEPING: Readonly<Record<Keeping, string>> = {
  waiting: "有改动未保存",
  kept: "有改动未保存，已留在本浏览器",
  full: "有改动未保存，本浏览器存不下，请马上保存",
};

const changedIn = (documents: readonly WorkshopDocument[], saved: readonly WorkshopDocument[] | null): string[] =>
  documents.filter(({ name, text }) => saved?.find((one) => one.name === name)?.text !== text).map(({ name }) => name);

export function useDraft({ shelf, entry, documents: opened, revision: openedRevision, copy, isOpenElsewhere }: Sheet): Draft {
  const isWritable = shelf === "drafts";
  const [documents, setDocuments] = useState(copy?.copy.documents ?? opened);
  const [saved, setSaved] = useState<readonly WorkshopDocument[] | null>(openedRevision === null ? null : opened);
  const [said, setSaid] = useState(() => greeting(copy !== null, isOpenElsewhere));
  const outdated = outdatedBy({ documents: opened, revision: openedRevision, copy });
  const [theirs, setTheirs] = useState<Theirs | null | undefined>(outdated);
  const [replacement, setReplacement] = useState<Replacement | null>(null);
  const [revision, setRevision] = useState(outdated === undefined ? openedRevision : (copy?.copy.revision ?? null));
  const isSaving = useRef(false);
  const changed = changedIn(documents, saved);
  const isDirty = isWritable && changed.length > 0;
  const keeping = useDraftCopy({ entry, documents, revision, isDirty, isWritable, taken: copy?.key ?? null });

  const write = useCallback((name: string, text: string) => {
    setSaid("");
    setDocuments((before) => before.map((one) => (one.name === name ? { name, text } : one)));
  }, []);
  const saveOver = useCallback(
    async (base: string | null) => {
      if (isSaving.current) return;
      isSaving.current = true;
      const answer = await saveDraft(entry, { documents, revision: base });
      isSaving.current = false;
      if (answer.ok) {
        setRevision(answer.value.revision);
        setSaved(documents);
        setTheirs(undefined);
        setSaid("已保存");
        return;
      }
      setSaid(`没有存下：${whyOf(answer.errors)}`);
      if (answer.errors.some(({ status }) => status === 409)) setTheirs(await theirsOf(entry));
    },
    [documents, entry],
  );
  const look = useCallback(async () => {
    if (!isWritable || isSaving.current || revision === null) return;
    const found = await theirsOf(entry);
    if (found !== undefined && found?.revision !== revision && !isSaving.current) setTheirs(found);
  }, [entry, isWritable, revision]);
  useOnReturn(look);
  useLeaveWarning(isDirty);
  const takeTheirs = () => {
    if (theirs == null) return;
    setReplacement({ documents: theirs.documents });
    setDocuments(theirs.documents);
    setSaved(theirs.documents);
    setRevision(theirs.revision);
    setTheirs(undefined);
    setSaid("已换成服务器上的；要回到自己的，撤销即可。");
  };
  return {
    documents,
    changed,
    isDirty,
    said: said !== "" ? said : isDirty ? KEEPING[keeping] : "没有改动",
    theirs,
    replacement,
    write,
    save: () => saveOver(revision),
    keepMine: () => saveOver(theirs?.revision ?? null),
    takeTheirs,
  };
}

/** What the server has, where unsaved work began from something else; undefined: it began from just that. */
function outdatedBy({ documents, revision, copy }: Pick<Sheet, "documents" | "revision" | "copy">): Theirs | undefined {
  if (copy === null || revision === null || copy.copy.revision === revision) return undefined;
  return changedIn(copy.copy.documents, documents).length > 0 ? { documents, revision } : undefined;
}

function greeting(isRestored: boolean, isOpenElsewhere: boolean): string {
  if (isOpenElsewhere) return "这份草稿还在另一个标签页里开着，两边的改动各存各的";
  return isRestored ? "已恢复上次没有保存的改动" : "";
}

/** undefined: not to be learnt now. */
async function theirsOf(entry: Sheet["entry"]): Promise<Theirs | null | undefined> {
  const found = await loadDocuments("drafts", entry);
  if (found.ok) return found.value;
  return found.errors.some(({ status }) => status === 404) ? null : undefined;
}

/** Whoever comes back to the tab may find that the draft was changed meanwhile. */
function useOnReturn(look: () => Promise<void>) {
  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === "visible") void look();
    };
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("focus", seen);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("focus", seen);
    };
  }, [look]);
}

function useLeaveWarning(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isDirty]);
}
