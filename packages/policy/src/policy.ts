/** What a policy IS once compiled: plain data (policy.json). No function, no class, no law in here. The waist between compiler and engine. */
import type { Expr } from "@zhengdui/feel";

export interface Policy {
  readonly format: 1;
  /** "jinjiang-2023-11" */
  readonly id: string;
  /** The day this version came into force, YYYY-MM-DD. */
  readonly version: string;
  /** SHA-256, hex, of everything else in this file (canonical JSON) : what a decision pins. */
  readonly hash: string;
  /** 晋政规〔2023〕11号 */
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly inForce: { readonly from: string; readonly to: string; readonly appliedFrom: string };
  readonly years: readonly number[];
  readonly clauses: readonly Clause[];
  readonly params: readonly Param[];
  readonly interpretations: readonly Interpretation[];
  /** Official corrections of the text, each to the words that the rule follows now. */
  readonly corrections?: readonly Correction[];
  readonly facts: FactSchema;
  readonly measures: readonly Measure[];
  /** null: the policy doesn't forbid that one project is funded twice. */
  readonly combination: Combination | null;
  readonly ceiling: Ceiling | null;
}

/** One clause of the text, or one of its parts without a number (heading, preamble, closing). */
export interface Clause {
  /** "二（二）"; "总则-1" … for parts without a number. */
  readonly id: string;
  /** 第二条第（二）项 */
  readonly label: string;
  readonly sentences: readonly string[];
  readonly nature: "rule" | "discretionary" | "unmodelled" | "informational";
}

/** A figure of the text, named. `value` is a scaled integer; null: the text leaves it open until decided. */
export interface Param {
  readonly name: string;
  readonly clause: string;
  readonly value: number | readonly string[] | null;
  readonly scale: number;
  readonly unit: string;
  /** The words that make this figure; each stands exactly once in the clause. */
  readonly words: readonly string[];
}

/** The text stays quoted as promulgated; a later document says what it should have said. */
export interface Correction {
  readonly clause: string;
  /** Words as promulgated; they stand exactly once in the clause. */
  readonly words: string;
  readonly corrected: string;
  /** The correcting document's number, and its day (YYYY-MM-DD). */
  readonly by: string;
  readonly on: string;
  readonly why: string;
}

export interface Interpretation {
  readonly key: string;
  readonly title: string;
  readonly words: string;
  readonly clause: string;
  /** The first is the default. */
  readonly readings: readonly { readonly id: string; readonly text: string }[];
  readonly why: string;
  /** Whether `assess` takes it into account; the others need facts outside a dossier or a decision. */
  readonly computed: boolean;
}

/** The dossier, declared once: forms, importers, readers and the contract come from here. Key order is output order. */
export interface FactSchema {
  readonly records: readonly FactRecord[];
  readonly lists: readonly FactList[];
}

export interface FactRecord {
  /** "applicant", "settings", "consulting" */
  readonly id: string;
  readonly label: string;
  /** false: the whole record may be absent. */
  readonly required: boolean;
  readonly facts: readonly Fact[];
  readonly checks: readonly Check[];
}

export interface FactList {
  /** "softwarePurchases", or "consulting.reports" for a list inside a record. */
  readonly id: string;
  readonly label: string;
  readonly facts: readonly Fact[];
  readonly checks: readonly Check[];
  /** Keys whose values must be unique within the list. */
  readonly unique: readonly string[];
  /** Items have `project` (default: their id); true: at most once in this list. */
  readonly projects: "none" | "many" | "once";
  /** No more rows than this; 1: what an applicant states once. */
  readonly most?: number;
}

export type FactKind =
  | { readonly kind: "money" }
  | { readonly kind: "count"; readonly unit: string }
  /** A decimal ≥ 0, prepared as an integer of 10^-6, cut. */
  | { readonly kind: "decimal"; readonly unit: string }
  | { readonly kind: "rate" }
  | { readonly kind: "boolean" }
  | { readonly kind: "date" }
  | { readonly kind: "month" }
  | { readonly kind: "year" }
  | { readonly kind: "text" }
  | { readonly kind: "uscc" }
  | { readonly kind: "industry" }
  | { readonly kind: "option"; readonly options: readonly Option[] }
  | { readonly kind: "options"; readonly options: readonly Option[] };

export interface Option {
  readonly id: string;
  readonly label: string;
}

export interface Fact {
  /** Key in the dossier: "softwarePaid". */
  readonly key: string;
  /** Name in the rules and on screens: 软件实付. */
  readonly label: string;
  readonly type: FactKind;
  /**
   * required: key must be there, not null · unknowable: key must be there, null means not known · nullable: key must be there, null means no ·
   * optional: absent or null means `absent` (false, 0, none) · optional-unknown: absent or null means not known.
   */
  readonly presence: "required" | "unknowable" | "nullable" | "optional" | "optional-unknown";
  /** Who supplies it, what proves it, who may see it. */
  readonly source: string;
  readonly evidence: string;
  readonly privacy: string;
  /** Could the applicant still bring it about? Only such facts stand in gaps. */
  readonly changeable: boolean;
}

