/** A dossier of any policy that its intake takes: rows that break a check between facts are left out. */
import type { Engine, Prepared } from "@zhengdui/engine";
import { declaredDossier } from "./declared-dossier.ts";

/** null: even without such rows it isn't taken. */
export function readableDossier(engine: Engine, seed: number): { raw: Record<string, unknown>; prepared: Prepared } | null {
  let raw = declaredDossier(engine.policy, seed);
  for (let tries = 0; tries < 3; tries++) {
    const read = engine.read(raw);
    if (read.ok) return { raw, prepared: read.value };
    const bad = new Map<string, Set<number>>();
    for (const { path } of read.errors) {
      const [, list, row] = /^([\w.]+)\[(\d+)\]/.exec(path) ?? [];
      if (list !== undefined) bad.set(list, (bad.get(list) ?? new Set()).add(Number(row)));
    }
    if (bad.size === 0) return null;
    raw = without(raw, bad);
  }
  return null;
}

function without(raw: Record<string, unknown>, bad: ReadonlyMap<string, ReadonlySet<number>>): Record<string, unknown> {
  const kept = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.filter((_, i) => !bad.get(path)?.has(i));
    if (typeof value !== "object" || value === null || path.includes(".")) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, kept(inner, `${path}.${key}`)]));
  };
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, kept(value, key)]));
}
