/** What every command of `zhengdui` is, and how all of them report bad input. */
import type { Problem } from "@zhengdui/basics";

export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

export interface Command {
  readonly name: string;
  /** One line for `zhengdui --help`. */
  readonly summary: string;
  /** English first line, then Chinese. */
  readonly help: string;
  /** The exit status: 0 done, 1 done but for some lines, 2 the input is bad. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
}

/** A file may be called anything: what would break the line or steer a terminal is shown as \\u000a. */
export const inOneLine = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Nothing on standard output; on standard error a line a problem, or with --json one array. */
export function reportProblems(problems: readonly Problem[], json: boolean, io: Io): number {
  const lines = problems.map(({ path, problem, expected }) => `${inOneLine(`${path}: ${problem}; ${expected}`)}\n`).join("");
  io.stderr.write(json ? `${JSON.stringify(problems)}\n` : lines);
  return 2;
}
