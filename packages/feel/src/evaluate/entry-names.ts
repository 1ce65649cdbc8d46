/** A context's entries by the names that expressions call them: spaces and signs as the parser writes them. */
import { plainName } from "../lezer-node.ts";
import type { ContextValue, Value } from "../value/value.ts";

/** Made once for each context, since a filter or a loop asks again and again. */
const known = new WeakMap<ContextValue, ReadonlyMap<string, Value>>();

export const entryNames = (context: ContextValue): ReadonlyMap<string, Value> => {
  const before = known.get(context);
  if (before !== undefined) return before;
  const names = new Map([...context.entries].map(([key, value]) => [plainName(key), value] as const));
  known.set(context, names);
  return names;
};
