/**
 * Values at which the words leave open which tier applies: "200 万元—300 万元、300 万元以上" names 300 万元 twice and says （含） nowhere. Found by the
 * words beside the figures that the amount compares with, and by interpretations whose readings give different amounts at just that value.
 */
import { type Expr, walk } from "@zhengdui/feel";
import type { Interpretation, Param, Policy } from "@zhengdui/policy";
import type { Example } from "../finding.ts";
import { decidingOf, readingsIn } from "../measure-expressions.ts";
import type { Probe } from "../probe.ts";
import type { Model } from "../smt/session.ts";
import { and, compare, int } from "../smt/terms.ts";
import { moneyWords, textOfReading } from "../wording.ts";
import { withReading } from "./formulas.ts";
import { type Mover, moversOf } from "./movers.ts";

export async function checkBoundaries(probe: Probe): Promise<void> {
  for (const mover of moversOf(probe))
    for (const [param, at] of thresholdsOf(probe, mover)) await checkThreshold(probe, mover, param, at);
}

/** Figures that the amount compares the quantity with, in its machine units. */
export const thresholdsOf = ({ policy, world }: Probe, mover: Mover): Map<Param, bigint> =>
  thresholdsIn(policy, [...decidingOf(world.form), ...world.form.when.map((c) => c.test)], (e) => isQuantity(e, mover));

/** Figures that expressions compare a quantity with, in the quantity's machine units. */
export function thresholdsIn(policy: Policy, exprs: readonly Expr[], isMeant: (expr: Expr) => boolean): Map<Param, bigint> {
  const found = new Map<Param, bigint>();
  for (const expr of exprs)
    walk(expr, (e) => {
      if (e.op !== "compare") return;
      for (const [side, other] of [
        [e.left, e.right],
        [e.right, e.left],
      ] as const) {
        const [quantity, figure] = [scaled(side), scaled(other)];
        if (figure.of.op !== "param" || !isMeant(quantity.of)) continue;
        const { name } = figure.of;
        const param = policy.params.find((p) => p.name === name);
        if (typeof param?.value !== "number") continue;
        const value = BigInt(param.value) * figure.power;
        if (value % quantity.power === 0n) found.set(param, value / quantity.power);
      }
    });
  return found;
}

function scaled(expr: Expr): { readonly of: Expr; readonly power: bigint } {
  if (expr.op !== "scaleUp") return { of: expr, power: 1n };
  const inner = scaled(expr.of);
  return { of: inner.of, power: inner.power * 10n ** BigInt(expr.by) };
}

const isQuantity = (expr: Expr, mover: Mover): boolean =>
  (expr.op === "let" && expr.name === mover.label) || (expr.op === "fact" && `f.${expr.of}.${expr.key}` === mover.name);

async function checkThreshold(probe: Probe, mover: Mover, param: Param, at: bigint): Promise<void> {
  const { world } = probe;
  const words = openWords(probe.policy.clauses.find((c) => c.id === param.clause)?.sentences ?? [], param);
  const asked = readingsIn(decidingOf(probe.world.form), probe.policy);
  if (words === null && asked.length === 0) return;
  const here = and(world.terms.eligible, compare("=", mover.name, int(at)));
  const model = await probe.find(`${mover.label}恰好 ${mover.words(at)} 时得多少`, here);
  if (model === null || !mover.exact(model)) return;
  const points = [at - 1n, at, at + 1n].map((value) => probe.dossierOf(mover.at(model, value)));
  const [before, on, after] = points.map((dossier) => probe.amountOf(dossier) ?? 0) as [number, number, number];
  const deciding = asked.filter((i) => decidesOnly(probe, points, i));
  const jumps = Math.abs(after - before) > 2 || !mover.isMoney;
  if (deciding.length === 0 && (words === null || !jumps)) return;
  report(probe, mover, { model, at, param, words, deciding, on, before, after });
}

/** Do the readings differ at the value, and neither below nor above it? */
function decidesOnly(probe: Probe, points: readonly object[], interpretation: Interpretation): boolean {
  const differ = points.map((dossier) => {
    const amounts = interpretation.readings.map((r) => probe.amountOf(withReading({ ...dossier }, interpretation.key, r.id)));
    return new Set(amounts).size > 1;
  });
  return differ[0] === false && differ[1] === true && differ[2] === false;
}

