/** Source of a function that gives one measure's amount with its explanation: the same tree, node by node, that run.ts builds. */
import type { Form, MarkRule, Tally } from "@zhengdui/policy";
import { property, type Scope, source, truth } from "../kernel/generate.ts";
import { type Leaf, type MeasureOutline, NONE, type Part } from "../outline.ts";
import { pathOf } from "./generate-amounts.ts";

export function explainOf(o: MeasureOutline, s: Scope): string {
  const names = o.who.map((_, i) => `w${i}`);
  const who = o.who.map((part, i) => `const w${i}=${source(part.expr, s)};`).join("");
  const nodes = `[${o.who.map((part, i) => whyText(part, `w${i}`, s)).join(",")}]`;
  const body = bodyText(o, o.measure.form, s);
  return `${who}const who=${kleene(names)};const whys=${nodes};${body}return {of:${s.constant(o.node)},holds:who,who:whys,value,potential,items,body,marks};`;
}

const kleene = (names: readonly string[]): string => (names.length === 0 ? "true" : names.reduce((a, b) => `r_and3(${a},${b})`));

function bodyText(o: MeasureOutline, form: Form, s: Scope): string {
  switch (form.kind) {
    case "each":
      return eachText(o, form, s);
    case "pool":
      return poolText(o, form, s);
    case "tally":
      return tallyText(o, form, s);
    case "discretionary":
    case "no-subsidy":
      return `const value=0,potential=0,items=${none(s)},body=items,marks=items;`;
  }
}

const none = (s: Scope): string => s.constant(NONE);

/** A node whose value stands in the variable or expression `value`. */
function whyText(part: Part, value: string, s: Scope, row = ""): string {
  const leaves = part.leaves.map((leaf) => leafText(leaf, s));
  const because = leaves.length === 0 && row === "" ? none(s) : `[${[...(row === "" ? [] : [row]), ...leaves].join(",")}]`;
  return `{of:${s.constant(part.node)},value:${value},because:${because}}`;
}

function leafText(leaf: Leaf, s: Scope): string {
  if (leaf.constant !== null) return s.constant(leaf.constant);
  return `{of:${s.constant(leaf.node)},value:${source(leaf.ref, s)},because:${none(s)}}`;
}

/** `const <name>` = the amount, `const <name>W` = its node (with the deciding row of a table). */
function amountText(part: Part, name: string, s: Scope): string {
  if (part.expr.op !== "table" || part.rows === null)
    return `const ${name}=${source(part.expr, s)};const ${name}W=${whyText(part, name, s)};`;
  const find = `const ${name}R=${part.expr.rows.map((row, i) => `${truth(row.test, s)}?${i}`).join(":")}:-1;`;
  const value = `const ${name}=${part.expr.rows.map((row, i) => `${name}R===${i}?${source(row.value, s)}`).join(":")}:null;`;
  const row = `{of:${s.constant(part.rows)}[${name}R],value:${name},because:${none(s)}}`;
  return `${find}${value}const ${name}W=${whyText(part, name, s, row)};`;
}

type Each = Extract<Form, { kind: "each" }>;
type Pool = Extract<Form, { kind: "pool" }>;

/** Lets, conditions, holds and marks of the item `it`. */
function itemText(o: MeasureOutline, form: Each | Pool, s: Scope): string {
  const lets = o.lets.map((part) => {
    const name = `l${s.lets.size}`;
    const text = `const ${name}=${source(part.expr, s)};const ${name}W=${whyText({ ...part, rows: null }, name, s)};`;
    s.lets.set(part.node.label, name);
    return { text, name };
  });
  const conditions = o.when.map((part, i) => `const c${i}=${source(part.expr, s)};`).join("");
  const holds = `const holds=${kleene(o.when.map((_, i) => `c${i}`))};`;
  const nodes = `const conditions=[${o.when.map((part, i) => whyText(part, `c${i}`, s)).join(",")}];`;
  const letNodes = `const lets=[${lets.map((l) => `${l.name}W`).join(",")}];`;
  const failed = form.when
    .map((c, i) => (c.mark === null ? "" : `if(c${i}===false)marks=add(marks,${JSON.stringify(c.mark)});`))
    .join("");
  return `${lets.map((l) => l.text).join("")}${conditions}${holds}${nodes}${letNodes}let marks=${none(s)};${failed}if(holds!==false){${marksText(form.marks, s)}}`;
}

const marksText = (rules: readonly MarkRule[], s: Scope): string =>
  rules.map((rule) => `if(${truth(rule.test, s)})marks=add(marks,${JSON.stringify(rule.mark)});`).join("");

const ADD = "const add=(marks,mark)=>[...marks,mark];";

function eachText(o: MeasureOutline, form: Each, s: Scope): string {
  const item = itemText(o, form, s);
  const amount = amountText(o.amount as Part, "a", s);
  const cap =
    form.itemCap === null
      ? ""
      : `const cap=${source(form.itemCap, s)};if(x>cap){x=cap;if(holds!==false)marks=add(marks,"capped");}`;
  const node = `{of:${s.constant(o.item)},index:i,conditions,lets,holds,marks,value:x,amount:aW}`;
  const sums = "if(holds===true&&who===true)known=r_guard(known+x);if(holds!==false&&who!==false)possible=r_guard(possible+x);";
  const loop = `for(let i=0;i<rows.length;i++){const it=rows[i];${item}${amount}let x=a;${cap}items.push(${node});${sums}}`;
  const measureMarks = form.measureMarks.length === 0 ? "" : `if(rows.length>0){${marksText(form.measureMarks, s)}}`;
  const yearCap =
    form.yearCap === null
      ? "const value=known,potential=possible;"
      : `const year=${source(form.yearCap, s)};if(known>year)marks=add(marks,"applicant-capped");const value=known>year?year:known,potential=possible>year?year:possible;`;
  const first = `${ADD}const rows=${pathOf(form.list)},items=[];let known=0,possible=0;`;
  return `${first}${loop}let marks=${none(s)};${measureMarks}${yearCap}const body=${none(s)};`;
}

