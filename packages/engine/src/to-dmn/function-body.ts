/** A function that a model carries along where a rule needs it: its own FEEL names, and the other functions that it calls. */
import type { Builtin } from "@zhengdui/feel";
import type { FunctionNode } from "./dmn-model.ts";

export type ArithmeticFunction =
  | "towardsZero"
  | "ratioOf"
  | "ratioTimes"
  | "compareRatios"
  | "addRatios"
  | "subtractRatios"
  | "multiplyRatios"
  | "divideRatios"
  | "absoluteRatio"
  | "lesserRatio"
  | "greaterRatio";

/** yearOf is FEEL's own `.year`; sizeRow finds the industry's row of the size standard. */
export type StandardFunction = Exclude<Builtin, "yearOf"> | "sizeRow";

export type ModelFunction = ArithmeticFunction | StandardFunction;

export type FunctionBody = Pick<FunctionNode, "name" | "description" | "parameters" | "type" | "logic"> & {
  readonly calls: readonly ModelFunction[];
};
