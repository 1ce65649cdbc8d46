/** Emits the whole policy as two JavaScript functions: amounts alone, and amounts with their explanation. Only where `new Function` is allowed. */
import type { Policy } from "@zhengdui/policy";
import type { Claims } from "../claims.ts";
import type { Prepared } from "../dossier.ts";
import type { Figures } from "../kernel/closures.ts";
import { property, Scope, truth } from "../kernel/generate.ts";
import * as rt from "../kernel/runtime.ts";
import type { MeasureOutline } from "../outline.ts";
import type { Explanation } from "../why.ts";
import { amountsOf } from "./generate-amounts.ts";
import { explainOf } from "./generate-explain.ts";

export interface Generated {
  /** out[i] = amount of measure i, out[n] = granted, out[n+1] = payable (NaN: not yet), in 分, of a dossier in which no project is claimed twice. */
  readonly amounts: (dossier: Prepared, out: Float64Array) => void;
  readonly explain: (dossier: Prepared) => Explanation;
  /** By measure, what 就高不重复 needs to know. */
  readonly claims: (dossier: Prepared) => Claims[];
}

export function generatePolicy(policy: Policy, outlines: readonly MeasureOutline[], figures: Figures): Generated {
  const constants: unknown[] = [];
  const n = outlines.length;
  const amounts = outlines.map((o, i) => functionText(`a${i}`, (s) => amountsOf(o, s), new Scope(figures, constants)));
  const explain = outlines.map((o, i) => functionText(`e${i}`, (s) => explainOf(o, s), new Scope(figures, constants)));
  const claims = outlines.map((o, i) =>
    functionText(`c${i}`, (s) => amountsOf(o, s, true), new Scope(figures, constants), "d,C"),
  );
  const pay = functionText("pay", (s) => payText(policy, s), new Scope(figures, constants), "d,granted,beside");
  const exempt = (i: number): string => (policy.ceiling?.except?.includes(outlines[i]?.measure.id ?? "") ? "beside+=x;" : "");
  const text = [
    '"use strict";',
    prelude(),
    constants.map((_, i) => `const k${i}=k[${i}];`).join(""),
    ...amounts,
    ...explain,
    ...claims,
    pay,
    `return {amounts(d,out){let sum=0,x=0,beside=0;${outlines.map((_, i) => `out[${i}]=x=a${i}(d);sum+=x;${exempt(i)}`).join("")}out[${n}]=r_guard(sum);out[${n + 1}]=pay(d,sum,beside);},`,
    `explain(d){return [${outlines.map((_, i) => `e${i}(d)`).join(",")}];},`,
    "claims(d){const claim=(f)=>{const C={alone:0,rows:[],values:[]};C.alone=f(d,C);return C;};",
    `return [${outlines.map((_, i) => `claim(c${i})`).join(",")}];}};`,
  ].join("\n");
  // The text comes from a compiled policy alone: names are JSON-quoted, figures are integers, no dossier value is ever part of it.
  const make = new Function("rt", "k", text) as (runtime: typeof rt, k: readonly unknown[]) => Generated;
  return make(rt, constants);
}

/** Runtime functions as constants of the generated program, so that calls need no look-up and may be inlined. */
function prelude(): string {
  const own = Object.keys(rt).map((name) => `const r_${name}=rt.${name};`);
  const builtins = Object.keys(rt.builtins).map((name) => `const b_${name}=rt.builtins.${name};`);
  const plain = Object.keys(rt.plain).map((name) => `const p_${name}=rt.plain.${name};`);
  return [...own, ...builtins, ...plain].join("");
}

/** The ceiling where no outside award stands (ceiling.ts has the whole rule). */
function payText({ ceiling }: Policy, s: Scope): string {
  if (ceiling === null) return "return granted;";
  const at = ({ record, key }: { readonly record: string; readonly key: string }) => `d${property(record)}${property(key)}`;
  const free = `if(granted===beside)return granted;if(!(${truth(ceiling.who, s)}))return granted;`;
  const other = ceiling.otherAwards === null ? "0" : `(${at(ceiling.otherAwards)}??0)`;
  const room = `const room=c-${other},bound=granted-beside;return beside+(room<=0?0:room<bound?room:bound);`;
  return `${free}const c=${at(ceiling.contribution)};if(c===null)return NaN;${room}`;
}

function functionText(name: string, body: (s: Scope) => string, scope: Scope, params = "d"): string {
  const text = body(scope);
  const temps = scope.temps.length === 0 ? "" : `let ${scope.temps.join(",")};`;
  return `function ${name}(${params}){${temps}${text}}`;
}
