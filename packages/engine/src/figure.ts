/** Figures of a dossier in their order, whole numbers and fractions alike. */
import { compareRatios } from "@zhengdui/basics";
import type { Ratio, Value } from "./dossier.ts";

export type Figure = number | Ratio;

export const isFigure = (value: Value): value is Figure =>
  typeof value === "number" || (typeof value === "object" && value !== null && "d" in value);

const asRatio = (figure: Figure): Ratio => (typeof figure === "number" ? { n: BigInt(figure), d: 1n } : figure);

/** Below, at or above 0 where a is less than b, the same or more. */
export function compareFigures(a: Figure, b: Figure): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return compareRatios(asRatio(a), asRatio(b));
}

export const isSame = (a: Figure, b: Figure): boolean => compareFigures(a, b) === 0;
export const isMore = (a: Figure, b: Figure): boolean => compareFigures(a, b) > 0;

/** Is `near` on the way from `from` to `far`, or there? */
export const between = (from: Figure, near: Figure, far: Figure): boolean =>
  isMore(from, far) ? !isMore(near, from) && !isMore(far, near) : !isMore(from, near) && !isMore(near, far);
