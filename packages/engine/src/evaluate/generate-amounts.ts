/**
 * Source of a function that gives one measure's amount in 分, and nothing else: conditions short-circuit, nothing is allocated. With
 * `claim` it also puts the items that count into `C` (claims.ts).
 */
import { type Expr, walk } from "@zhengdui/feel";
import type { Condition, Form, Let, Tally } from "@zhengdui/policy";
import { property, type Scope, source, truth } from "../kernel/generate.ts";
import type { MeasureOutline } from "../outline.ts";

export function amountsOf(o: MeasureOutline, s: Scope, claim = false): string {
  const note = claim ? NOTE : "";
  const { form } = o.measure;
  switch (form.kind) {
    case "each":
      return `${listOf(form.list)}if(rows.length===0${orNot(o.measure.who, s)})return 0;${eachBody(form, s, note)}`;
    case "pool":
      return `${listOf(form.list)}if(rows.length===0${orNot(o.measure.who, s)})return 0;${poolBody(form, s, note)}`;
    case "tally":
      return `${form.tallies.length === 0 ? "" : emptyTallies(form.tallies)}if(false${orNot(o.measure.who, s)})return 0;${tallyBody(form, s)}`;
    case "discretionary":
    case "no-subsidy":
      return "return 0;";
  }
}

const NOTE = "C.rows.push(it);C.values.push(x);";

export const pathOf = (list: string): string => `d${list.split(".").map(property).join("")}`;
const listOf = (list: string): string => `const rows=${pathOf(list)};`;
const orNot = (conditions: readonly Condition[], s: Scope): string => conditions.map((c) => `||!(${truth(c.test, s)})`).join("");

/** Lets that conditions read come before the conditions; the rest are computed for items that count. */
function splitLets(lets: readonly Let[], conditions: readonly Condition[]): { early: readonly Let[]; late: readonly Let[] } {
  const needed = new Set<string>();
  const need = (expr: Expr) =>
    walk(expr, (e) => {
      if (e.op === "let") needed.add(e.name);
    });
  for (const c of conditions) need(c.test);
  for (const l of [...lets].reverse()) if (needed.has(l.name)) need(l.value);
  return { early: lets.filter((l) => needed.has(l.name)), late: lets.filter((l) => !needed.has(l.name)) };
}

export function letText(lets: readonly Let[], s: Scope): string {
  return lets
    .map((l) => {
      const text = source(l.value, s);
      const name = `v${s.lets.size}`;
      s.lets.set(l.name, name);
      return `const ${name}=${text};`;
    })
    .join("");
}

function itemLoop(form: { when: readonly Condition[]; lets: readonly Let[] }, s: Scope, body: () => string): string {
  const { early, late } = splitLets(form.lets, form.when);
  const first = letText(early, s);
  const skip = form.when.length === 0 ? "" : `if(${form.when.map((c) => `!(${truth(c.test, s)})`).join("||")})continue;`;
  return `for(let i=0;i<rows.length;i++){const it=rows[i];${first}${skip}${letText(late, s)}${body()}}`;
}

function eachBody(form: Extract<Form, { kind: "each" }>, s: Scope, note: string): string {
  const loop = itemLoop(form, s, () => {
    const cap = form.itemCap === null ? "" : `const c=${source(form.itemCap, s)};if(x>c)x=c;`;
    return `let x=${source(form.amount, s)};${cap}${note}sum+=x;`;
  });
  const cap = form.yearCap === null ? "" : `const c=${source(form.yearCap, s)};if(sum>c)sum=c;`;
  return `let sum=0;${loop}sum=r_guard(sum);${cap}return sum;`;
}

function poolBody(form: Extract<Form, { kind: "pool" }>, s: Scope, note: string): string {
  const { largest } = form;
  const grouped = largest === null ? "" : `const sums=${truth(largest.when, s)}?new Map():null;`;
  const loop = itemLoop(form, s, () => {
    const basis = `const x=${source(form.basis, s)};${note}`;
    if (largest === null) return `${basis}sum+=x;`;
    return `${basis}if(sums===null)sum+=x;else{const g=${source(largest.by, s)};sums.set(g,r_guard((sums.get(g)??0)+x));}`;
  });
  const best = largest === null ? "" : "if(sums!==null)for(const x of sums.values())if(x>sum)sum=x;";
  s.lets.set(form.name, "sum");
  return `${grouped}let sum=0;${loop}${best}sum=r_guard(sum);return ${source(form.amount, s)};`;
}

const emptyTallies = (tallies: readonly Tally[]): string =>
  `if(${tallies.map((t) => `${pathOf(t.list)}.length===0`).join("&&")})return 0;`;

function tallyBody(form: Extract<Form, { kind: "tally" }>, s: Scope): string {
  const text: string[] = [];
  for (const [i, tally] of form.tallies.entries()) {
    const within = tally.within === null ? -1 : form.tallies.findIndex((t) => t.name === tally.within);
    const rows = `const rows=${pathOf(tally.list)};for(let i=0;i<rows.length;i++){const it=rows[i];${tallyRow(tally, i, within, s)}}`;
    text.push(`const m${i}=new Map();let n${i}=0;{${rows}}`);
    s.lets.set(tally.name, `n${i}`);
  }
  const stop = form.when.map((c) => `if(!(${truth(c.test, s)}))return 0;`).join("");
  return `${text.join("")}${stop}return ${source(form.amount, s)};`;
}

/** A key counts while all of its rows do: the first row that counts adds it, the first that doesn't takes it out for good. */
function tallyRow(tally: Tally, index: number, within: number, s: Scope): string {
  const holds = tally.when.map((c, j) =>
    c.test.type.nullable ? `const h${j}=${source(c.test, s)};if(h${j}===false)continue;` : `if(!(${source(c.test, s)}))continue;`,
  );
  const parts = [...tally.when.flatMap((c, j) => (c.test.type.nullable ? [`h${j}===true`] : [])), truth(tally.counts, s)];
  const counted = within < 0 ? "" : `if(m${within}.get(key)!==true)continue;`;
  const keep = `if(old===undefined){m${index}.set(key,own);if(own)n${index}++;}else if(old&&!own){m${index}.set(key,false);n${index}--;}`;
  return `${holds.join("")}const key=it${property(tally.distinct)};${counted}const old=m${index}.get(key),own=${parts.join("&&")};${keep}`;
}
