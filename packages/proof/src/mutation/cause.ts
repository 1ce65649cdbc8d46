/** Why no worked case notices a change: what a case would have to be like, which facts and readings the changed place reads. Words for an author. */
import type { Expr } from "@zhengdui/feel";
import type { Interpretation, Policy } from "@zhengdui/policy";
import { exprSites, isExpr, partsOf } from "./expr-sites.ts";
import { exprWords } from "./expr-words.ts";
import { readsFigure } from "./figure-mutants.ts";
import { type Mutant, valueAt } from "./mutant.ts";
import { listAt, roomsOf } from "./rooms.ts";
import { withUnits } from "./with-units.ts";

export interface Cause {
  /** What no case shows, and what one must show. */
  readonly what: string;
  /** Where the figure is read, as the rule has it; empty where the change isn't of a figure. */
  readonly readAt: readonly string[];
  /** Facts of the changed place, as the rule names them. */
  readonly facts: readonly string[];
  /** Interpretations that the changed rule asks. */
  readonly readings: readonly Interpretation[];
}

interface Place {
  readonly expr: Expr;
  /** The whole expression that it is part of. */
  readonly whole: Expr;
  readonly words: string;
  readonly list: string;
}

/** Places shown of one figure. */
const MOST_PLACES = 3;

export function causeOf(policy: Policy, mutant: Mutant): Cause {
  const places = placesOf(policy, mutant);
  const facts = places.flatMap((place) => factsIn(policy, mutant, place));
  const asked = new Set(
    places.flatMap(({ whole }) => exprSites(whole).flatMap(({ expr }) => (expr.op === "reading" ? [expr.key] : []))),
  );
  const isFigure = mutant.path[0] === "params";
  return {
    what: whatOf(policy, mutant, places),
    readAt: isFigure ? [...new Set(places.map(({ words }) => words))].slice(0, MOST_PLACES) : [],
    facts: [...new Set(facts)],
    readings: policy.interpretations.filter(({ key }) => asked.has(key)),
  };
}

/** Also those that steps of the rule are made of; a count by its own name. */
function factsIn(policy: Policy, mutant: Pick<Mutant, "measures">, { expr, list }: Pick<Place, "expr" | "list">): string[] {
  return exprSites(expr).flatMap(({ expr: e }) => {
    if (e.op === "fact") return [exprWords(e, { policy, list })];
    if (e.op !== "let") return [];
    const step = policy.measures.flatMap(({ id, form }): { expr: Expr; list: string }[] => {
      if (!mutant.measures.includes(id) || !("lets" in form)) return [];
      if (form.kind === "pool" && form.name === e.name) return [{ expr: form.basis, list: form.list }];
      return form.lets.filter(({ name }) => name === e.name).map(({ value }) => ({ expr: value, list: form.list }));
    });
    return step.length === 0 ? [e.name] : step.flatMap((one) => factsIn(policy, mutant, one));
  });
}

/** Of a figure: the smallest comparison or sum that it stands in, wherever it is read. Of another change: what was changed. */
function placesOf(policy: Policy, { path, measures }: Mutant): Place[] {
  const figure = path[0] === "params" ? policy.params[Number(path[1])]?.name : undefined;
  const rooms = roomsOf(policy).filter(({ measure, path: at }) =>
    figure === undefined ? at.every((key, i) => key === path[i]) : measure === null || measures.includes(measure.id),
  );
  return rooms.flatMap((room) =>
    exprSites(valueAt(policy, room.path), room.path)
      .filter(({ root }) => root)
      .flatMap(({ path: at, expr: whole }): Place[] => {
        const list = listAt(policy, room, at);
        const place = (expr: Expr): Place => ({ expr, whole, words: exprWords(withUnits(expr), { policy, list }), list });
        if (figure !== undefined) return readersIn(whole, figure).map(place);
        const changed = valueAt(policy, path);
        return at.every((key, i) => key === path[i]) && isExpr(changed) ? [place(changed)] : [];
      }),
  );
}

