/** One measure as decisions: who may apply, the items or counts one by one, what they come to, the tier, the amount (分). */
import type { Expr } from "@zhengdui/feel";
import type { Form, Measure, Tally } from "@zhengdui/policy";
import { allOf, clausesOf, comment, conditionEntries } from "./condition-feel.ts";
import { FeelNames } from "./feel-names.ts";
import { type Named, need, type Scope } from "./feel-scope.ts";
import { AMOUNT, COUNTS, type ModelBuilder, ROW } from "./model-builder.ts";
import { power, scaleOf } from "./scale.ts";
import { tierDecision } from "./tier-decision.ts";
import { writeFeel } from "./write-feel.ts";

/** The columns of a measure's band. */
const WHO = 2;
const SUM = 3;
const TIER = 4;
const RESULT = 5;

/** 分 have two decimals of 元. */
const FEN_SCALE = 2;

interface Site {
  readonly builder: ModelBuilder;
  readonly measure: Measure;
  readonly id: string;
  readonly title: string;
  readonly band: number;
  readonly who: Named;
}

export function measureDecisions(builder: ModelBuilder, measure: Measure, band: number): Named {
  const id = `measure_${measure.id.replace(/[^A-Za-z0-9.]+/g, "_")}`;
  const title = builder.names.take(measure.title);
  const scope = builder.scope(title);
  const text = allOf(measure.who, scope);
  const who = builder.addDecision({
    id: `${id}_who`,
    name: builder.names.take(`${title}_资格`),
    label: `${measure.id} 申报单位的条件`,
    description: "true 符合，false 不符合，null 尚不知道。",
    type: "boolean",
    logic: { kind: "literal", text },
    scope,
    clauses: [measure.clause, ...clausesOf(measure.who)],
    place: { band, column: WHO },
  });
  return formDecisions({ builder, measure, id, title, band, who });
}

function formDecisions(site: Site): Named {
  const { form } = site.measure;
  switch (form.kind) {
    case "each":
      return eachDecisions(site, form);
    case "pool":
      return poolDecisions(site, form);
    case "tally":
      return tallyDecisions(site, form);
    case "discretionary":
      return result(site, site.builder.scope(site.title), "0", "一事一议，没有算式：由会议审议，本模型给 0。");
    case "no-subsidy":
      return result(site, site.builder.scope(site.title), "0", form.note);
  }
}

function result(site: Site, scope: Scope, text: string, note: string): Named {
  const { builder, measure, id, title, band } = site;
  const about = `${measure.noun}，付给${measure.payee}。单独计算的金额，单位分：就高不重复与财政贡献上限之前。`;
  return builder.addDecision({
    id,
    name: title,
    label: `${measure.id} ${measure.title}`,
    description: [about, note, selectionWords(measure)].filter((w) => w !== "").join(""),
    type: "number",
    logic: { kind: "literal", text },
    scope,
    clauses: [measure.clause],
    place: { band, column: RESULT },
  });
}

function selectionWords({ selection }: Measure): string {
  if (selection === null) return "";
  return "遴选（名额或总额有限时选谁）在各申报单位之间进行，一份档案的模型不能表达：是否入选是输入的事实。";
}

const eligible = (site: Site, scope: Scope): string => `${need(scope, site.who)} = true`;

/** Context entries of a row: formulas, conditions, whether it counts; then whatever `last` adds. */
function rowDecision(
  site: Site,
  form: Extract<Form, { kind: "each" | "pool" }>,
  last: (scope: Scope) => readonly string[],
): Named {
  const { builder, measure, id, title, band } = site;
  const list = builder.world.lists.get(form.list);
  const locals = new FeelNames([...builder.names.all(), ...form.when.map((_, i) => `条件${i + 1}`)]);
  const lets = new Map<string, { id: null; name: string }>();
  const scope = builder.scope(title, { list: form.list, variable: ROW }, lets);
  const formulas = form.lets.map(({ name, value }) => {
    const text = writeFeel(value, { ...scope, title: `${title}_${name}` });
    const local = locals.take(name);
    lets.set(name, { id: null, name: local });
    return `${comment(unitWords(value))}\n  ${local}: ${text}`;
  });
  const conditions = conditionEntries(form.when, scope);
  const entries = [...formulas, ...conditions.entries, `${COUNTS}: ${conditions.all}`, ...last(scope)];
  const text = `for ${ROW} in ${need(scope, list)} return {\n  ${entries.join(",\n  ")}\n}`;
  return builder.addDecision({
    id: `${id}_rows`,
    name: builder.names.take(`${title}_逐项`),
    label: `${measure.id} 逐项`,
    description: "每一项：各步算式、各个条件（true 成立，false 不成立，null 尚不知道）、是否计入、金额或基数（分）。",
    type: "Any",
    logic: { kind: "literal", text },
    scope,
    clauses: [measure.clause, ...clausesOf(form.when)],
    place: { band, column: WHO },
  });
}

