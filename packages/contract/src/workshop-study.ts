/** What a study of a draft (proof or mutation) tells while it runs: an event a line, the last says how it ended. */

export type StudyKind = "prove" | "mutate";

export type StudyEvent =
  | { readonly kind: "progress"; readonly done: number; readonly of: number; readonly what: string }
  | { readonly kind: "proof"; readonly proof: StudyProof }
  | { readonly kind: "mutation"; readonly mutation: StudyMutation }
  /** The draft itself isn't fit for it yet, or the study was ended; a sentence for its author. */
  | { readonly kind: "refused"; readonly why: string };

/** A place in a document; line and column count from 1. */
export interface StudyPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The words there that are meant. */
  readonly words: string;
}

export interface StudyFinding {
  /** 档次有缺口 */
  readonly title: string;
  readonly clause: string;
  readonly text: string;
  readonly place: StudyPlace;
  readonly examples: readonly StudyExample[];
}

export interface StudyExample {
  readonly label: string;
  /** In words: 6 万元 */
  readonly amount: string;
  /** As a dossier file has it. */
  readonly dossier: unknown;
}

export interface StudyProof {
  /** Questions that no dossier answers with yes. */
  readonly proved: number;
  readonly findings: readonly StudyFinding[];
  readonly unproved: readonly {
    readonly clause: string;
    readonly what: string;
    readonly why: string;
    readonly place: StudyPlace;
  }[];
}

export interface StudySurvivor {
  readonly clause: string;
  /** Where in the clause: the condition's text, a figure's name, 金额 … */
  readonly spot: string;
  readonly was: string;
  readonly became: string;
  readonly place: StudyPlace;
  /** Facts, as cases.md has them, on which the two differ; null: none were found. */
  readonly facts: string | null;
  /** Clauses whose outcome then differs. */
  readonly differs: readonly string[];
}

export interface StudyMutation {
  readonly mutants: number;
  readonly killed: number;
  readonly equivalent: number;
  readonly survivors: readonly StudySurvivor[];
}
