/** The text under the hands: one CodeMirror view in a shadow root, one state (with its own undo) for each document. */
import type { EditorState, StateEffect } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { WorkshopComplaint, WorkshopDocument, WorkshopVocabulary } from "@zhengdui/contract";
import { useEffect, useRef } from "react";
import { documentState, rangeOf, withComplaints } from "./document-state.ts";

/** A place to go to; a new object goes there again. */
export interface Jump {
  readonly complaint: Pick<WorkshopComplaint, "file" | "line" | "column" | "words">;
}

/** Texts that take the place of all that stands here; a new object does it again. */
export interface Replacement {
  readonly documents: readonly WorkshopDocument[];
}

export interface EditorProps {
  /** The document shown. */
  readonly name: string;
  readonly textOf: (name: string) => string;
  readonly readOnly: boolean;
  readonly complaints: readonly WorkshopComplaint[];
  readonly vocabulary: WorkshopVocabulary | null;
  readonly jump: Jump | null;
  readonly replacement: Replacement | null;
  readonly onChange: (name: string, text: string) => void;
}

/** A document that isn't shown: its text with its undo, and where one was in it. */
interface Kept {
  readonly state: EditorState;
  readonly scroll: StateEffect<unknown>;
}

export function Editor({ name, textOf, readOnly, complaints, vocabulary, jump, replacement, onChange }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const states = useRef(new Map<string, Kept>());
  const shown = useRef("");
  const latest = useRef({ vocabulary, onChange, textOf });
  latest.current = { vocabulary, onChange, textOf };

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: "open" });
    const made = new EditorView({ root, parent: root });
    view.current = made;
    return () => {
      states.current.set(shown.current, { state: made.state, scroll: made.scrollSnapshot() });
      shown.current = "";
      made.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const at = view.current;
    if (at === null || shown.current === name) return;
    if (shown.current !== "") states.current.set(shown.current, { state: at.state, scroll: at.scrollSnapshot() });
    shown.current = name;
    const kept = states.current.get(name);
    at.setState(
      kept?.state ??
        documentState({
          name,
          text: latest.current.textOf(name),
          readOnly,
          vocabulary: () => latest.current.vocabulary,
          onChange: (text) => latest.current.onChange(name, text),
        }),
    );
    if (kept !== undefined) at.dispatch({ effects: kept.scroll });
  }, [name, readOnly]);

  useEffect(() => {
    const at = view.current;
    if (at === null || replacement === null) return;
    for (const { name: one, text } of replacement.documents) {
      const kept = states.current.get(one);
      if (one === shown.current) at.dispatch(withText(at.state, text));
      else if (kept !== undefined)
        states.current.set(one, { ...kept, state: kept.state.update(withText(kept.state, text)).state });
    }
  }, [replacement]);

  useEffect(() => {
    const at = view.current;
    if (at === null) return;
    const own = complaints.filter(({ file }) => file === name);
    at.dispatch(withComplaints(at.state, own));
  }, [complaints, name]);

  useEffect(() => {
    const at = view.current;
    if (at === null || jump === null || jump.complaint.file !== name) return;
    const { from, to } = rangeOf(at.state.doc, jump.complaint);
    at.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    at.focus();
    host.current?.scrollIntoView({ block: "nearest" });
  }, [jump, name]);

  return <div className="editor" ref={host} />;
}

const withText = (state: EditorState, text: string) => ({ changes: { from: 0, to: state.doc.length, insert: text } });
