/** A closure that is right for every magnitude: where the fast one leaves the safe range, the big-integer evaluator answers. */
import type { Expr } from "@zhengdui/feel";
import { type Closure, closure, type Env, type Figures } from "./closures.ts";
import { reference } from "./reference.ts";
import { OVERFLOW } from "./runtime.ts";

/** Values beyond the safe integers stay big integers; as lets they send the expressions that read them the exact way too. */
export function exactClosure(expr: Expr, figures: Figures): Closure {
  const fast = closure(expr, figures);
  const slow = reference(expr, figures);
  return (env) => {
    if (hasBigLet(env)) return small(slow(env));
    try {
      return fast(env);
    } catch (error) {
      if (error !== OVERFLOW) throw error;
      return small(slow(env));
    }
  };
}

function hasBigLet({ lets }: Env): boolean {
  for (const name in lets) if (typeof lets[name] === "bigint") return true;
  return false;
}

const small = (value: unknown): unknown =>
  typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
