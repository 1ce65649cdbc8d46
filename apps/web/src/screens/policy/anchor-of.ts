/** The address of a clause within its page: "二（二）" → "c-二（二）", which can be read. */
export const anchorOf = (clause: string): string => `c-${clause.replaceAll(" ", "")}`;
