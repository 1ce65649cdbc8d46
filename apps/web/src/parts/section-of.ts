/** Which section of the office answers for a clause: the one that names it, else the one for all others. */
import type { OfficeSection } from "@zhengdui/contract";

export const sectionOf = (sections: readonly OfficeSection[], clause: string): OfficeSection | undefined =>
  sections.find(({ clauses }) => clauses.includes(clause)) ?? sections.find(({ clauses }) => clauses.length === 0);
