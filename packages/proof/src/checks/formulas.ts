/** Two formulas of one amount, of which the lower is paid: the text says they agree, so where do they part, and what hangs on it? */
import { type Expr, walk } from "@zhengdui/feel";
import { isFixed, visits, wordsOf } from "../branches.ts";
import { decidingOf, factsIn, readingsIn } from "../measure-expressions.ts";
import type { Probe } from "../probe.ts";
import type { Model } from "../smt/session.ts";
import { and, compare, not, or, type Term } from "../smt/terms.ts";
import { translate } from "../smt/translate.ts";
import { noneOf, termOf, type Value } from "../smt/value.ts";
import { factOf, moneyWords, textOfReading } from "../wording.ts";
import type { RawDossier, RawRow } from "../world/world.ts";

export async function checkFormulas(probe: Probe): Promise<void> {
  const { scope } = probe.world.terms;
  for (const { expr, path } of decidingOf(probe.world.form).flatMap((e) => visits(e, scope))) {
    if (expr.op !== "min") continue;
    const free = expr.items.filter((item) => !isFixed(item));
    const [a, b] = free;
    if (a === undefined || b === undefined || sharesFacts(probe, a, b)) continue;
    await checkPair(probe, a, b, path);
  }
}

/** Formulas over the same facts are tiers or caps of one another, not two ways to one amount. */
function sharesFacts(probe: Probe, a: Expr, b: Expr): boolean {
  const of = (e: Expr): Set<string> => new Set(factsIn([opened(probe, e)]).map((f) => f.join(".")));
  const [left, right] = [of(a), of(b)];
  return left.size === 0 || right.size === 0 || [...left].some((fact) => right.has(fact));
}

/** With the lets written out, as far as facts go. */
function opened(probe: Probe, expr: Expr): Expr {
  const { form } = probe.world;
  if (form.kind === "tally") return expr;
  const parts: Expr[] = [expr];
  const seen = new Set<string>();
  for (let at = 0; at < parts.length; at++)
    walk(parts[at] as Expr, (e) => {
      if (e.op !== "let" || seen.has(e.name)) return;
      seen.add(e.name);
      const found = form.lets.find((l) => l.name === e.name);
      if (found !== undefined) parts.push(found.value);
    });
  return { op: "min", items: parts, type: expr.type };
}

async function checkPair(probe: Probe, a: Expr, b: Expr, path: Term): Promise<void> {
  const { scope, eligible, itemCap } = probe.world.terms;
  const [x, y] = [translate(a, scope), translate(b, scope)];
  const there = and(path, not(or(noneOf(x), noneOf(y))));
  const under = (v: Value): Term => (itemCap === null ? "true" : compare("<", termOf(v), itemCap));
  const part = or(compare("<", termOf(x), termOf(y)), compare(">", termOf(x), termOf(y)));
  const both = [compare(">", termOf(x), "0"), compare(">", termOf(y), "0"), under(x), under(y)];
  const model = await probe.find("两个算法会不会分开", eligible, there, part, ...both);
  if (model === null) return;
  const example = probe.example("两个算法不等", model);
  const same = factorsOf(probe, a, b);
  const words = wordsOf(probe.policy, opened(probe, a), opened(probe, b));
  const hangs = readingsApart(probe, model);
  probe.report("formulas-part", `两个算法${same === null ? "并不总相等" : `只在${same}时相等`}${hangs}`, words, [example]);
}

/** 泉州补助 = 30% × 认定投资: for formulas that are a rate times one fact. */
function factorsOf(probe: Probe, a: Expr, b: Expr): string | null {
  const [x, y] = [linear(probe, a), linear(probe, b)];
  if (x === null || y === null) return null;
  const hundred = 100n;
  const [n, d] = [x.rate * y.unit, y.rate * x.unit];
  if (d === 0n) return null;
  const percent = (n * hundred * hundred) / d;
  if (percent * d !== n * hundred * hundred) return `${y.fact}是${x.fact}的 ${n}/${d}`;
  const [whole, rest] = [percent / hundred, percent % hundred];
  return `${y.fact}是${x.fact}的 ${whole}${rest === 0n ? "" : `.${String(rest).padStart(2, "0").replace(/0$/, "")}`}%`;
}

interface Linear {
  readonly fact: string;
  /** rate ÷ unit: 15 ÷ 100. */
  readonly rate: bigint;
  readonly unit: bigint;
}

function linear(probe: Probe, expr: Expr): Linear | null {
  const { form } = probe.world;
  switch (expr.op) {
    case "cut":
    case "scaleUp":
      return linear(probe, expr.of);
    case "let": {
      const found = form.kind === "tally" ? undefined : form.lets.find((l) => l.name === expr.name);
      return found === undefined ? null : linear(probe, found.value);
    }
    case "mul": {
      const [rate, fact] = isFixed(expr.left) ? [expr.left, expr.right] : [expr.right, expr.left];
      if (rate.op !== "param" || fact.op !== "fact" || rate.type.kind !== "number") return null;
      const value = probe.policy.params.find((p) => p.name === rate.name)?.value;
      const list = form.kind === "tally" ? null : form.list;
      const label = factOf(probe.policy, fact.of, list, fact.key)?.label;
      if (typeof value !== "number" || label === undefined) return null;
      return { fact: label, rate: BigInt(value), unit: 10n ** BigInt(rate.type.scale) };
    }
    default:
      return null;
  }
}

/** What each reading that the amount asks for gives at the model. */
export function readingsApart(probe: Probe, model: Model): string {
  const asked = readingsIn(decidingOf(probe.world.form), probe.policy);
  const parts = asked.flatMap((interpretation) => {
    const amounts = interpretation.readings.map((reading) => ({
      text: textOfReading(interpretation, reading.id),
      amount: probe.amountOf(withReading(probe.dossierOf(model), interpretation.key, reading.id)),
    }));
    if (new Set(amounts.map((a) => a.amount)).size < 2) return [];
    const each = amounts.map((a) => `${a.text}：${a.amount === null ? "—" : moneyWords(a.amount)}`).join("；");
    return [`解释“${interpretation.title}”定读法（${each}）`];
  });
  return parts.length === 0 ? "，没有解释说明取哪一个" : `，${parts.join("，")}`;
}

export function withReading(dossier: RawDossier, key: string, reading: string): RawDossier {
  const settings = (dossier.settings ?? {}) as RawRow;
  const interpretations = (settings.interpretations ?? {}) as RawRow;
  return { ...dossier, settings: { ...settings, interpretations: { ...interpretations, [key]: reading } } };
}
