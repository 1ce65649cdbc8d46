/** A regular expression's text to its tree. The text was accepted by the platform's own RegExp in Unicode mode before. */

export type PatternNode =
  | { readonly kind: "empty" }
  /** One character that the source, a character, escape, class or dot, allows. */
  | { readonly kind: "one"; readonly source: string }
  | { readonly kind: "assert"; readonly at: "start" | "end" | "boundary" | "inside" }
  | { readonly kind: "same"; readonly group: number }
  | { readonly kind: "group"; readonly number: number; readonly of: PatternNode }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly of: PatternNode; readonly min: number; readonly max: number; readonly greedy: boolean };

const ATOM =
  /\\(?:u\{[0-9A-Fa-f]+\}|u[dD][89abAB].{2}\\u[dD][c-fC-F].{2}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S]/uy;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\??)/uy;
const MAX_DEPTH = 200;

const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  "*": [0, Number.POSITIVE_INFINITY],
  "+": [1, Number.POSITIVE_INFINITY],
  "?": [0, 1],
};

const ASSERTIONS: Readonly<Record<string, PatternNode>> = {
  "^": { kind: "assert", at: "start" },
  $: { kind: "assert", at: "end" },
  "\\b": { kind: "assert", at: "boundary" },
  "\\B": { kind: "assert", at: "inside" },
};

class Reader {
  #at = 0;
  #depth = 0;
  groups = 0;

  constructor(readonly source: string) {}

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.source);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  get done(): boolean {
    return this.#at >= this.source.length;
  }

  /** undefined where a construct isn't XPath's: looking ahead or behind, named groups. */
  choice(): PatternNode | undefined {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) return undefined;
    const options: PatternNode[] = [];
    do {
      const option = this.#sequence();
      if (option === undefined) return undefined;
      options.push(option);
    } while (this.#take(/\|/uy) !== null);
    this.#depth -= 1;
    return options.length === 1 ? options[0] : { kind: "choice", options };
  }

  #sequence(): PatternNode | undefined {
    const parts: PatternNode[] = [];
    while (!this.done && !"|)".includes(this.source.charAt(this.#at))) {
      const atom = this.#atom();
      if (atom === undefined) return undefined;
      parts.push(this.#repeated(atom));
    }
    return parts.length === 1 ? parts[0] : parts.length === 0 ? { kind: "empty" } : { kind: "sequence", parts };
  }

  #atom(): PatternNode | undefined {
    if (this.#take(/\((?!\?)/uy) !== null) return this.#group(++this.groups);
    if (this.#take(/\(\?:/uy) !== null) return this.#group(0);
    if (this.source.charAt(this.#at) === "(") return undefined;
    const same = this.#take(/\\([1-9]\d*)/uy);
    if (same !== null) return { kind: "same", group: Number(same[1]) };
    const source = this.#take(ATOM)?.[0];
    return source === undefined ? undefined : (ASSERTIONS[source] ?? { kind: "one", source });
  }

  #group(number: number): PatternNode | undefined {
    const of = this.choice();
    if (of === undefined || this.#take(/\)/uy) === null) return undefined;
    return number === 0 ? of : { kind: "group", number, of };
  }

  #repeated(of: PatternNode): PatternNode {
    const match = this.#take(QUANTIFIER);
    if (match === null) return of;
    const [, sign = "", low = "", comma, high = "", lazy] = match;
    const counted = [
      Number(low),
      comma === undefined ? Number(low) : high === "" ? Number.POSITIVE_INFINITY : Number(high),
    ] as const;
    const [min, max] = BOUNDS[sign] ?? counted;
    return { kind: "repeat", of, min, max, greedy: lazy === "" };
  }
}

export const readPattern = (source: string): { readonly node: PatternNode; readonly groups: number } | undefined => {
  const reader = new Reader(source);
  const node = reader.choice();
  return node === undefined || !reader.done ? undefined : { node, groups: reader.groups };
};
