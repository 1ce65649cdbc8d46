/** The texts under the hands: what was opened, what was changed, whether it is saved, and a word of warning before it would be lost. */
import type { WorkshopDocument, WorkshopEntry } from "@zhengdui/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { saveDraft } from "../../workshop-server.ts";

export interface Draft {
  readonly documents: readonly WorkshopDocument[];
  readonly isDirty: boolean;
  /** What the last attempt to save came to. */
  readonly said: string;
  readonly write: (name: string, text: string) => void;
  readonly save: () => Promise<void>;
}

export function useDraft(entry: WorkshopEntry, opened: readonly WorkshopDocument[], openedRevision: string | null): Draft {
  const [documents, setDocuments] = useState(opened);
  const [saved, setSaved] = useState<readonly WorkshopDocument[] | null>(openedRevision === null ? null : opened);
  const [said, setSaid] = useState("");
  const revision = useRef(openedRevision);
  const isSaving = useRef(false);
  const isDirty = saved === null || documents.some(({ name, text }) => saved.find((one) => one.name === name)?.text !== text);

  const write = useCallback((name: string, text: string) => {
    setDocuments((before) => before.map((one) => (one.name === name ? { name, text } : one)));
  }, []);
  const save = useCallback(async () => {
    if (isSaving.current) return;
    isSaving.current = true;
    const answer = await saveDraft(entry, { documents, revision: revision.current });
    isSaving.current = false;
    if (!answer.ok) return setSaid(`没有存下：${answer.errors.join("")}`);
    revision.current = answer.value.revision;
    setSaved(documents);
    setSaid("已保存");
  }, [documents, entry]);

  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isDirty]);
  return { documents, isDirty, said: isDirty && said === "已保存" ? "" : said, write, save };
}