const FRACTIONS = ["", "十分之一", "百分之一", "千分之一", "万分之一"];

/** In what a formula is counted. */
function unitWords({ type }: Expr): string {
  switch (type.kind) {
    case "number": {
      if (type.unit === "元" && type.scale >= FEN_SCALE)
        return `${FRACTIONS[type.scale - FEN_SCALE] ?? `10^-${type.scale - FEN_SCALE} `}分`;
      return `${FRACTIONS[type.scale] ?? `10^-${type.scale} `}${type.unit}` || "数";
    }
    case "ratio":
      return "比例";
    case "boolean":
      return "是否";
    case "text":
    case "texts":
      return "文字";
    case "date":
    case "month":
      return "日期";
  }
}

function eachDecisions(site: Site, form: Extract<Form, { kind: "each" }>): Named {
  const rows = rowDecision(site, form, (scope) => {
    const amount = writeFeel(form.amount, { ...scope, title: `${site.title}_${AMOUNT}` });
    return [`${AMOUNT}: ${form.itemCap === null ? amount : `min(${amount}, ${writeFeel(form.itemCap, scope)})`}`];
  });
  const scope = site.builder.scope(site.title);
  const sum = `sum(concatenate([0], ${need(scope, rows)}[${COUNTS} = true].${AMOUNT}))`;
  const capped = form.yearCap === null ? sum : `min(${sum}, ${writeFeel(form.yearCap, scope)})`;
  return result(site, scope, `if ${eligible(site, scope)} then ${capped} else 0`, "");
}

function poolDecisions(site: Site, form: Extract<Form, { kind: "pool" }>): Named {
  const { builder, id, title, band, measure } = site;
  const rows = rowDecision(site, form, (scope) => [
    ...(form.largest === null ? [] : [`组: ${writeFeel(form.largest.by, scope)}`]),
    `基数: ${writeFeel(form.basis, scope)}`,
  ]);
  const scope = builder.scope(title);
  const counted = `${need(scope, rows)}[${COUNTS} = true]`;
  const all = `sum(concatenate([0], ${counted}.基数))`;
  const groups = `max(concatenate([0], for 键 in distinct values(${counted}.组) return sum(${counted}[组 = 键].基数)))`;
  const text = form.largest === null ? all : `if ${writeFeel(form.largest.when, scope)} then ${groups} else ${all}`;
  const sum = builder.addDecision({
    id: `${id}_sum`,
    name: builder.names.take(form.name),
    label: `${measure.id} ${form.name}`,
    description: "计入各项之和，单位分。",
    type: "number",
    logic: { kind: "literal", text },
    scope,
    clauses: [measure.clause],
    place: { band, column: SUM },
  });
  const last = builder.scope(title, null, new Map([[form.name, sum]]));
  return result(site, last, `if ${eligible(site, last)} then ${amountOf(site, form.amount, last)} else 0`, "");
}

/** A table of tiers is a decision of its own; any other formula stands where it is used. */
function amountOf(site: Site, amount: Expr, scope: Scope): string {
  if (amount.op !== "table") return writeFeel(amount, scope);
  const { builder, title, id, measure, band } = site;
  const draft = { id: `${id}_tier`, name: `${title}_档次`, label: `${measure.id} 档次`, clauses: [measure.clause] };
  const tier = tierDecision(builder, amount, { ...draft, noun: measure.noun, lets: scope.lets, place: { band, column: TIER } });
  const factor = scaleOf(amount.type) - tier.scale;
  return `${need(scope, tier)}${factor === 0 ? "" : ` * ${power(factor)}`}`;
}

