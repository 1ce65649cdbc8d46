/**
 * The desk as the page has it: kept in this browser at every change, with the way back across a reload, and never over what another tab
 * has written: where that happened, the person chooses.
 */
import { type Dispatch, useCallback, useEffect, useReducer, useRef, useState } from "react";
import { t } from "../../words/t.ts";
import { type Desk, deskOf, type Move, move, type Sheet } from "./desk.ts";
import { forgetLeftDesk, keep, keptText, keyOf, leaveDesk, leftDesk, overwrite, sheetIn, sheetText } from "./keep.ts";

export interface DeskInUse {
  readonly desk: Desk;
  readonly step: Dispatch<Move>;
  /** What another tab has kept meanwhile; null: nothing else than lies here. */
  readonly elsewhere: Sheet | null;
  /** This browser keeps nothing, or has no room for the sheet: it is gone with the tab. */
  readonly unkept: boolean;
  readonly takeOver: () => void;
  readonly goOn: () => void;
}

/** `policy` names the place in this browser. `shared`: what a link carries; it is laid on what lay here, so that undo brings that back. */
export function useDesk(policy: string, blank: Sheet, shared: Sheet | null): DeskInUse {
  const [desk, step] = useReducer(move, null, () => firstDesk(policy, blank, shared));
  const [elsewhere, setElsewhere] = useState<Sheet | null>(null);
  const [unkept, setUnkept] = useState(false);
  const seen = useSeen(policy);
  const latest = useRef(desk);
  latest.current = desk;

  const save = useCallback((): boolean => {
    const kept = keep(policy, latest.current.now, seen.current);
    if (kept.kind === "elsewhere") leaveDesk(policy, latest.current);
    if (kept.kind === "kept") seen.current = kept.text;
    setElsewhere(kept.kind === "elsewhere" ? kept.sheet : null);
    setUnkept(kept.kind === "refused");
    return kept.kind !== "elsewhere";
  }, [policy, seen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: saved whenever the sheet is another
  useEffect(() => void save(), [save, desk.now]);
  useTab(policy, latest, save);

  return {
    desk,
    step,
    elsewhere,
    unkept,
    takeOver: () => {
      if (elsewhere === null) return;
      seen.current = keptText(policy);
      step({ kind: "lay", sheet: elsewhere, label: t("改用另一标签页的资料") });
    },
    goOn: () => {
      const kept = overwrite(policy, desk.now);
      if (kept.kind === "kept") seen.current = kept.text;
      setElsewhere(null);
    },
  };
}

/** What this tab last found or wrote in the common place. A tab that comes back with a sheet of its own has last seen that. */
function useSeen(policy: string) {
  const first = useRef<{ current: string | null } | null>(null);
  if (first.current === null) {
    const left = leftDesk(policy);
    first.current = { current: left === null ? keptText(policy) : sheetText(left.now) };
  }
  return first.current;
}

/** Other tabs' writing, and this tab's coming and going. `save`: false where another tab's sheet is in the way. */
function useTab(policy: string, latest: { readonly current: Desk }, save: () => boolean): void {
  useEffect(() => {
    const leave = () => {
      // What was typed a moment ago may be drawn and not yet kept.
      save();
      leaveDesk(policy, latest.current);
    };
    const come = () => {
      // What was left is for a load; while this tab lives it would only grow old.
      if (save()) forgetLeftDesk(policy);
    };
    const turn = () => (document.visibilityState === "hidden" ? leave() : come());
    const heard = (event: StorageEvent) => {
      if (event.key === keyOf(policy) && sheetIn(event.newValue) !== null) save();
    };
    come();
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", come);
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("storage", heard);
    return () => {
      leave();
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", come);
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("storage", heard);
    };
  }, [policy, latest, save]);
}

/** What this tab had before it was loaded again, else what was kept in this browser, else an empty dossier. */
function firstDesk(policy: string, blank: Sheet, shared: Sheet | null): Desk {
  const before = leftDesk(policy) ?? deskOf(sheetIn(keptText(policy)) ?? blank);
  if (shared === null || sheetText(shared) === sheetText(before.now)) return before;
  return move(before, { kind: "lay", sheet: shared, label: t("打开分享的链接") });
}
