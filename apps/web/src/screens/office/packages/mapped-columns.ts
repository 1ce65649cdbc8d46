/** The rows of the mapping's form ↔ the mapping: each heading has one meaning, or none and is kept as it stands. */
import type { Mapping } from "./exchange-server.ts";

export interface MappedColumn {
  /** Of the row, so that typing in one doesn't move it. */
  readonly id: number;
  readonly heading: string;
  /** One of HEAD_MEANINGS, a fact's path, or "". */
  readonly meaning: string;
  readonly unit: "yuan" | "wan";
}

export const HEAD_MEANINGS = [
  { value: "number", label: "申报编号" },
  { value: "uscc", label: "统一社会信用代码" },
  { value: "name", label: "单位名称" },
  { value: "clause", label: "条款" },
  { value: "project", label: "项目" },
  { value: "claimed", label: "申报金额" },
] as const;

const HEADS: ReadonlySet<string> = new Set(HEAD_MEANINGS.map(({ value }) => value));

export function columnsOf({ mapping }: Mapping): MappedColumn[] {
  const heads = HEAD_MEANINGS.flatMap(({ value }) => {
    const heading = mapping.headings[value];
    return heading === null
      ? []
      : [{ heading, meaning: value as string, unit: value === "claimed" ? mapping.claimedUnit : "yuan" }];
  });
  const facts = mapping.facts.map(({ path, heading, unit }) => ({ heading, meaning: path, unit }));
  return [...heads, ...facts].map((one, id) => ({ ...one, id }) as MappedColumn);
}

/** In the order in which the server names their faults. */
export const factColumns = (columns: readonly MappedColumn[]): readonly MappedColumn[] =>
  columns.filter(({ meaning }) => meaning !== "" && !HEADS.has(meaning));

export function mappingOf(columns: readonly MappedColumn[]) {
  const headed = (meaning: string) => columns.find((one) => one.meaning === meaning)?.heading ?? null;
  return {
    headings: {
      ...{ number: headed("number") ?? "", uscc: headed("uscc") ?? "", name: headed("name") ?? "" },
      ...{ clause: headed("clause"), project: headed("project"), claimed: headed("claimed") },
    },
    claimedUnit: columns.find(({ meaning }) => meaning === "claimed")?.unit ?? ("yuan" as const),
    facts: factColumns(columns).map(({ heading, meaning, unit }) => ({ path: meaning, heading, unit })),
  };
}

/** A heading's likely meaning: the same words, or one within the other. */
export function guessMeaning(heading: string, meanings: readonly { readonly value: string; readonly label: string }[]): string {
  const bare = heading.replace(/[（(].*$|[\s*※：:]/g, "");
  const also: readonly (readonly [RegExp, string])[] = [
    [/(申报|申请|受理)(编号|单号|流水号)/, "number"],
    [/信用代码/, "uscc"],
    [/(单位|企业)名称/, "name"],
    [/项目名称/, "project"],
    [/(申报|申请)金额/, "claimed"],
  ];
  return meanings.find(({ label }) => label === bare)?.value ?? also.find(([words]) => words.test(bare))?.[1] ?? "";
}
