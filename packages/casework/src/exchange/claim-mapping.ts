/** Which column of the platform's sheet is what, as data; checked against the facts that the policy declares. */
import { fail, nearest, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { Fact, Policy } from "@zhengdui/policy";
import { KEPT_APART } from "../file/declared-facts.ts";
import { folded } from "../sheet/sheet-cell.ts";
import { placeFault } from "./attachment-place.ts";

/** 元 or 万元. */
export type MoneyUnit = "yuan" | "wan";

export interface MappedFact {
  /** applicant.employees; softwarePurchases[].softwarePaid: a row is then one item of that list. */
  readonly path: string;
  readonly heading: string;
  /** Of an amount of money. */
  readonly unit: MoneyUnit;
}

export interface ClaimMapping {
  /** null: the first one that has the headings. */
  readonly sheet: string | null;
  readonly headings: {
    readonly number: string;
    readonly uscc: string;
    readonly name: string;
    readonly clause: string | null;
    readonly project: string | null;
    readonly claimed: string | null;
  };
  readonly claimedUnit: MoneyUnit;
  readonly facts: readonly MappedFact[];
  /** Where a claim's attachments lie, beside the sheet: 附件/{number}/; null: there are none. */
  readonly attachments: string | null;
  /** Headings under which the results go back. */
  readonly results: { readonly result: string; readonly reason: string; readonly amount: string };
}

/** What the office decides or what the file's head knows is never taken from a package. */
const NOT_FROM_PACKAGES: ReadonlySet<string> = new Set(["applicant.uscc", "applicant.name"]);
const SETTINGS = "settings";

/** The policy's facts by the path that a mapping writes. Tax figures have a book of their own. */
export function claimFacts({ facts }: Policy): ReadonlyMap<string, Fact> {
  const records = facts.records
    .filter(({ id }) => id !== SETTINGS)
    .flatMap(({ id, facts: own }) => own.map((fact) => [`${id}.${fact.key}`, fact] as const));
  const lists = facts.lists.flatMap(({ id, facts: own }) => own.map((fact) => [`${id}[].${fact.key}`, fact] as const));
  return new Map([...records, ...lists].filter(([path, { privacy }]) => privacy !== KEPT_APART && !NOT_FROM_PACKAGES.has(path)));
}

export function checkMapping(mapping: ClaimMapping, policy: Policy): Outcome<ClaimMapping, Problem> {
  const place = mapping.attachments === null ? null : placeFault(mapping.attachments);
  const problems = [
    ...factFaults(mapping, policy),
    ...twiceFaults(mapping),
    ...resultFaults(mapping),
    ...(place === null ? [] : [{ path: "attachments", problem: place, expected: "例如 附件/{number}/ 或 {number}_*" }]),
  ];
  return problems.length === 0 ? ok(mapping) : fail(...problems);
}

function factFaults({ facts }: ClaimMapping, policy: Policy): Problem[] {
  const declared = claimFacts(policy);
  return facts.flatMap(({ path, unit }, at): Problem[] => {
    const fact = declared.get(path);
    if (fact === undefined) {
      const near = nearest(path, [...declared.keys()]);
      const expected = near === null ? "只能是政策声明的申报事实；财政贡献另行登记" : `是否应为 ${near}？`;
      return [{ path: `facts[${at}].path`, problem: `${policy.id} 没有“${path}”这个事实`, expected }];
    }
    if (facts.findIndex((one) => one.path === path) !== at)
      return [{ path: `facts[${at}].path`, problem: `“${fact.label}”写了两次`, expected: "只留一次" }];
    if (unit === "wan" && fact.type.kind !== "money")
      return [{ path: `facts[${at}].unit`, problem: `“${fact.label}”不是金额`, expected: "单位只用于金额" }];
    return [];
  });
}

/** Every mapped column with its place in the form and its heading. */
export function mappedHeadings({
  headings,
  facts,
}: ClaimMapping): readonly { readonly path: string; readonly heading: string }[] {
  const own = Object.entries(headings).flatMap(([key, heading]) =>
    heading === null ? [] : [{ path: `headings.${key}`, heading: heading as string }],
  );
  return [...own, ...facts.map(({ heading }, at) => ({ path: `facts[${at}].heading`, heading }))];
}

function twiceFaults(mapping: ClaimMapping): Problem[] {
  const first = new Map<string, string>();
  return mappedHeadings(mapping).flatMap(({ path, heading }) => {
    const known = first.has(folded(heading));
    first.set(folded(heading), path);
    return known ? [{ path, problem: `“${heading}”这一列用了两次`, expected: "一列只能是一样东西" }] : [];
  });
}

function resultFaults({ results: { result, reason, amount } }: ClaimMapping): Problem[] {
  const names = [result, reason, amount].map(folded);
  return new Set(names).size === names.length
    ? []
    : [{ path: "results.result", problem: "结果、原因、金额的表头有相同的", expected: "写成不同的表头" }];
}
