/** The editor's looks, in the page's own colours. They live in the editor's shadow: the page's content policy allows no style elements. */
import { EditorView } from "@codemirror/view";

export const EDITOR_THEME = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "0.9375rem" },
  "&.cm-focused": { outline: "3px solid var(--red-ink)", outlineOffset: "-3px" },
  ".cm-scroller": {
    fontFamily: '"Sarasa Mono SC", "Noto Sans Mono CJK SC", ui-monospace, Consolas, monospace',
    lineHeight: "1.65",
  },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.5rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--paper-2)", color: "var(--ink-2)", border: "none" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--red-wash) 45%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--red-wash)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--care) 25%, transparent)",
  },
  ".md-heading": { fontWeight: "700", color: "var(--red-ink)" },
  ".md-quote": { fontFamily: "var(--song)" },
  ".md-fence": { backgroundColor: "var(--paper-2)" },
  ".md-note": { backgroundColor: "var(--paper-2)", color: "var(--ink-2)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--red-ink)",
    textUnderlineOffset: "0.2em",
    backgroundColor: "var(--red-wash)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--line-2)",
    maxWidth: "min(32rem, 90vw)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--hei)", maxHeight: "16rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.25rem 0.625rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--red)", color: "var(--on-red)" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "0.85", marginLeft: "0.75rem" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--red)" },
});
