/** A draft that is proved and mutated: what is found stands at its place, its dossiers show it, and a draft that isn't fit is told why. */
import { readFileSync } from "node:fs";
import { type Documents, newPolicy } from "@zhengdui/compiler";
import type { StudyEvent, StudyKind } from "@zhengdui/contract";
import { describe, expect, it } from "vitest";
import { placesIn } from "../src/study/place-in-draft.ts";
import { studyDraft } from "../src/study/study-draft.ts";

const NAMES = ["original.txt", "policy.md", "facts.md", "interpretations.md", "cases.md"];
const read = (folder: string) =>
  Object.fromEntries(
    NAMES.map((name) => [name, readFileSync(new URL(`../../../${folder}/${name}`, import.meta.url), "utf8")]),
  ) as unknown as Documents;
const begun = newPolicy(read("templates/policy"), { policy: "shili-1", from: "2026-01-01", title: "示例办法" });

async function study(kind: StudyKind, documents: Documents): Promise<StudyEvent[]> {
  const events: StudyEvent[] = [];
  await studyDraft(kind, documents, (event) => events.push(event));
  return events;
}
const lineOf = (documents: Documents, line: number) => documents["policy.md"].split("\n")[line - 1] ?? "";

describe("proving a draft", () => {
  // Whoever invests a cent more than the last tier allows gets nothing: a fault that only the proof can see.
  const words = "| [10万元..50万元) | 1万元 |";
  const faulty: Documents = {
    ...begun,
    "policy.md": begun["policy.md"]
      .replace(words, words.replace("1万元", "6万元"))
      .replace("| >= 50万元 | 6万元 |", "| >= 50万元 | 1万元 |"),
  };

  it("tells how far it is, then what was found with a dossier, and what wasn't proved and why", async () => {
    const events = await study("prove", faulty);
    expect(events[0]).toEqual({ kind: "progress", done: 0, of: 2, what: "载入求解器" });
    expect(events.filter(({ kind }) => kind === "progress")).toHaveLength(3);
    const last = events.at(-1);
    if (last?.kind !== "proof") throw new Error(JSON.stringify(last));
    const { findings, unproved, proved } = last.proof;
    const falls = findings.find(({ title }) => title === "多投反而少得");
    expect(falls?.examples).toHaveLength(2);
    expect(falls?.examples[0]?.dossier).toMatchObject({ policy: "shili-1", applicant: { name: "示例有限公司" } });
    expect(falls?.examples.map(({ amount }) => amount)).toEqual(["6 万元", "1 万元"]);
    expect(lineOf(faulty, falls?.place.line ?? 0)).toContain(falls?.place.words);
    expect(unproved[0]).toMatchObject({ clause: "一", what: expect.any(String), why: expect.any(String) });
    expect(lineOf(faulty, unproved[0]?.place.line ?? 0)).toMatch(/^## 一 /);
    expect(proved).toBeGreaterThan(0);
  }, 60_000);

  it("says where a draft can't be read", async () => {
    const broken = { ...begun, "policy.md": begun["policy.md"].replace("[10万元..50万元)", "(10万元..50万元)") };
    expect(await study("prove", broken)).toEqual([
      { kind: "refused", why: expect.stringMatching(/^草稿还读不懂：policy\.md 第 \d+ 行，.*先照“意见”改好。$/) },
    ]);
  });
});

describe("mutating a draft", () => {
  it("lists what no case notices, at the line, with facts that would", async () => {
    const fewer = { ...begun, "cases.md": begun["cases.md"].slice(0, begun["cases.md"].lastIndexOf("\n## ")) };
    const events = await study("mutate", fewer);
    const last = events.at(-1);
    if (last?.kind !== "mutation") throw new Error(JSON.stringify(last));
    const { mutants, killed, equivalent, survivors } = last.mutation;
    expect(killed + equivalent + survivors.length).toBe(mutants);
    expect(survivors.length).toBeGreaterThan(0);
    expect(events.some((event) => event.kind === "progress" && event.what === "逐一改错" && event.done === mutants)).toBe(true);
    for (const { place, spot } of survivors) expect(lineOf(fewer, place.line), spot).not.toBe("");
    expect(survivors.some(({ facts }) => facts?.includes("| "))).toBe(true);
  }, 60_000);

  it("says which case isn't in order yet", async () => {
    const wrong = { ...begun, "cases.md": begun["cases.md"].replace("| 16万元 | 16万元 |", "| 17万元 | 17万元 |") };
    expect(await study("mutate", wrong)).toEqual([
      { kind: "refused", why: expect.stringMatching(/^算例还没有全部相符：cases\.md 第 \d+ 行/) },
    ]);
  });
});

describe("places", () => {
  const text =
    "---\nin-force:\n  from: 2026-01-01\n---\n## 一 · 甲\n\n> 一、按20%，最高3万元。\n\n| 数 | 值 | 原文 |\n| --- | --- | --- |\n| 上限 | 3万元 | `最高3万元` |\n\n```rule\nwho:\n  - text: 本县的\n    when: 申报单位.本县\nlet:\n  投入: 实付\namount: 到分(20% * 投入)\n```\n\n## 二 · 乙\n\n> 二、上限\n";
  const places = placesIn(text);
  it.each([
    ["a figure's row", { clause: "一", place: "上限", was: "3万元" }, 11],
    ["a condition", { clause: "一", place: "本县的", was: "申报单位.本县" }, 15],
    ["a step", { clause: "一", place: "投入", was: "实付" }, 18],
    ["the amount", { clause: "一", place: "金额", was: "到分(投入)" }, 19],
    ["the day it is in force", { clause: "期限", place: "施行日", was: "2026年1月1日" }, 3],
    ["the heading where nothing fits", { clause: "二", place: "没有", was: "没有" }, 22],
  ])("of %s", (_, mutant, line) => {
    expect(places.ofMutant(mutant).line).toBe(line);
  });
  it("of official words", () => {
    expect(places.ofWords("一", "最高3万元")).toEqual({ file: "policy.md", line: 7, column: 10, words: "最高3万元" });
    expect(places.ofWords("三", "没有")).toMatchObject({ line: 1, words: "" });
  });
});
