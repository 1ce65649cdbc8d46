/** What a name means at a place of a rule, and where the checker leaves its complaints. */
import type { Expr, Place, Type } from "@zhengdui/feel";

/** A complaint before it knows its file: offsets are within the expression's text. */
export interface Fault {
  readonly code: FaultCode;
  readonly from: number;
  readonly to: number;
  readonly args: Readonly<Record<string, string>>;
}

export type FaultCode =
  | "unknown-name"
  | "unknown-fact"
  | "unknown-function"
  | "unknown-option"
  | "unknown-reading"
  | "wrong-arguments"
  | "type-mismatch"
  | "condition-not-boolean"
  | "unit-mismatch"
  | "inexact-division"
  | "inexact-number"
  | "figure-without-words"
  | "maybe-null"
  | "maybe-negative"
  | "cap-maybe-null"
  | "pool-not-steps"
  | "unsupported"
  | "syntax";

export interface Scope {
  /** Facts, figures, lets by name. A value is the expression that the name stands for. */
  readonly names: ReadonlyMap<string, Expr>;
  /** 申报单位.行业代码: records by name, their facts by name. */
  readonly records: ReadonlyMap<string, ReadonlyMap<string, Expr>>;
  readonly readings: ReadonlyMap<string, readonly string[]>;
  readonly macros: ReadonlyMap<string, Macro>;
  /** What the lets of the rule stand for, as far as they are known here. */
  readonly lets: ReadonlyMap<string, Expr>;
  /** Facts of lists that can't be named here → their list. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /** Words of options → their code, which formulas write. */
  readonly options: ReadonlyMap<string, string>;
  /** Names of lets that have been complained of: whatever uses them says nothing more. */
  readonly broken: ReadonlySet<string>;
  /** Lets of the items, which what is said of the whole year (year cap) can't use. */
  readonly itemLets?: ReadonlySet<string>;
}

/** A function written in the policy itself, as a formula or as a table; it is checked where it is used, with the arguments' types. */
export interface Macro {
  readonly params: readonly string[];
  /** A formula; or how a table becomes an expression, its own complaints made at its cells. */
  readonly body: string | ((scope: Scope) => Expr | null);
}

/** As the end of a fault: all of the text is meant. */
export const WHOLE = Number.POSITIVE_INFINITY;

export class Faults {
  readonly list: Fault[] = [];

  add(code: FaultCode, place: Place, args: Readonly<Record<string, string>> = {}): null {
    this.list.push({ code, from: place.from, to: place.to, args });
    return null;
  }
}

export const typeName = (type: Type): string => {
  switch (type.kind) {
    case "number":
      return type.unit === "" ? "数" : `数（${type.unit}）`;
    case "ratio":
      return type.unit === "" ? "比例" : `小数（${type.unit}）`;
    case "boolean":
      return "是否";
    case "text":
      return "文字";
    case "texts":
      return "文字清单";
    case "date":
      return "日期";
    case "month":
      return "月份";
  }
};
