/** Units of numbers: 元, 家, 人 …, and rates of pay such as 元/家 or 元/人·天, which a count of what stands below the stroke turns back into 元. */
import type { Unit } from "@zhengdui/feel";

const STROKE = "/";
const DOT = "·";

/** What one of the unit is of: 元/人·天 → 元. */
export const paidIn = (unit: Unit): Unit => unit.split(STROKE)[0] ?? "";

const below = (unit: Unit): readonly string[] => unit.split(STROKE)[1]?.split(DOT) ?? [];

/** A product's unit: one factor may carry one; or one is a rate of pay and the other counts what it is paid for. null: it means nothing. */
export function timesUnit(left: Unit, right: Unit): Unit | null {
  if (left === "" || right === "") return left === "" ? right : left;
  return cancelled(left, right) ?? cancelled(right, left);
}

function cancelled(rate: Unit, counted: Unit): Unit | null {
  const rest = below(rate);
  const at = rest.indexOf(counted);
  if (at < 0) return null;
  const left = rest.filter((_, i) => i !== at);
  return left.length === 0 ? paidIn(rate) : `${paidIn(rate)}${STROKE}${left.join(DOT)}`;
}
