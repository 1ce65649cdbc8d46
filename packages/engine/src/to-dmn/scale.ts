/** Decimal scales in FEEL: how fine a number is counted, and the powers of ten between two scales. */
import type { Type } from "@zhengdui/feel";

export const scaleOf = (type: Type): number => (type.kind === "number" ? type.scale : 0);

/** 10 to a power of at least 0, as digits. */
export const power = (exponent: number): string => `1${"0".repeat(exponent)}`;
