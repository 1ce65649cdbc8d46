/** A complaint about facts.md at a cell of it. */

import type { FACTS_CATALOGUE } from "../complaints/facts-catalogue.ts";
import { type Complaint, complain } from "../complaints.ts";
import type { DocCell } from "../read/policy-document.ts";

/** Those that need no arguments. */
export type FactComplaintCode = Exclude<keyof typeof FACTS_CATALOGUE, "facts-unit">;

/** `cell` is the place and the words complained of. */
export function complainOfFacts(code: FactComplaintCode, file: string, cell: DocCell): Complaint {
  return complain(code, { file, line: cell.line, column: cell.column, words: cell.text });
}
