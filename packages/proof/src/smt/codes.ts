/** Texts as whole numbers, since the solver need only tell them apart: every text that an expression names has a code, the rest are other texts. */
import { firmSizeBounds, sectionOf } from "@zhengdui/basics";

/** Codes of industries stand first: every division, and the classes whose size is judged otherwise than their division's. */
export class TextCodes {
  readonly industries: readonly string[] = industryCodes();
  readonly #texts: string[] = [...this.industries];
  readonly #codes = new Map(this.#texts.map((text, code) => [text, code]));

  of(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /** null: none of the texts that were named. */
  text(code: number): string | null {
    return this.#texts[code] ?? null;
  }
}

function industryCodes(): string[] {
  const codes: string[] = [];
  for (let division = 1; division < 100; division++) {
    const code = String(division).padStart(2, "0");
    if (sectionOf(code) === null) continue;
    codes.push(code);
    const bounds = JSON.stringify(firmSizeBounds(code));
    for (let third = 0; third < 10; third++)
      if (JSON.stringify(firmSizeBounds(`${code}${third}`)) !== bounds) codes.push(`${code}${third}`);
  }
  return codes;
}