function tallyDecisions(site: Site, form: Extract<Form, { kind: "tally" }>): Named {
  const { builder, id, title, band, measure } = site;
  const counted = new Map<string, Counted>();
  for (const [i, tally] of form.tallies.entries()) {
    const within = tally.within === null ? null : (counted.get(tally.within) ?? null);
    counted.set(tally.name, tallyDecision(site, tally, i + 1, within));
  }
  const lets = new Map([...counted].map(([name, { count }]) => [name, count] as const));
  const scope = builder.scope(title, null, lets);
  const conditions = builder.scope(title, null, lets);
  const text = allOf(form.when, conditions);
  const holds =
    form.when.length === 0
      ? null
      : builder.addDecision({
          id: `${id}_when`,
          name: builder.names.take(`${title}_条件`),
          label: `${measure.id} 数量的条件`,
          description: "true 成立，false 不成立，null 尚不知道。",
          type: "boolean",
          logic: { kind: "literal", text },
          scope: conditions,
          clauses: [measure.clause, ...clausesOf(form.when)],
          place: { band, column: TIER },
        });
  const rows = [...new Set(form.tallies.map((t) => t.list))].map(
    (list) => `count(${need(scope, builder.world.lists.get(list))})`,
  );
  const tests = [eligible(site, scope), ...(holds === null ? [] : [`${need(scope, holds)} = true`]), `${rows.join(" + ")} > 0`];
  return result(site, scope, `if ${tests.join(" and ")} then ${amountOf(site, form.amount, scope)} else 0`, "");
}

interface Counted {
  readonly names: Named;
  readonly count: Named;
}

/** Row by row, then name by name (a name counts where all of its rows do), then how many. */
function tallyDecision(site: Site, tally: Tally, at: number, within: Counted | null): Counted {
  const { builder, id, title, band, measure } = site;
  const row = builder.scope(title, { list: tally.list, variable: ROW });
  const { entries, all } = conditionEntries(tally.when, row);
  const counts = writeFeel(tally.counts, row);
  const key = `键: ${ROW}.${builder.world.factName(tally.list, tally.distinct)}`;
  const judged = [
    `在列: ${all}`,
    `${COUNTS}: ${counts === "true" ? "在列" : `在列 and (${counts})`}`,
    `存疑: if 在列 = false or ${COUNTS} = true then false else true`,
  ];
  const context = [key, ...entries, ...judged].join(",\n  ");
  const list = need(row, builder.world.lists.get(tally.list));
  const base = { clauses: [measure.clause, ...clausesOf(tally.when)], place: { band, column: WHO } };
  const rows = builder.addDecision({
    ...base,
    id: `${id}_rows${at}`,
    name: builder.names.take(`${tally.name}_逐行`),
    label: `${measure.id} ${tally.name}逐行`,
    description:
      "每一行：各个条件、是否在列、是否计入（true 是，false 不是，null 尚不知道）、存疑（在列而不能计入，同一家的其他行也就不计）。",
    type: "Any",
    logic: { kind: "literal", text: `for ${ROW} in ${list} return {\n  ${context}\n}` },
    scope: row,
  });
  const keys = builder.scope(title);
  const listed = `${need(keys, rows)}[${COUNTS} = true].键`;
  const doubt = `${need(keys, rows)}[存疑 = true].键`;
  const inside = within === null ? "" : ` and list contains(${need(keys, within.names)}, 家)`;
  const one = `if not(list contains(${doubt}, 家))${inside} then [家] else []`;
  const names = builder.addDecision({
    ...base,
    place: { band, column: SUM },
    id: `${id}_names${at}`,
    name: builder.names.take(`${tally.name}_名单`),
    label: `${measure.id} ${tally.name}名单`,
    description: `各自只计一次；一家有几行的，每一行都计入才计入${within === null ? "" : `；须在${tally.within}之内`}。`,
    type: "Any",
    logic: { kind: "literal", text: `flatten(for 家 in distinct values(${listed}) return ${one})` },
    scope: keys,
  });
  const last = builder.scope(title);
  const count = builder.addDecision({
    ...base,
    place: { band, column: SUM },
    id: `${id}_count${at}`,
    name: builder.names.take(tally.name),
    label: `${measure.id} ${tally.name}`,
    description: `${tally.unit ?? "家"}。`,
    type: "number",
    logic: { kind: "literal", text: `count(${need(last, names)})` },
    scope: last,
  });
  return { names, count };
}
