/** Caps that never bind, and caps that always do: of an item, of the year, and constant sides of a `min`. */
import type { Expr } from "@zhengdui/feel";
import { isFixed, visits, wordsOf } from "../branches.ts";
import { decidingOf } from "../measure-expressions.ts";
import type { Probe } from "../probe.ts";
import { and, compare, or, type Term } from "../smt/terms.ts";
import { translate } from "../smt/translate.ts";
import { asFraction, termOf, type Value } from "../smt/value.ts";
import { least } from "../world/measure-world.ts";

interface Cap {
  readonly label: string;
  readonly words: string;
  readonly path: Term;
  /** The amount goes beyond it; the amount is more than nothing and stays below it. */
  readonly above: Term;
  readonly below: Term;
}

export async function checkCaps(probe: Probe): Promise<void> {
  const { eligible } = probe.world.terms;
  for (const cap of [...formCaps(probe), ...minCaps(probe)]) {
    const never = await probe.ask(`${cap.label}会不会起作用`, eligible, cap.path, cap.above);
    if (never === "unsat") {
      probe.report("cap-never-binds", `${cap.label}从不起作用：有效的档案里，它所限的数总不超过它`, cap.words, []);
      continue;
    }
    const always = await probe.ask(`${cap.label}是不是总起作用`, eligible, cap.path, cap.below);
    if (always === "unsat")
      probe.report("cap-always-binds", `${cap.label}总起作用：只要有金额，就达到它，算式不再有意义`, cap.words, []);
  }
}

/** Each figure that may be the cap, with what must hold for it to be the one. */
function leavesOf(cap: Expr, probe: Probe): { readonly leaf: Expr; readonly path: Term }[] {
  return visits(cap, probe.world.terms.scope)
    .filter(({ expr }) => isValueLeaf(expr))
    .map(({ expr, path }) => ({ leaf: expr, path }));
}

const isValueLeaf = (expr: Expr): boolean => expr.op === "param" && expr.type.kind === "number";

function formCaps(probe: Probe): Cap[] {
  const { form, terms, list } = probe.world;
  if (form.kind !== "each") return [];
  const { scope, full, itemCap } = terms;
  const caps: Cap[] = [];
  const name = (kind: string, leaf: Expr): string => (leaf.op === "param" ? `${kind}“${leaf.name}”` : kind);
  if (form.itemCap !== null)
    for (const { leaf, path } of leavesOf(form.itemCap, probe))
      caps.push(capOf(probe, name("单项限额", leaf), leaf, path, full, termOf(translate(leaf, scope))));
  if (form.yearCap !== null)
    for (const { leaf, path } of leavesOf(form.yearCap, probe)) {
      const cap = capOf(probe, name("年度限额", leaf), leaf, path, least(full, itemCap), termOf(translate(leaf, scope)));
      // Of many items any amount adds up to more than the cap.
      caps.push(list?.most === 1 ? cap : { ...cap, above: compare(">", full, "0") });
    }
  return caps;
}

function capOf(probe: Probe, label: string, leaf: Expr, path: Term, amount: Term, cap: Term): Cap {
  return {
    label,
    words: wordsOf(probe.policy, leaf),
    path,
    above: compare(">", amount, cap),
    below: and(compare(">", amount, "0"), compare("<", amount, cap)),
  };
}

/** `min(到分(…), 20万元)`: the figure is a cap of what stands beside it. */
function minCaps(probe: Probe): Cap[] {
  const { scope } = probe.world.terms;
  return decidingOf(probe.world.form)
    .flatMap((e) => visits(e, scope))
    .flatMap(({ expr, path }): Cap[] => {
      if (expr.op !== "min") return [];
      const fixed = expr.items.filter(isFixed);
      const [cap] = fixed;
      if (cap === undefined || fixed.length !== 1 || wordsOf(probe.policy, cap) === "") return [];
      const limit = translate(cap, scope);
      const others = expr.items.filter((item) => item !== cap).map((item) => translate(item, scope));
      const compared = (test: "<" | ">" | ">="): Term[] => others.map((other) => crosswise(test, other, limit));
      return [
        {
          label: `限额“${figureName(cap)}”`,
          words: wordsOf(probe.policy, cap),
          path,
          above: and(...compared(">")),
          below: and(or(...compared("<")), ...others.map((other) => crosswise(">", other, { ...limit, ...ZERO }))),
        },
      ];
    });
}

const ZERO = { kind: "whole", term: "0", none: "false" } as const;

function crosswise(test: "<" | ">" | ">=", a: Value, b: Value): Term {
  const [x, y] = [asFraction(a), asFraction(b)];
  return compare(test, `(* ${x.n} ${y.d})`, `(* ${y.n} ${x.d})`);
}

function figureName(expr: Expr): string {
  if (expr.op === "param") return expr.name;
  if (expr.op === "scaleUp" || expr.op === "toRatio" || expr.op === "cut") return figureName(expr.of);
  return "";
}
