/** The measures' pictures, one after the other, between what else the page has to do; what didn't change isn't drawn again. */
import type { WorkshopCheck } from "@zhengdui/contract";
import type { Measure } from "@zhengdui/policy";
import { useEffect, useRef, useState } from "react";
import { engineOf } from "../../engine.ts";
import { type CasePicture, pictureOf } from "./deciding-fact.ts";

export interface Drawn {
  readonly measure: Measure;
  readonly picture: CasePicture | null;
}

export interface Pictures {
  readonly drawn: readonly Drawn[];
  /** The documents as they are now don't compile: what is shown is older. */
  readonly isStale: boolean;
  readonly isDrawing: boolean;
}

export function usePictures(check: WorkshopCheck | null): Pictures {
  const [pictures, setPictures] = useState<Pictures>({ drawn: [], isStale: false, isDrawing: true });
  const known = useRef(new Map<string, CasePicture | null>());
  useEffect(() => {
    if (check === null) return;
    const { policy, cases } = check;
    const engine = policy === null || cases === null ? null : engineOf(policy);
    if (policy === null || cases === null || engine === null || !engine.ok)
      return setPictures((before) => ({ ...before, isStale: true, isDrawing: false }));
    const before = known.current;
    const now = new Map<string, CasePicture | null>();
    const drawn: Drawn[] = [];
    let timer = 0;
    const drawNext = (): void => {
      const measure = policy.measures[drawn.length];
      if (measure === undefined) {
        known.current = now;
        setPictures({ drawn, isStale: false, isDrawing: false });
        return;
      }
      const key = JSON.stringify([measure, policy.params, policy.facts, cases.map(({ dossier }) => dossier)]);
      const picture = before.has(key) ? (before.get(key) ?? null) : pictureOf(engine.value, measure, cases);
      now.set(key, picture);
      drawn.push({ measure, picture });
      timer = window.setTimeout(drawNext);
    };
    setPictures((shown) => ({ ...shown, isDrawing: true }));
    timer = window.setTimeout(drawNext);
    return () => clearTimeout(timer);
  }, [check]);
  return pictures;
}
