/** What the workshop's page and the server say to each other: documents, complaints, worked cases, words for completion. */
import type { Policy } from "@zhengdui/policy";

/** "original.txt", "policy.md" …, in the order in which one reads them. */
export interface WorkshopDocument {
  readonly name: string;
  readonly text: string;
}

export interface WorkshopEntry {
  readonly policy: string;
  readonly version: string;
  readonly title: string;
}

/** A draft that was put into the folder 回收. */
export interface WorkshopDeleted extends WorkshopEntry {
  /** Names it for bringing it back. */
  readonly key: string;
}

export interface WorkshopContents {
  /** Never changed; a draft is made of a copy. */
  readonly published: readonly WorkshopEntry[];
  readonly drafts: readonly WorkshopEntry[];
  readonly deleted: readonly WorkshopDeleted[];
  readonly defaultTitle: string;
}

export interface WorkshopDocuments {
  readonly documents: readonly WorkshopDocument[];
  /** Of the texts as they are on disk; whoever saves says which they began from. */
  readonly revision: string;
}

export interface WorkshopSave {
  readonly documents: readonly WorkshopDocument[];
  /** null: the draft must not be there yet. */
  readonly revision: string | null;
}

/** An author's mistake at its place; line and column count from 1. */
export interface WorkshopComplaint {
  readonly code: string;
  /** The document's name. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly words: string;
  readonly what: string;
  readonly expected: string;
  readonly why: string;
  readonly mend: string;
}

/** A worked case: what is to be paid by the case and by the rules, 元 with two decimals; null: not to be paid yet. */
export interface WorkshopCase {
  readonly title: string;
  readonly group: string;
  readonly line: number;
  readonly expected: string | null;
  /** Absent: the dossier can't be read, the complaints say why. */
  readonly found?: string | null;
  readonly complaints: readonly WorkshopComplaint[];
  readonly dossier: unknown;
}

export interface WorkshopWord {
  readonly word: string;
  readonly kind: string;
  readonly detail: string;
  /** The record, list or clause it belongs to; "" where it may stand anywhere. */
  readonly of: string;
}

export interface WorkshopVocabulary {
  /** Keys of a rule: "" those of a measure, else those under that key. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly words: readonly WorkshopWord[];
  /** By document and column; column "": any. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly natures: readonly string[];
  readonly marks: readonly string[];
  /** Behind a number: 万元, %, 年 … */
  readonly units: readonly string[];
}

export interface WorkshopCheck {
  /** Those of the worked cases included. */
  readonly complaints: readonly WorkshopComplaint[];
  /** What compiles, and should be looked at all the same; no mistake. */
  readonly notices: readonly WorkshopComplaint[];
  /** null: the documents don't compile, so no case could be computed. */
  readonly cases: readonly WorkshopCase[] | null;
  readonly policy: Policy | null;
  readonly vocabulary: WorkshopVocabulary;
}