interface Found {
  readonly model: Model;
  readonly at: bigint;
  readonly param: Param;
  readonly words: string | null;
  readonly deciding: readonly Interpretation[];
  readonly before: number;
  readonly on: number;
  readonly after: number;
}

function report(probe: Probe, mover: Mover, found: Found): void {
  const { at, deciding, words } = found;
  const dossier = probe.dossierOf(mover.at(found.model, at));
  const place = mover.words(at);
  const around = `不到得 ${moneyWords(found.before)}，超过得 ${moneyWords(found.after)}`;
  if (deciding.length === 0) {
    const text = `${mover.label}恰好 ${place} 时属哪一档，原文没有写明（含），也没有解释：规则给 ${moneyWords(found.on)}（${around}）`;
    probe.report("open-boundary", text, words ?? "", [probe.example(`恰好 ${place}`, mover.at(found.model, at))]);
  }
  for (const interpretation of deciding) {
    const examples = interpretation.readings.map((reading): Example | null => {
      const read = withReading(dossier, interpretation.key, reading.id);
      const amount = probe.amountOf(read);
      return amount === null ? null : { label: `恰好 ${place}，${reading.text}`, dossier: read, amount };
    });
    const each = interpretation.readings
      .map((r, i) => `${textOfReading(interpretation, r.id)}得 ${moneyWords(examples[i]?.amount ?? 0)}`)
      .join("，");
    const why = words === null ? "" : "原文没有写明（含），";
    const text = `${mover.label}恰好 ${place} 时${why}由解释“${interpretation.title}”定：${each}（${around}）`;
    probe.report("open-boundary", text, words ?? interpretation.words, examples);
  }
}

const FIGURE = /(\d+(?:\.\d+)?)(万|亿)?(元|家|人|个|户|项|场|次|天|年|%|‰)/gu;
const RANGE_SIGN = /[—－–~～至到-]$/u;
const SAYS = /^(（含）|\(含\)|（不含）|\(不含\)|（含本数）|以上（|（含以上）)/u;

/** The words of two neighbouring tiers that both name the figure, the first as its end, where neither says whether it is included. */
export function openWords(sentences: readonly string[], param: Param): string | null {
  for (const sentence of sentences) {
    const text = sentence.replace(/\s+/gu, "");
    const places = [...text.matchAll(FIGURE)].map((m) => ({ value: valueOfWords(m), from: m.index, to: m.index + m[0].length }));
    for (const [i, first] of places.entries()) {
      const second = places[i + 1];
      if (second === undefined || !isFigure(first.value, param) || !isFigure(second.value, param)) continue;
      if (!RANGE_SIGN.test(text.slice(0, first.from))) continue;
      if (SAYS.test(text.slice(first.to)) || SAYS.test(text.slice(second.to))) continue;
      const start = places[i - 1]?.from ?? first.from;
      return text.slice(start, second.to + (/^以[上下内]/u.test(text.slice(second.to)) ? 2 : 0));
    }
  }
  return null;
}

interface Worded {
  readonly digits: string;
  readonly zeros: number;
  readonly unit: string;
}

function valueOfWords(match: RegExpMatchArray): Worded {
  const [, digits = "", power, unit = ""] = match;
  return { digits, zeros: power === "万" ? 4 : power === "亿" ? 8 : 0, unit };
}

/** Both are compared as whole numbers at the figure's scale, with nine digits to spare. */
function isFigure({ digits, zeros, unit }: Worded, param: Param): boolean {
  if (typeof param.value !== "number") return false;
  const percent = unit === "%" ? -2 : unit === "‰" ? -3 : 0;
  if (percent === 0 ? unit !== param.unit : param.unit !== "") return false;
  const [whole = "", fraction = ""] = digits.split(".");
  const spare = 9;
  const value = BigInt(whole + fraction) * 10n ** BigInt(spare + zeros + percent - fraction.length);
  return value === BigInt(param.value) * 10n ** BigInt(spare - param.scale);
}
