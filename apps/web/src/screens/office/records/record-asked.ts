/** By what the record can be narrowed down; as in the address. */
export const RECORD_PLACES = ["login", "unit", "action", "outcome", "from", "to"] as const;
export type RecordAsked = Readonly<Partial<Record<(typeof RECORD_PLACES)[number], string>>>;
