/** The editor's looks, in the page's own colours. They live in the editor's shadow: the page's content policy allows no style elements. */
import { EditorView } from "@codemirror/view";

export const EDITOR_THEME = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "0.9375rem" },
  // The page frames the editor that has the focus: an outline here would lie under the lines.
  "&.cm-focused": { outline: "none" },
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
  ".cm-panels": { backgroundColor: "var(--paper-2)", color: "var(--ink)", borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { display: "flex", flexWrap: "wrap", gap: "0.25rem", alignItems: "center", padding: "0.5rem" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "0.25rem", fontSize: "0.8125rem" },
  ".cm-textfield": {
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--line-2)",
    fontSize: "0.875rem",
  },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--paper)",
    color: "var(--ink)",
    border: "1px solid var(--line-2)",
  },
  ".cm-panel.cm-search [name=close]": { position: "static", fontSize: "1.25rem", color: "var(--ink)" },
  ".cm-searchMatch": { backgroundColor: "color-mix(in srgb, var(--care) 30%, transparent)" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--red)" },
});
