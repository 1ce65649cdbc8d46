/** Writes unsaved work into this browser a moment after the last change, and at once when the page goes away; drops it when it is saved. */
import type { WorkshopDocument } from "@zhengdui/contract";
import { useEffect, useRef, useState } from "react";
import type { Address } from "../../workshop-server.ts";
import { dropCopy, holdKey, newKey, writeCopy } from "./draft-copy.ts";

interface Work {
  readonly entry: Address;
  readonly documents: readonly WorkshopDocument[];
  readonly revision: string | null;
  readonly isDirty: boolean;
  /** false: a published version, of which there is nothing to keep. */
  readonly isWritable: boolean;
  /** The copy that was opened; from now on it is this tab's. */
  readonly taken: string | null;
}

const PAUSE_MS = 500;

/** Are the documents as they are now in this browser? "full": it can't keep them. */
export type Keeping = "waiting" | "kept" | "full";

export function useDraftCopy({ entry, documents, revision, isDirty, isWritable, taken }: Work): Keeping {
  const [last, setLast] = useState<{ readonly documents: Work["documents"] | null; readonly isKept: boolean }>({
    documents: null,
    isKept: true,
  });
  const key = useRef(taken ?? newKey(entry));
  const flush = useRef(() => {});
  flush.current = () => {
    if (isDirty) setLast({ documents, isKept: writeCopy(key.current, { documents, revision, at: Date.now() }) });
    else dropCopy(key.current);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written is the latest; these say when
  useEffect(() => {
    const timer = setTimeout(() => flush.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [documents, revision, isDirty]);
  useEffect(() => {
    if (!isWritable) return;
    const letGo = holdKey(key.current);
    const leave = () => flush.current();
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
      leave();
      letGo();
    };
  }, [isWritable]);
  if (!last.isKept) return "full";
  return last.documents === documents ? "kept" : "waiting";
}
