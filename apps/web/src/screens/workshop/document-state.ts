/** The editor of one document: keys, history, completion, marks of complaints, and the little colour that Markdown gets. */
import { autocompletion, type CompletionContext, type CompletionResult, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { type Diagnostic, lintGutter, nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, type Text, type TransactionSpec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import type { WorkshopComplaint, WorkshopVocabulary } from "@zhengdui/contract";
import { completeAt } from "./complete-at.ts";
import { EDITOR_THEME } from "./editor-theme.ts";
import { markdownColours } from "./markdown-colours.ts";

export interface DocumentParts {
  readonly name: string;
  readonly text: string;
  readonly readOnly: boolean;
  /** The latest, whenever it is asked for. */
  readonly vocabulary: () => WorkshopVocabulary | null;
  readonly onChange: (text: string) => void;
}

const KINDS: Readonly<Record<string, string>> = {
  fact: "variable",
  record: "namespace",
  list: "namespace",
  figure: "constant",
  step: "variable",
  function: "function",
  condition: "property",
  reading: "enum",
  clause: "text",
  option: "enum",
};

const WORDS = EditorState.phrases.of({
  "Control character": "控制字符",
  "Selection deleted": "已删除所选",
  Completions: "可写的词",
  Find: "查找",
  Replace: "换成",
  next: "下一处",
  previous: "上一处",
  all: "全部",
  "match case": "区分大小写",
  regexp: "正则",
  "by word": "整词",
  replace: "替换",
  "replace all": "全部替换",
  close: "关闭",
  Diagnostics: "意见",
  "No diagnostics": "没有意见",
});

export function documentState({ name, text, readOnly, vocabulary, onChange }: DocumentParts): EditorState {
  const complete = (context: CompletionContext): CompletionResult | null => {
    const words = vocabulary();
    const found = words === null ? null : completeAt(name, context.state.doc.toString(), context.pos, words);
    // Unasked, nothing is offered before a word was begun; but for the dot behind a record's name, and the quote of a reading.
    const isBegun =
      found !== null &&
      (found.atOnce === true || found.from < context.pos || /[."]$/.test(context.state.sliceDoc(context.pos - 1, context.pos)));
    if (found === null || !(context.explicit || isBegun)) return null;
    return {
      from: found.from,
      validFor: /^[\p{L}\p{N} -]*$/u,
      options: found.words.map((word, i) => ({
        label: word.word,
        ...(word.written === undefined ? {} : { apply: word.written }),
        detail: word.detail,
        type: KINDS[word.kind] ?? "keyword",
        boost: -i / found.words.length,
      })),
    };
  };
  const writing: Extension = readOnly
    ? [EditorState.readOnly.of(true)]
    : [history(), autocompletion({ override: [complete], icons: false, closeOnBlur: true })];
  return EditorState.create({
    doc: text,
    extensions: [
      WORDS,
      lineNumbers(),
      lintGutter(),
      drawSelection(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": name, spellcheck: "false", tabindex: "0" }),
      markdownColours,
      EDITOR_THEME,
      // The browser's own search sees only the lines that are drawn.
      search({ top: true }),
      writing,
      keymap.of([{ key: "F8", run: nextDiagnostic }, ...completionKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString());
      }),
    ],
  });
}

/** The complaints about this document, at their words. */
export function withComplaints(state: EditorState, complaints: readonly WorkshopComplaint[]): TransactionSpec {
  return setDiagnostics(
    state,
    complaints.map((complaint): Diagnostic => {
      const { from, to } = rangeOf(state.doc, complaint);
      const { what, mend } = complaint;
      return { from, to, severity: "error", message: `${what}。改法：${mend}` };
    }),
  );
}

/** The words where they stand at the place, else the line. */
export function rangeOf(
  doc: Text,
  { line, column, words }: Pick<WorkshopComplaint, "line" | "column" | "words">,
): { readonly from: number; readonly to: number } {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const at = found.text.startsWith(words, column - 1) ? column - 1 : found.text.indexOf(words);
  return words === "" || at < 0
    ? { from: found.from, to: found.to }
    : { from: found.from + at, to: found.from + at + words.length };
}
