/** What a draft changed against another version: line by line within each section (clause, fact group, case), and which figures. */
import type { WorkshopDocument } from "@zhengdui/contract";
import type { Param, Policy } from "@zhengdui/policy";

export interface Line {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

export interface SectionChange {
  readonly document: string;
  /** The heading, "" for what stands before the first. */
  readonly heading: string;
  readonly lines: readonly Line[];
}

export interface FigureChange {
  readonly name: string;
  readonly clause: string;
  /** In words; null: wasn't there, isn't there any more. */
  readonly before: string | null;
  readonly after: string | null;
}

export function changesOf(before: readonly WorkshopDocument[], after: readonly WorkshopDocument[]): SectionChange[] {
  return after.flatMap(({ name, text }) => {
    const old = sectionsOf(before.find((document) => document.name === name)?.text ?? "");
    const now = sectionsOf(text);
    const headings = [...new Set([...now.keys(), ...old.keys()])];
    return headings.flatMap((heading): SectionChange[] => {
      const [was, is] = [old.get(heading) ?? [], now.get(heading) ?? []];
      return was.join("\n") === is.join("\n") ? [] : [{ document: name, heading, lines: compare(was, is) }];
    });
  });
}

/** Lines under each heading; two sections of one heading are taken together. */
function sectionsOf(text: string): Map<string, string[]> {
  const sections = new Map<string, string[]>();
  let heading = "";
  for (const line of text.replace(/\s+$/, "").split(/\r?\n/)) {
    heading = /^#{1,2}\s+(.*)$/.exec(line)?.[1]?.trim() ?? heading;
    const lines = sections.get(heading);
    if (lines === undefined) sections.set(heading, [line]);
    else lines.push(line);
  }
  return sections;
}

/** Beyond this many pairs of lines the table would be too large: all that lies between is told as gone and new. */
const MOST_PAIRS = 2 ** 22;

/** What is the same at the beginning and at the end needs no search. */
function compare(before: readonly string[], after: readonly string[]): Line[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [was, is] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const same = (lines: readonly string[]) => lines.map((text): Line => ({ kind: "same", text }));
  const between = was.length * is.length > MOST_PAIRS ? replaced(was, is) : shortest(was, is);
  return [...same(before.slice(0, head)), ...between, ...same(before.slice(before.length - tail))];
}

const replaced = (was: readonly string[], is: readonly string[]): Line[] => [
  ...was.map((text): Line => ({ kind: "gone", text })),
  ...is.map((text): Line => ({ kind: "new", text })),
];

/** The longest common subsequence, by the textbook's table. */
function shortest(before: readonly string[], after: readonly string[]): Line[] {
  const width = after.length + 1;
  const longest = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      longest[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: Line[] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [was, is] = [before[i], after[j]];
    if (was !== undefined && was === is) {
      lines.push({ kind: "same", text: was });
      i++;
      j++;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: "gone", text: was });
      i++;
    } else {
      lines.push({ kind: "new", text: is ?? "" });
      j++;
    }
  }
  return lines;
}

export function figureChanges(before: Policy, after: Policy): FigureChange[] {
  const keyed = (params: readonly Param[]) => new Map(params.map((param) => [param.name, param]));
  const [old, now] = [keyed(before.params), keyed(after.params)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name): FigureChange[] => {
    const [was, is] = [old.get(name), now.get(name)];
    const words = [was, is].map((param) => (param === undefined ? null : figureWords(param)));
    const change = { name, clause: is?.clause ?? was?.clause ?? "", before: words[0] ?? null, after: words[1] ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function figureWords({ value, scale, unit }: Param): string {
  if (value === null) return "未定";
  if (typeof value !== "number") return value.join("、");
  const shown = (digits: number) => String(value / 10 ** digits);
  if (unit.startsWith("元") && value >= 10 ** (scale + 4)) return `${shown(scale + 4)}万${unit}`;
  return unit === "" && scale >= 2 ? `${shown(scale - 2)}%` : `${shown(scale)}${unit}`;
}
