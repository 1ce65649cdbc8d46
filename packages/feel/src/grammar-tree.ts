/**
 * The grammar's concrete tree of a text, or what is wrong with the text. A text is parsed strictly first, which takes time in
 * proportion; only a short one is parsed again with the grammar's recovery, whose time explodes, to tell all of its faults.
 */
import { parser, trackVariables } from "@bpmn-io/lezer-feel";
import type { Tree } from "@lezer/common";
import { ContextTracker, type InputStream, type Stack } from "@lezer/lr";
import { fail, type Outcome, ok } from "@zhengdui/basics";
import { blankLiterals, countWords } from "./scan-text.ts";
import { complain, type SyntaxComplaint } from "./syntax-complaint.ts";

type Top = "Expression" | "UnaryTests";

/** Longer texts are told their first fault only. */
const MAX_RECOVERY_WORDS = 400;
/** Three numbers a level. Beyond 8400 the grammar would cut the text short and call it wrong where it isn't. */
const MAX_STACK_DEPTH = 8_000;

class TooDeep extends Error {
  constructor(readonly at: number) {
    super("too deep");
  }
}

/** What the grammar's package doesn't declare of its own tracker and stack. */
interface Tracker {
  readonly start: unknown;
  readonly reduce: (context: unknown, term: number, stack: Stack, input: InputStream) => unknown;
}
interface Depth {
  readonly stack: readonly number[];
  readonly pos: number;
}

/** The grammar's tracker of the names in scope, which stops where the text is nested too deeply for the grammar. */
const trackerOf = (names: readonly string[]): ContextTracker<unknown> => {
  const { start, reduce } = trackVariables(Object.fromEntries(names.map((name) => [name, 1]))) as unknown as Tracker;
  const guard = (stack: Stack): void => {
    const { stack: levels, pos } = stack as unknown as Depth;
    if (levels.length > MAX_STACK_DEPTH) throw new TooDeep(pos);
  };
  return new ContextTracker({
    start,
    shift: (context, _term, stack) => {
      guard(stack);
      return context;
    },
    reduce: (context, term, stack, input) => {
      guard(stack);
      return reduce(context, term, stack, input);
    },
  });
};

type Parsed = { readonly tree: Tree } | { readonly stopped: unknown };

const parseOnce = (text: string, top: Top, names: readonly string[], strict: boolean): Parsed => {
  try {
    return { tree: parser.configure({ top, strict, contextTracker: trackerOf(names) }).parse(text) };
  } catch (stopped) {
    return { stopped };
  }
};

/** The word or sign that stands at an offset, without the white space before it. */
const wordAt = (text: string, code: string, offset: number): SyntaxComplaint => {
  const length = /^\s*(?:\w+|\S)/u.exec(code.slice(offset))?.[0].length ?? 0;
  return misplaced(text, offset, offset + length);
};

const misplaced = (text: string, start: number, to: number): SyntaxComplaint => {
  const word = text.slice(start, to).trim();
  const place = { from: word === "" ? start : to - word.length, to };
  return word === "" ? complain("incomplete", place) : complain("unexpected", place, word);
};

const errorNodes = (tree: Tree, text: string): SyntaxComplaint[] => {
  const { code } = blankLiterals(text);
  const found: SyntaxComplaint[] = [];
  tree.iterate({
    enter: (node) => {
      if (!node.type.isError) return;
      const one = node.to > node.from ? misplaced(text, node.from, node.to) : wordAt(text, code, node.from);
      if (found.at(-1)?.from !== one.from) found.push(one);
    },
  });
  return found;
};

/** The grammar's strict parser throws `No parse at 12`, its tracker now and then something else, without a place. */
const placeOf = (stopped: unknown): number | undefined => {
  const at = stopped instanceof SyntaxError ? /^No parse at (\d+)$/.exec(stopped.message)?.[1] : undefined;
  return at === undefined ? undefined : Number(at);
};

/** Of a long text. The grammar also gives up on very long chains (`1 + 1 + …`), which are no mistake: the two can't be told apart. */
const faultOf = (stopped: unknown, text: string): SyntaxComplaint => {
  if (stopped instanceof TooDeep) return complain("too-deep", { from: stopped.at, to: text.length });
  const at = placeOf(stopped);
  if (at === undefined) return complain("unexpected", { from: 0, to: text.length }, text.trim());
  const { from, to } = wordAt(text, blankLiterals(text).code, at);
  return complain(from === to ? "incomplete" : "lost", { from, to }, text.slice(from, to));
};

export const grammarTree = (text: string, top: Top, names: readonly string[]): Outcome<Tree, SyntaxComplaint> => {
  const strict = parseOnce(text, top, names, true);
  if ("tree" in strict) return ok(strict.tree);
  if (countWords(text) > MAX_RECOVERY_WORDS) return fail(faultOf(strict.stopped, text));
  const loose = parseOnce(text, top, names, false);
  if (!("tree" in loose)) return fail(faultOf(loose.stopped, text));
  const broken = errorNodes(loose.tree, text);
  return broken.length > 0 ? fail(...broken) : ok(loose.tree);
};
