/** Every mutant of a policy: each figure, and whatever stands in the rules, changed in turn. Trees are walked by their shape. */
import type { Expr, Type } from "@zhengdui/feel";
import type { Policy } from "@zhengdui/policy";
import { exprSites } from "./expr-sites.ts";
import { variationsOf } from "./expr-variations.ts";
import { exprWords } from "./expr-words.ts";
import { figureMutants } from "./figure-mutants.ts";
import { type Mutant, type Path, replaced, valueAt } from "./mutant.ts";
import { periodMutants } from "./period-mutants.ts";
import { listAt, placeAt, type Room, roomsOf } from "./rooms.ts";
import { ruleMutants } from "./rule-mutants.ts";
import { simplified } from "./simplified.ts";
import { swapsIn } from "./swaps.ts";
import { withUnits } from "./with-units.ts";

/** Two mutants that make the same policy are one. */
export function mutantsOf(policy: Policy): Mutant[] {
  const all = [
    ...figureMutants(policy),
    ...periodMutants(policy),
    ...roomsOf(policy).flatMap((room) => [...ruleMutants(policy, room), ...exprMutants(policy, room)]),
  ];
  const seen = new Set<string>();
  return all.filter((mutant) => {
    const key = fingerprint(policy, mutant);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What the mutant makes of the whole expression, or of the key, that it stands in. */
function fingerprint(policy: Policy, { path, value }: Mutant): string {
  const at = path.findIndex((_, i) => isWhole(valueAt(policy, path.slice(0, i))));
  const start = at < 0 ? path : path.slice(0, at);
  const made = at < 0 ? value : simplified(replaced(valueAt(policy, start) as Expr, path.slice(at), value));
  return JSON.stringify([start, made]);
}

const isWhole = (value: unknown): boolean => typeof value === "object" && value !== null && "op" in value && "type" in value;

function exprMutants(policy: Policy, room: Room): Mutant[] {
  const roots = exprSites(valueAt(policy, room.path), room.path).filter((site) => site.root && !isUnread(site.path));
  return roots.flatMap(({ path: at, expr: whole }) => {
    const list = listAt(policy, room, at);
    const swaps = swapsIn({ policy, list, lets: letsAt(room, at), whole });
    const same = JSON.stringify(simplified(whole));
    const named = withUnits(whole);
    const words = (expr: Expr): string => exprWords(withUnits(expr), { policy, list });
    return exprSites(whole, at).flatMap(({ path, expr }) => {
      const { type } = valueAt(named, path.slice(at.length)) as Expr;
      return variationsOf(expr, swaps)
        .filter((v) => JSON.stringify(simplified(replaced(whole, path.slice(at.length), v.expr))) !== same)
        .map(
          (v): Mutant => ({
            kind: v.kind,
            clause: room.clause,
            place: placeAt(policy, at),
            was: words({ ...expr, type }),
            became: words(v.expr.op === "number" ? { ...v.expr, type } : v.expr),
            path,
            value: v.expr,
            measures: room.measure === null ? [] : [room.measure.id],
          }),
        );
    });
  });
}

/** The engine takes an item's year from its conditions; a selection's own is only told to readers. */
const isUnread = (path: Path): boolean => path.at(-2) === "selection" && path.at(-1) === "year";

function letsAt({ measure }: Room, path: Path): { readonly name: string; readonly type: Type }[] {
  if (measure === null || !("lets" in measure.form)) return [];
  const before = path[3] === "lets" ? Number(path[4]) : Number.POSITIVE_INFINITY;
  return measure.form.lets.slice(0, before).map(({ name, value }) => ({ name, type: value.type }));
}
