/** The id of the requirement by which one node needs another: edges of a diagram refer to it. */
export const requirementId = (from: string, to: string): string => `${to}.needs.${from}`;

export const associationId = (note: string): string => `${note}_association`;
