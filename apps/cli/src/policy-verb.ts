/** A verb of `zhengdui policy`: what may stand behind it, and what it does. Nothing is loaded before it is asked for. */
import type { Problem } from "@zhengdui/basics";
import type { Io } from "./command.ts";

export interface PolicyVerb {
  /** Lines of the help. */
  readonly help: string;
  /** Options without and with a value, by name: "json", "policy". */
  readonly flags: readonly string[];
  readonly values: readonly string[];
  /** How many words at most. */
  readonly words: number;
  readonly run: (call: VerbCall) => Promise<number>;
}

export interface VerbCall {
  /** The product's folder. */
  readonly root: string;
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly json: boolean;
  readonly io: Io;
}

const HELP = "zhengdui policy --help";

/** Every word of the command line has its place, or is named. `-o` is short for `--out`. */
export function readVerb(
  verb: Pick<PolicyVerb, "flags" | "values" | "words">,
  args: readonly string[],
): { readonly call: Pick<VerbCall, "words" | "flags" | "values" | "json">; readonly odd: Problem | null } {
  const [words, flags, values] = [[] as string[], new Set<string>(), new Map<string, string>()];
  let odd: Problem | null = null;
  const wrong = (path: string, problem: string): void => {
    odd ??= { path, problem, expected: HELP };
  };
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name = "", ...given] = (word === "-o" ? "--out" : word).split("=");
    const key = name.slice(2);
    if (!word.startsWith("-")) words.push(word);
    else if (given.length === 0 && (key === "json" || verb.flags.includes(key)) && name.startsWith("--")) flags.add(key);
    else if (verb.values.includes(key) && name.startsWith("--")) {
      const value = given.length > 0 ? given.join("=") : rest.shift();
      if (value === undefined || value === "" || value.startsWith("--")) wrong(name, "后面没有写内容");
      else values.set(key, value);
    } else wrong(word, "没有这个选项");
  }
  const extra = words[verb.words];
  if (extra !== undefined) wrong(extra, `多出来的词，这里至多 ${verb.words} 个`);
  return { call: { words, flags, values, json: flags.has("json") }, odd };
}