function poolText(o: MeasureOutline, form: Pool, s: Scope): string {
  const [total] = o.totals;
  const item = itemText(o, form, s);
  const basis = source(form.basis, s);
  const group = form.largest === null ? '""' : `grouped?${source(form.largest.by, s)}:""`;
  const grouped = form.largest === null ? "" : `const grouped=${truth(form.largest.when, s)};`;
  const node = `{of:${s.constant(o.item)},index:i,conditions,lets,holds,marks,value:x,amount:{of:${s.constant(o.item)},value:x,because:${none(s)}}}`;
  const sums = "if(holds===true)sums.known(g,x);if(holds!==false)sums.possible(g,x);";
  const loop = `for(let i=0;i<rows.length;i++){const it=rows[i];${item}const x=${basis},g=${group};items.push(${node});${sums}}`;
  const decide = (name: string) => {
    s.lets.set(form.name, `${name}Sum`);
    return `const ${name}Sum=sums.${name}Total;${amountText(o.amount as Part, name, s)}`;
  };
  const amounts = `${decide("known")}${decide("possible")}`;
  const value = "const value=who===true?known:0,potential=Math.max(value,who!==false?possible:0);";
  const body = `const body=rows.length===0?${none(s)}:[{of:${s.constant(total)},value:knownSum,because:${none(s)}},knownW];`;
  return `${ADD}${grouped}const rows=${pathOf(form.list)},items=rows.length===0?${none(s)}:[];const sums=new r_Sums();${loop}${amounts}${value}${body}const marks=${none(s)};`;
}

function tallyText(o: MeasureOutline, form: Extract<Form, { kind: "tally" }>, s: Scope): string {
  const parts = form.tallies.map((tally, i) => counterText(tally, i, form.tallies, s)).join("");
  const rows = form.tallies.map((t) => `${pathOf(t.list)}.length`).join("+");
  const bind = (which: string) => {
    for (const [i, t] of form.tallies.entries()) s.lets.set(t.name, `n${i}${which}`);
  };
  bind("known");
  const certain = o.when.map((part, i) => `const c${i}=${source(part.expr, s)};`).join("");
  const known = amountText(o.amount as Part, "known", s);
  const nodes = o.when.map((part, i) => whyText(part, `c${i}===p${i}?c${i}:null`, s));
  bind("possible");
  const hoped = o.when.map((part, i) => `const p${i}=${source(part.expr, s)};`).join("");
  const possible = `const possible=${source((o.amount as Part).expr, s)};`;
  const counts = o.totals.map((of, i) => `r_countWhy(${s.constant(of)},n${i}known,n${i}possible)`);
  const value = `value=who===true&&${kleene(o.when.map((_, i) => `c${i}`))}===true?known:0;`;
  const potential = `potential=Math.max(value,who!==false&&${kleene(o.when.map((_, i) => `p${i}`))}===true?possible:0);`;
  const body = `body=[${[...counts, ...nodes, "knownW"].join(",")}];`;
  const empty = none(s);
  const first = `let value=0,potential=0,body=${empty},marks=${empty};const items=${empty};`;
  return `${first}if(${rows}>0){const seen=new Set();${parts}${certain}${known}${hoped}${possible}${value}${potential}${body}marks=[...seen];}`;
}

function counterText(tally: Tally, index: number, tallies: readonly Tally[], s: Scope): string {
  const marks = tally.marks.map((m) => `if(${truth(m.test, s)})seen${index}.add(${JSON.stringify(m.mark)});`).join("");
  const duplicate =
    tally.duplicateMark === null ? "" : `if(old!==undefined)seen${index}.add(${JSON.stringify(tally.duplicateMark)});`;
  const conditions = tally.when.map((c, j) => {
    const mark = c.mark === null ? "" : `if(h${j}===false)seen${index}.add(${JSON.stringify(c.mark)});`;
    return `const h${j}=${source(c.test, s)};${mark}`;
  });
  const holds = `const holds=${kleene(tally.when.map((_, j) => `h${j}`))};if(holds===false)continue;`;
  const store = `const key=it${property(tally.distinct)},old=m${index}.get(key),own=r_and3(holds,${source(tally.counts, s)});${duplicate}`;
  const keep = `m${index}.set(key,old===undefined?own:r_and3(old,own));`;
  const loop = `const rows=${pathOf(tally.list)};for(let i=0;i<rows.length;i++){const it=rows[i];${conditions.join("")}${holds}${marks}${store}${keep}}`;
  const earlier = tallies.findIndex((t) => t.name === tally.within);
  const [known, possible] = earlier < 0 ? ["", ""] : [`&&known${earlier}.has(key)`, `&&possible${earlier}.has(key)`];
  const sets = `const known${index}=new Set(),possible${index}=new Set();for(const [key,value] of m${index}){if(value===true${known})known${index}.add(key);if(value!==false${possible})possible${index}.add(key);}`;
  const sizes = `const n${index}known=known${index}.size,n${index}possible=possible${index}.size;`;
  return `const m${index}=new Map(),seen${index}=seen;{${loop}}${sets}${sizes}`;
}