/** A rule between facts whose breach makes the dossier unreadable (exit 2), never a mere "not eligible". */
export interface Check {
  readonly test: Expr;
  /** The key at which the breach is reported. */
  readonly at: string;
  readonly problem: string;
  readonly expected: string;
}

export interface Condition {
  readonly id: string;
  readonly text: string;
  readonly clause: string;
  readonly quote: string;
  readonly test: Expr;
  /** Given to an item where the condition fails. */
  readonly mark: string | null;
  /** What the applicant reads where it fails. */
  readonly otherwise: string;
}

export interface Let {
  readonly name: string;
  readonly value: Expr;
}

export interface MarkRule {
  readonly mark: string;
  readonly test: Expr;
}

export interface Measure {
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  /** 补助, 补贴, 奖励, 活动经费补助 */
  readonly noun: string;
  readonly payee: string;
  readonly who: readonly Condition[];
  readonly form: Form;
  /** 1.1: who is chosen where places are few. */
  readonly selection: Selection | null;
}

export type Form =
  /** Every item has its own amount. */
  | {
      readonly kind: "each";
      readonly list: string;
      readonly when: readonly Condition[];
      readonly lets: readonly Let[];
      readonly amount: Expr;
      readonly itemCap: Expr | null;
      readonly yearCap: Expr | null;
      readonly marks: readonly MarkRule[];
      /** A mark of the whole measure, by applicant's or settings' facts. */
      readonly measureMarks: readonly MarkRule[];
    }
  /** Items are added up; the sum decides. */
  | {
      readonly kind: "pool";
      readonly list: string;
      readonly when: readonly Condition[];
      readonly lets: readonly Let[];
      readonly basis: Expr;
      /** The dossier path of the sum in gaps: "softwarePurchases.softwarePaid.total". */
      readonly fact: string;
      readonly name: string;
      /** Where `when` holds, the largest sum of one `by` decides instead of the sum of all. */
      readonly largest: { readonly when: Expr; readonly by: Expr } | null;
      /** With `let` of `name` bound to the sum. */
      readonly amount: Expr;
      readonly marks: readonly MarkRule[];
    }
  /** Rows are counted; the counts decide. */
  | {
      readonly kind: "tally";
      readonly tallies: readonly Tally[];
      readonly when: readonly Condition[];
      readonly amount: Expr;
      readonly marks: readonly MarkRule[];
    }
  | { readonly kind: "discretionary"; readonly list: string }
  | { readonly kind: "no-subsidy"; readonly note: string };

export interface Tally {
  readonly name: string;
  readonly list: string;
  /** "servedSmes.count" */
  readonly fact: string;
  /** Rows for which one of these is false are left out; one that is unknown makes the row unknown. */
  readonly when: readonly Condition[];
  /** A key counts once; its rows' values are joined by Kleene's "and". */
  readonly distinct: string;
  /** Counts only keys that the named, earlier tally counts too. */
  readonly within: string | null;
  readonly counts: Expr;
  readonly marks: readonly MarkRule[];
  readonly duplicateMark: string | null;
  /** What is counted; 家 where it isn't said. */
  readonly unit?: string;
}

/** Who is chosen where places, or money, are few. Keys name facts of the list; `by`: a group of its own each, "" all in one. */
export type Selection = SelectionByScore | FirstCome;

/** The best by score, as many as there are places. */
export interface SelectionByScore {
  /** Figure: places of a group. */
  readonly quota: string;
  readonly by: string;
  readonly score: string;
  readonly decided: string;
  readonly year: Expr;
  /** The fact that takes the rank, and the figures at which another tier begins: a tie across one of them has no rank yet. */
  readonly rank?: { readonly fact: string; readonly tiers: readonly string[] };
}

/** In the order of filing until the money is used up. */
export interface FirstCome {
  /** Figure: 元 of a group. */
  readonly budget: string;
  readonly by: string;
  /** The fact whose smaller value comes first. */
  readonly order: string;
  readonly decided: string;
  readonly year: Expr;
}

/** 就高不重复: which outside awards compete for a project, and which of them are 本级 (tests on a row of `outside`). */
export interface Combination {
  readonly clause: string;
  readonly quote: string;
  readonly outside: string;
  readonly competes: Expr;
  readonly local: Expr;
  /** Measures (by id) that may be combined with any other. */
  readonly except?: readonly string[];
}

export interface Ceiling {
  readonly clause: string;
  readonly quote: string;
  /** Applicants bound by it: everybody where the policy doesn't say. */
  readonly who: Expr;
  readonly contribution: { readonly record: string; readonly key: string };
  /** Other awards that the same ceiling counts. null: it counts none but this policy's, and those that stand in 就高不重复. */
  readonly otherAwards: { readonly record: string; readonly key: string } | null;
  /** Measures (by id) that the ceiling doesn't count. */
  readonly except?: readonly string[];
}
