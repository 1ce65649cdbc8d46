/**
 * Walks through the XML of a workbook's part once, from front to back, so that no input takes longer than its length. Prefixes of names are dropped; what a workbook
 * never has (a document type, entities of its own) isn't followed.
 */
import { atOnce, type Steps } from "@zhengdui/basics";

export interface XmlVisitor {
  /** `attributes`: the text between name and end; read with `attributeOf`. */
  readonly open: (name: string, attributes: string, closed: boolean) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** What a workbook says in a tag is short; the rest of a longer one is left unread. */
const LONGEST_ATTRIBUTES_CHARS = 8_192;

/** So much is walked through in one step. */
const STEP_CHARS = 16 * 1024;

export const scanXml = (xml: string, visitor: XmlVisitor): void => atOnce(scanInSteps(xml, visitor));

export function* scanInSteps(xml: string, { open, close, text }: XmlVisitor): Steps<void> {
  let at = 0;
  let stepped = 0;
  while (at < xml.length) {
    if (at - stepped > STEP_CHARS) {
      stepped = at;
      yield at;
    }
    const from = xml.indexOf("<", at);
    if (from < 0) break;
    if (from > at) text(unescapeXml(xml.slice(at, from)));
    if (xml.startsWith("<![CDATA[", from)) {
      const end = endOf(xml, "]]>", from);
      text(xml.slice(from + 9, end));
      at = end + 3;
    } else if (xml.startsWith("<!--", from)) at = endOf(xml, "-->", from) + 3;
    else {
      const end = tagEnd(xml, from);
      visitTag(xml, from, end, open, close);
      at = end + 1;
    }
  }
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  return end < 0 ? xml.length : end;
}

/** The > that ends the tag: one within quotes doesn't. */
function tagEnd(xml: string, from: number): number {
  let end = endOf(xml, ">", from);
  let quote = quoteOpen(xml, from, end);
  while (quote !== "") {
    const closing = endOf(xml, quote, end);
    const next = endOf(xml, ">", closing);
    quote = quoteOpen(xml, closing + 1, next);
    end = next;
  }
  return end;
}

/** The quotation mark that is still open at `to`; "" where none is. */
function quoteOpen(xml: string, from: number, to: number): string {
  let open = "";
  for (let at = from; at < to; at++) {
    const code = xml.charCodeAt(at);
    if (code !== 34 && code !== 39) continue;
    const mark = code === 34 ? '"' : "'";
    if (open === "") open = mark;
    else if (open === mark) open = "";
  }
  return open;
}

function visitTag(xml: string, from: number, end: number, open: XmlVisitor["open"], close: XmlVisitor["close"]): void {
  const first = xml.charCodeAt(from + 1);
  if (first === 33 || first === 63) return;
  if (first === 47) {
    close(bare(xml.slice(from + 2, end).trim()));
    return;
  }
  const closed = xml.charCodeAt(end - 1) === 47;
  const inner = xml.slice(from + 1, closed ? end - 1 : end);
  const space = inner.search(/\s/);
  open(
    bare(space < 0 ? inner : inner.slice(0, space)),
    space < 0 ? "" : inner.slice(space, space + LONGEST_ATTRIBUTES_CHARS),
    closed,
  );
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1);

/** A name is tried from its beginning alone: else a long one is tried from each of its letters. */
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Of the text of a tag's attributes; null where it isn't there. */
export function attributeOf(attributes: string, name: string): string | null {
  // One pattern for all: to make it anew for each cell takes longer than to look.
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(attributes); found !== null; found = ATTRIBUTE.exec(attributes))
    if (found[1] === name) return unescapeXml(found[2] ?? found[3] ?? "");
  return null;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const unescapeXml = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g, (whole, hex, decimal, name) => {
        if (name !== undefined) return ENTITIES[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;
