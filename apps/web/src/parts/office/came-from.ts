/** The page that led to the sign-in; whatever else stands in the browser's history is not followed. */
export function cameFrom(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null || !("from" in state)) return undefined;
  return typeof state.from === "string" ? state.from : undefined;
}
