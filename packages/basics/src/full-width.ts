/** Full-width digits, letters, brackets and signs where half-width ones are needed: where they stand, and what was meant. */

export interface FullWidthSign {
  /** Offsets in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
  readonly sign: string;
  /** The half-width mend. */
  readonly mend: string;
}

/** Signs outside of the block U+FF01–U+FF5E, whose half-width forms lie at a fixed distance. */
const MENDS: Readonly<Record<string, string>> = {
  "　": " ",
  "【": "[",
  "】": "]",
  "、": ",",
  "。": ".",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "×": "*",
  "÷": "/",
  "−": "-",
  "—": "-",
  "–": "-",
  "≤": "<=",
  "≦": "<=",
  "≥": ">=",
  "≧": ">=",
  "≠": "!=",
};

const BLOCK = 0xff01 - 0x21;
const FULL_WIDTH = /[！-～　【】、。“”‘’×÷−—–≤≦≥≧≠]/g;

const mendOf = (sign: string): string => MENDS[sign] ?? String.fromCharCode(sign.charCodeAt(0) - BLOCK);

/** Every full-width sign of the text, in order. Chinese characters and 〔〕《》 are none. */
export function findFullWidth(text: string): readonly FullWidthSign[] {
  return Array.from(text.matchAll(FULL_WIDTH), ({ 0: sign, index }) => ({
    from: index,
    to: index + 1,
    sign,
    mend: mendOf(sign),
  }));
}

/** The text with every such sign mended. */
export const toHalfWidth = (text: string): string => text.replace(FULL_WIDTH, mendOf);
