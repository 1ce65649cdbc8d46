/** What an office tells beside the law: `service.json` in the folder of a policy's version. Nothing is computed from it, and no hash covers it. */

export interface ServiceSheet {
  /** null: not repealed before its end. */
  readonly repealed: Repeal | null;
  /** At most one a policy year; a year without one isn't known here. */
  readonly windows: readonly FilingWindow[];
  readonly sections: readonly OfficeSection[];
}

export interface Repeal {
  /** The first day on which it is no longer in force, YYYY-MM-DD. */
  readonly on: string;
  /** The document that repeals it. */
  readonly by: string;
}

export interface FilingWindow {
  /** The policy year whose claims are filed; the days usually lie in the year after. */
  readonly year: number;
  /** YYYY-MM-DD, both days included. */
  readonly from: string;
  readonly to: string;
  /** The notice that says so. */
  readonly by: string;
}

/** Whom to ask about which clauses. */
export interface OfficeSection {
  /** Clause ids; empty: all that no other section names. */
  readonly clauses: readonly string[];
  readonly name: string;
  /** The official words that name it; without: the office said so otherwise. */
  readonly words?: string;
  readonly phone?: string;
  readonly address?: string;
}