function readersIn(whole: Expr, figure: string): Expr[] {
  const reads = (expr: Expr): boolean => readsFigure(expr, figure);
  return exprSites(whole).flatMap(({ expr }) => {
    if (!reads(expr) || isForm(expr)) return [];
    const inner = partsOf(expr).filter(reads);
    return inner.every(isBare) && !(isBare(expr) && expr !== whole) ? [expr] : [];
  });
}

/** The figure itself, and what only brings it to another scale. */
const isBare = (expr: Expr): boolean =>
  expr.op === "param" || ((expr.op === "scaleUp" || expr.op === "toRatio") && isBare(expr.of));

/** What chooses between others says nothing of the figure. */
const isForm = ({ op }: Expr): boolean => op === "and" || op === "or";

function whatOf(policy: Policy, mutant: Mutant, places: readonly Place[]): string {
  const { kind, was, became, place, path, value } = mutant;
  const changed = valueAt(policy, path);
  switch (kind) {
    case "figure":
      return figureWhat(mutant, places);
    case "boundary":
      return boundaryWhat(was, changed, value);
    case "inverted":
      return `“${was}”反过来也没有一个算例查出：要一个它成立、一个它不成立、别的条件都相同的算例`;
    case "forced":
      return forcedWhat(mutant, changed);
    case "and-or":
      return `“${was}”里的几项，没有一个算例只成立一部分：要一个其中一项成立、其余不成立的算例`;
    case "min-max":
      return `“${was}”里哪个大哪个小，没有一个算例分得出：要一个由另一个数定金额的算例`;
    case "rounding":
      return `“${was}”没有一个算例算到分以后还有零头：要一个除不尽、乘出厘来的算例`;
    case "cap":
      return `没有一个算例超过${place}“${was}”：要一个算得的数比它大的算例，注明“封顶”`;
    case "arithmetic":
    case "swapped":
      return `“${was}”和“${became}”得数相同，没有一个算例分得出：要一个两者得数不同的算例`;
    case "mark":
      return `没有一个算例的“注明”写出它：要一个这个条件不成立的算例，并且在“注明”一列写上（${was}）`;
    case "selection":
      return `${place}的“${was}”没有一个遴选的算例分得出：请写一张清单，每行一家，最后一列写“遴选结果”`;
    case "ceiling":
      return `“${place}”没有一个算例由它定结论：要一个因为它而少给或暂不支付的算例`;
    case "period":
      return `没有一个算例在这个年度、这一天的前后（${was}）：请写一个`;
  }
}

function figureWhat({ place, was, became, value }: Mutant, places: readonly Place[]): string {
  if (Array.isArray(value)) return `列举“${place}”，没有一个算例用到这一项（${was}）：要一个只靠这一项成立的算例`;
  if (places.some(({ expr }) => expr.op === "compare"))
    return `数“${place}”是 ${was} 还是 ${became}，没有一个算例分得出：要一个正好落在 ${was}、一个差一点的算例`;
  return `数“${place}”是 ${was} 还是 ${became}，没有一个算例的金额由它算出：要一个用到它、没有被别的上限盖住的算例`;
}

/** = taken for <= shows where the left is less; < taken for <= where both are equal. */
function boundaryWhat(was: string, changed: unknown, value: unknown): string {
  const test = (expr: unknown): string => (isExpr(expr) && expr.op === "compare" ? expr.test : "");
  const side = `${test(changed)} ${test(value)}`;
  const wanted = ["= <=", "!= >"].includes(side)
    ? "左边比右边小"
    : ["= >=", "!= <"].includes(side)
      ? "左边比右边大"
      : "两边正好相等";
  return `“${was}”没有一个算例是${wanted}的：要一个${wanted}、别的条件都符合的算例`;
}

function forcedWhat({ place, was, value }: Mutant, changed: unknown): string {
  if (isExpr(value) && value.op === "boolean" && !(isExpr(changed) && changed.op === "if")) {
    if (value.value) return `“${place}”的条件“${was}”，没有一个算例不成立：要一个别的都符合、只是它不成立的算例`;
    return `“${place}”的条件“${was}”，没有一个算例因它成立而得到：要一个它成立、并且由它定结论的算例`;
  }
  return `“${was}”没有一个算例走到另一支：要一个使另一支定结论的算例`;
}
