/** The kept copies on the screen, together with what other tabs keep, and the last deletion, to be undone. */
import { useCallback, useEffect, useState } from "react";
import type { Sheet } from "../desk.ts";
import { type Copy, copiesKey, copiesOf, dropCopy, keepCopy, putBack, renameCopy } from "./copies.ts";

export interface CopiesInUse {
  readonly all: readonly Copy[];
  readonly dropped: { readonly copy: Copy; readonly place: number } | null;
  readonly keep: (sheet: Sheet, name: string) => Copy | null;
  readonly rename: (id: string, name: string) => void;
  readonly drop: (copy: Copy) => void;
  readonly undrop: () => void;
}

export function useCopies(policy: string): CopiesInUse {
  const [all, setAll] = useState(() => copiesOf(policy));
  const [dropped, setDropped] = useState<CopiesInUse["dropped"]>(null);
  const refresh = useCallback(() => setAll(copiesOf(policy)), [policy]);
  useEffect(() => {
    const heard = (event: StorageEvent) => event.key === copiesKey(policy) && refresh();
    window.addEventListener("storage", heard);
    return () => window.removeEventListener("storage", heard);
  }, [policy, refresh]);
  return {
    all,
    dropped,
    keep(sheet, name) {
      const copy = keepCopy(policy, sheet, name);
      refresh();
      return copy;
    },
    rename(id, name) {
      renameCopy(policy, id, name);
      refresh();
    },
    drop(copy) {
      const place = dropCopy(policy, copy.id);
      if (place >= 0) setDropped({ copy, place });
      refresh();
    },
    undrop() {
      if (dropped !== null) putBack(policy, dropped.copy, dropped.place);
      setDropped(null);
      refresh();
    },
  };
}
