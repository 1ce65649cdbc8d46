/** Legal FEEL names from Chinese titles: what a name may not hold becomes a low line, what is taken gets a number. */

/** Words that open or join FEEL expressions; a name of one of them alone can't be read. */
const RESERVED = new Set(
  ["and", "between", "date", "else", "every", "false", "for", "function", "if", "in", "instance", "item"].concat([
    "not",
    "null",
    "or",
    "return",
    "satisfies",
    "some",
    "then",
    "time",
    "true",
  ]),
);

export function legalName(text: string): string {
  const kept = text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}_]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  const safe = kept === "" || RESERVED.has(kept) ? `${kept}_` : kept;
  return /^\p{N}/u.test(safe) ? `_${safe}` : safe;
}

export class FeelNames {
  private readonly taken = new Set<string>();

  constructor(reserved: Iterable<string> = []) {
    for (const name of reserved) this.taken.add(name);
  }

  all(): Iterable<string> {
    return this.taken;
  }

  /** The name itself, or the first of name_2, name_3 … that is free. */
  take(text: string): string {
    const name = legalName(text);
    let free = name;
    for (let n = 2; this.taken.has(free); n++) free = `${name}_${n}`;
    this.taken.add(free);
    return free;
  }
}
