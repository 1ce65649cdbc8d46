/** What was fetched of one's own account: it all changes when a proof changes. */
export const SELF = ["self"] as const;
