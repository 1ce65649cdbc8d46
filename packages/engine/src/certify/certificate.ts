/**
 * A settled round's certificate: the choice, the proof that no other has a larger total, and the use of every expense, as JSON that can be added up
 * again. Money is a text in 元 with two decimals.
 */

export interface CertificateSource {
  /** SHA-256 of the round's file, hex. */
  readonly sha256: string;
  /** SHA-256 of a text, hex. */
  readonly digest: (text: string) => string;
}

export interface RoundCertificate {
  readonly format: "zhengdui-certificate-2";
  readonly policy: { readonly id: string; readonly version: string; readonly hash: string };
  readonly round: { readonly sha256: string; readonly year: number };
  readonly totals: { readonly granted: string; readonly standing: string };
  readonly applicants: readonly CertifiedApplicant[];
}

export interface CertifiedApplicant {
  readonly uscc: string;
  readonly name: string;
  /** Σ of the measures, and of the outside awards that stand. */
  readonly granted: string;
  readonly standing: string;
  /** The bound is granted + standing. */
  readonly optimal: boolean;
  /** No lawful choice has a larger total, and the proof shows it; null: figures beyond what the program can prove. */
  readonly bound: string | null;
  /** Claimed projects in their order; the keeper is a measure, or "outside". */
  readonly keepers: readonly { readonly project: string; readonly keeper: string }[];
  /** Every measure in the policy's order, then "outside". */
  readonly claims: readonly CertifiedClaim[];
  readonly proof: WrittenProof | null;
}

/**
 * By row, what is put into it, or needed from it (−). The row "money" is paid. Of the others, named by measure, or measure#group, what is short at the
 * end is taken off the money where they belong to a cap, and can't be where they belong to steps. A row …≤ is the room under a step that others fall below.
 */
export type Fills = Readonly<Record<string, string>>;

export interface CertifiedClaim {
  readonly by: string;
  /** each: the items pay, under a cap or not. sum: a step of the items' sum pays. apart: it doesn't compete for projects. */
  readonly kind: "each" | "sum" | "apart";
  /** The dossier's list ("": none). */
  readonly list: string;
  /** The best of them counts: one of a cap, one a step (of groups: for each of them). */
  readonly terms: readonly { readonly fills: Fills }[];
  /** SHA-256 of the terms: applicants with the same have the same. */
  readonly digest: string;
  /** Σ of the items that count, by row. */
  readonly claimed: Fills;
  readonly granted: string;
  /** All items of the list, in their order. */
  readonly items: readonly CertifiedItem[];
}

export interface CertifiedItem {
  readonly at: string;
  /** Of an outside award: its programme. */
  readonly id: string;
  readonly project: string;
  /** none: it doesn't count, or its measure pays nothing. */
  readonly use: Use;
  readonly fills: Fills | null;
}

export type Use = "kept" | "given-up" | "none";

/** See prove/proof.ts. Stages: the keepers' projects, then the claims' terms. Prices by row, whole numbers; codes of a layer between blanks. */
export interface WrittenProof {
  readonly order: readonly number[];
  readonly prices: readonly Fills[];
  readonly layers: readonly string[];
}
