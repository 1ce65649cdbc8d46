/** Colours for what a policy's Markdown is made of, line by line: headings, official words, tables, rules. */
import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

const line = (name: string) => Decoration.line({ class: name });
const HEADING = line("md-heading");
const QUOTE = line("md-quote");
const TABLE = line("md-table");
const FENCE = line("md-fence");
const NOTE = line("md-note");

function decorationOf(text: string, isFenced: boolean): Decoration | null {
  if (text.startsWith("```")) return FENCE;
  if (isFenced) return /^\s*#/.test(text) ? NOTE : FENCE;
  if (/^#{1,6}\s/.test(text)) return HEADING;
  if (text.startsWith(">")) return QUOTE;
  return text.startsWith("|") ? TABLE : null;
}

function decorate({ state: { doc } }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let isFenced = false;
  for (let number = 1; number <= doc.lines; number++) {
    const { from, text } = doc.line(number);
    const decoration = decorationOf(text, isFenced);
    if (decoration !== null) builder.add(from, from, decoration);
    if (text.startsWith("```")) isFenced = !isFenced;
  }
  return builder.finish();
}

class Colours {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update(update: ViewUpdate) {
    if (update.docChanged) this.decorations = decorate(update.view);
  }
}

export const markdownColours: Extension = ViewPlugin.fromClass(Colours, { decorations: (colours) => colours.decorations });
