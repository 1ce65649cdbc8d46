/** Where a draft speaks of what was found: the clause's section of policy.md, and in it the line with the words, the figure or the condition. */
import type { StudyPlace } from "@zhengdui/contract";
import type { Mutant } from "@zhengdui/proof";

const FILE = "policy.md";

/** Words of a mutant's place → the key of the rule that it stands under. */
const KEYS: Readonly<Record<string, RegExp>> = {
  金额: /^\s*amount:/,
  单项上限: /^\s*cap:/,
  年度上限: /^\s*year cap:/,
  政策年度: /^\s*years:/,
  施行日: /^\s*from:/,
  就高不重复: /^\s*combination:/,
  财政贡献上限: /^\s*ceiling:/,
};

interface Line {
  readonly text: string;
  readonly number: number;
}

export interface DraftPlaces {
  /** `words`: official words of the clause, or any that stand in it; the heading where they don't. */
  readonly ofWords: (clause: string, words: string) => StudyPlace;
  readonly ofMutant: (mutant: Pick<Mutant, "clause" | "place" | "was">) => StudyPlace;
}

export function placesIn(policyMd: string): DraftPlaces {
  const lines = policyMd.split("\n").map((text, i): Line => ({ text: text.replace(/\r$/, ""), number: i + 1 }));
  const sectionOf = (clause: string): readonly Line[] => {
    const from = lines.findIndex(({ text }) => headingOf(text) === clause);
    if (from < 0) return lines;
    const length = lines.slice(from + 1).findIndex(({ text }) => headingOf(text) !== null);
    return length < 0 ? lines.slice(from) : lines.slice(from, from + 1 + length);
  };
  /** The first line of the first test that any line passes; else the section's own heading. */
  const first = (section: readonly Line[], tests: readonly ((text: string) => boolean)[], words: string): StudyPlace => {
    for (const test of tests) {
      const found = section.find(({ text }, i) => i > 0 && test(text));
      if (found !== undefined) return at(found, words);
    }
    return at(section[0] ?? { text: "", number: 1 }, "");
  };
  return {
    ofWords: (clause, words) => first(sectionOf(clause), words === "" ? [] : [(text) => text.includes(words)], words),
    ofMutant({ clause, place, was }) {
      const key = KEYS[place];
      const tests = [
        (text: string) => isFigureRow(text, place),
        (text: string) => /^\s*(- )?text:/.test(text) && text.includes(place),
        (text: string) => text.trimStart().startsWith(`${place}:`) || text.includes(`：${place}`),
        ...(key === undefined ? [] : [(text: string) => key.test(text)]),
        (text: string) => text.includes(place),
        (text: string) => text.includes(was),
      ];
      return first(sectionOf(clause), tests, place);
    },
  };
}

/** `## 一（二）· 增产奖励` → 一（二） */
const headingOf = (text: string): string | null => /^##\s+([^\s·]+)/.exec(text)?.[1] ?? null;

const isFigureRow = (text: string, name: string): boolean => text.startsWith("|") && text.split("|")[1]?.trim() === name;

function at({ text, number }: Line, words: string): StudyPlace {
  const column = words === "" ? -1 : text.indexOf(words);
  return { file: FILE, line: number, column: Math.max(column, 0) + 1, words: column < 0 ? "" : words };
}
