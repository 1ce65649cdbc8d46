/** Every built-in function by name. Left out, because they need a clock or chance: now, today, random number. */
import type { Builtin } from "./builtin.ts";
import { CONTEXTS } from "./contexts.ts";
import { LISTS } from "./lists.ts";
import { NUMERIC } from "./numeric.ts";
import { PATTERNS } from "./patterns.ts";
import { RANGES } from "./ranges.ts";
import { STATISTICS } from "./statistics.ts";
import { TEMPORAL } from "./temporal.ts";
import { TEXT } from "./text.ts";

export const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  [...NUMERIC, ...TEXT, ...PATTERNS, ...STATISTICS, ...LISTS, ...TEMPORAL, ...CONTEXTS, ...RANGES].map((one) => [one.name, one]),
);
