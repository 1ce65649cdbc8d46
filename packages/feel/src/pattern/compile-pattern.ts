/** A regular expression as a program of small steps, which `findAll` runs without the blow-up of plain backtracking. */
import { type PatternNode, readPattern } from "./read-pattern.ts";

export type Step =
  | { readonly op: "one"; readonly allows: (character: string) => boolean }
  | { readonly op: "assert"; readonly at: Extract<PatternNode, { kind: "assert" }>["at"] }
  | { readonly op: "same"; readonly group: number }
  | { readonly op: "save"; readonly slot: number }
  /** To `first`, and where that fails to `second`. */
  | { readonly op: "fork"; readonly first: number; readonly second: number }
  | { readonly op: "jump"; readonly to: number }
  | { readonly op: "found" };

export interface Pattern {
  readonly steps: readonly Step[];
  readonly groups: number;
  readonly multiline: boolean;
  readonly ignoreCase: boolean;
  /** A back reference's outcome hangs on what was captured, so that places can't be remembered as failed. */
  readonly remembers: boolean;
}

const MAX_SOURCE_LENGTH = 5_000;
const MAX_STEPS = 10_000;

class TooLong extends Error {}

/** Whether a source of one character's length allows a character, by the platform's RegExp; remembered. */
const allowing = (source: string, flags: string): ((character: string) => boolean) => {
  const regex = new RegExp(`^${source}$`, `${flags.replace("m", "")}u`);
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const allowed = regex.test(character);
    known.set(character, allowed);
    return allowed;
  };
};

class Compiler {
  readonly steps: Step[] = [];
  remembers = false;

  constructor(readonly flags: string) {}

  #emit(step: Step): number {
    if (this.steps.length >= MAX_STEPS) throw new TooLong();
    return this.steps.push(step) - 1;
  }

  get #next(): number {
    return this.steps.length;
  }

  node(node: PatternNode): void {
    switch (node.kind) {
      case "empty":
        return;
      case "one":
        this.#emit({ op: "one", allows: allowing(node.source, this.flags) });
        return;
      case "assert":
        this.#emit({ op: "assert", at: node.at });
        return;
      case "same":
        this.remembers = true;
        this.#emit({ op: "same", group: node.group });
        return;
      case "group":
        this.#emit({ op: "save", slot: node.number * 2 });
        this.node(node.of);
        this.#emit({ op: "save", slot: node.number * 2 + 1 });
        return;
      case "sequence":
        for (const part of node.parts) this.node(part);
        return;
      case "choice":
        this.#choice(node.options);
        return;
      case "repeat":
        this.#repeat(node);
        return;
    }
  }

  /** `make` writes what is tried first (greedy) or second (lazy) after the fork; the other way leads past it. */
  #optional(greedy: boolean, make: () => void): void {
    const fork = this.#emit({ op: "jump", to: 0 });
    const inside = this.#next;
    make();
    const past = this.#next;
    this.steps[fork] = greedy ? { op: "fork", first: inside, second: past } : { op: "fork", first: past, second: inside };
  }

  #choice(options: readonly PatternNode[]): void {
    const jumps: number[] = [];
    for (const [index, option] of options.entries()) {
      if (index === options.length - 1) this.node(option);
      else
        this.#optional(true, () => {
          this.node(option);
          jumps.push(this.#emit({ op: "jump", to: 0 }));
        });
    }
    for (const jump of jumps) this.steps[jump] = { op: "jump", to: this.#next };
  }

  #repeat({ of, min, max, greedy }: Extract<PatternNode, { kind: "repeat" }>): void {
    for (let count = 0; count < min; count++) this.node(of);
    if (max === Number.POSITIVE_INFINITY) {
      const start = this.#next;
      this.#optional(greedy, () => {
        this.node(of);
        this.#emit({ op: "jump", to: start });
      });
      return;
    }
    for (let count = min; count < max; count++) this.#optional(greedy, () => this.node(of));
  }
}

/** XPath's flags: i m s as in JavaScript; x takes the white space out of the pattern; q makes it literal. */
const sourceOf = (pattern: string, flags: string): string => {
  if (flags.includes("q")) return pattern.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return flags.includes("x") ? pattern.replace(/\s+/g, "") : pattern;
};

const isValid = (source: string, flags: string): boolean => {
  try {
    return new RegExp(source, `${flags}u`) instanceof RegExp;
  } catch {
    return false;
  }
};

const compile = (pattern: string, flags: string): Pattern | "invalid" | "too long" => {
  if (!/^[imsxq]*$/.test(flags)) return "invalid";
  const source = sourceOf(pattern, flags);
  const plainFlags = [...new Set(flags.replace(/[xq]/g, ""))].join("");
  if (source.length > MAX_SOURCE_LENGTH) return "too long";
  const read = isValid(source, plainFlags) ? readPattern(source) : undefined;
  if (read === undefined) return "invalid";
  const compiler = new Compiler(plainFlags);
  try {
    compiler.node({ kind: "group", number: 0, of: read.node });
  } catch (thrown) {
    if (thrown instanceof TooLong) return "too long";
    throw thrown;
  }
  const { steps, remembers } = compiler;
  const [multiline, ignoreCase] = [plainFlags.includes("m"), plainFlags.includes("i")];
  return { steps: [...steps, { op: "found" }], groups: read.groups, multiline, ignoreCase, remembers };
};

/** A loop asks for the same pattern again and again; forgotten all at once where there are many. */
const known = new Map<string, ReturnType<typeof compile>>();
const MAX_KNOWN = 50;

export const compilePattern = (pattern: string, flags: string): ReturnType<typeof compile> => {
  const key = `${flags}/${pattern}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const made = compile(pattern, flags);
  known.set(key, made);
  return made;
};
