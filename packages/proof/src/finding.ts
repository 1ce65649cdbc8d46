/** What a proof says: findings with the words they rest on and dossiers that show them, what was not proved and why, what a measure can cost. */
import type { RawDossier } from "./world/world.ts";

export type FindingKind =
  | "tier-gap"
  | "tier-overlap"
  | "open-boundary"
  | "never-paid"
  | "conditions-conflict"
  | "condition-never"
  | "row-never"
  | "mark-never"
  | "amount-falls"
  | "cap-never-binds"
  | "cap-always-binds"
  | "formulas-part"
  | "figure-unused"
  | "fact-unused";

/** As officials read them. */
export const KIND_WORDS: Readonly<Record<FindingKind, string>> = {
  "tier-gap": "档次有缺口",
  "tier-overlap": "档次有重叠",
  "open-boundary": "边界未定",
  "never-paid": "永远得不到",
  "conditions-conflict": "条件互相矛盾",
  "condition-never": "条件永不成立",
  "row-never": "档次永不适用",
  "mark-never": "标记永不出现",
  "amount-falls": "多投反而少得",
  "cap-never-binds": "限额永不起作用",
  "cap-always-binds": "限额总起作用",
  "formulas-part": "两个算法分开",
  "figure-unused": "数没有用到",
  "fact-unused": "事实没有用到",
};

/** A dossier that shows a finding, read and computed by the engine. */
export interface Example {
  readonly label: string;
  readonly dossier: RawDossier;
  /** What the engine gives for the measure, 分. */
  readonly amount: number;
}

export interface Finding {
  readonly kind: FindingKind;
  /** null: of the policy as a whole. */
  readonly measure: string | null;
  readonly clause: string;
  /** The official words it rests on, "" where there are none. */
  readonly words: string;
  readonly text: string;
  readonly examples: readonly Example[];
}

export interface Unproved {
  readonly clause: string;
  readonly what: string;
  readonly why: string;
}

/** Upper bound for one applicant in one year, 分; null: no bound, `why` says why. */
export interface Cost {
  readonly measure: string;
  readonly clause: string;
  readonly title: string;
  readonly each: number | null;
  /** For all of them together. */
  readonly all: number | null;
  readonly why: string;
}

export interface Proof {
  readonly findings: readonly Finding[];
  readonly unproved: readonly Unproved[];
  readonly costs: readonly Cost[];
  /** Statements shown to hold for all dossiers within the stated bounds. */
  readonly proved: number;
}
