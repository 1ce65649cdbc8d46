/** One study of the draft (proof or mutation), asked for by the author: how far it is, what came of it, and the end of it when nobody waits any more. */
import type { StudyEvent, StudyKind, WorkshopDocument } from "@zhengdui/contract";
import { useCallback, useEffect, useRef, useState } from "react";
import { studyDocuments, whyOf } from "../../workshop-server.ts";

export type Progress = Extract<StudyEvent, { kind: "progress" }>;
export type Answer = Exclude<StudyEvent, { kind: "progress" | "refused" }>;

export interface Study {
  readonly isRunning: boolean;
  readonly progress: Progress | null;
  /** The last that was finished; it stays while another runs. */
  readonly answer: Answer | null;
  /** The documents it is about. */
  readonly about: readonly WorkshopDocument[] | null;
  /** Why there is none; "" where there is. */
  readonly why: string;
  readonly begin: (documents: readonly WorkshopDocument[]) => Promise<void>;
  readonly stop: () => void;
}

interface State extends Omit<Study, "begin" | "stop"> {}

const IDLE: State = { isRunning: false, progress: null, answer: null, about: null, why: "" };
const UNFINISHED = "没有算完就停了，请再试一次。";

export function useStudy(kind: StudyKind): Study {
  const [state, setState] = useState<State>(IDLE);
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);
  const begin = useCallback(
    async (documents: readonly WorkshopDocument[]) => {
      if (running.current !== null) return;
      const control = new AbortController();
      running.current = control;
      setState((before) => ({ ...before, isRunning: true, progress: null, why: "" }));
      let last: Answer | null = null;
      let why = UNFINISHED;
      const ended = await studyDocuments(kind, documents, control.signal, (event) => {
        if (event.kind === "progress") setState((before) => ({ ...before, progress: event }));
        else if (event.kind === "refused") why = event.why;
        else last = event;
      });
      running.current = null;
      const end = { isRunning: false, progress: null };
      if (last !== null) setState({ ...end, answer: last, about: documents, why: "" });
      else setState((before) => ({ ...before, ...end, why: ended.ok ? why : whyOf(ended.errors) }));
    },
    [kind],
  );
  return { ...state, begin, stop };
}
