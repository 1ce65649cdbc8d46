/** The shape of a FEEL text once parsed (OMG DMN 1.5, clause 10.3): names as written, no types, every node with its place. */

export interface Place {
  /** First and past-the-last offset, in UTF-16 code units of the parsed text. */
  readonly from: number;
  readonly to: number;
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "**" | "and" | "or" | Comparison;
export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

export interface Argument {
  /** Present where the call names its parameters: `abs(n: -1)`. */
  readonly name?: string;
  readonly value: Ast;
}

export interface Binding {
  readonly name: string;
  readonly in: Ast;
}

export type Ast = Place &
  (
    | { readonly kind: "number"; readonly text: string }
    | { readonly kind: "string"; readonly value: string }
    | { readonly kind: "boolean"; readonly value: boolean }
    | { readonly kind: "null" }
    | { readonly kind: "at"; readonly text: string }
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "path"; readonly of: Ast; readonly name: string }
    | { readonly kind: "call"; readonly callee: Ast; readonly args: readonly Argument[] }
    | { readonly kind: "filter"; readonly of: Ast; readonly where: Ast }
    | { readonly kind: "negate"; readonly of: Ast }
    | { readonly kind: "binary"; readonly op: BinaryOperator; readonly left: Ast; readonly right: Ast }
    | { readonly kind: "between"; readonly of: Ast; readonly low: Ast; readonly high: Ast }
    /** `of in (t1, t2)`: true where any test holds; a test may be a `test`, a `range`, a list or a value. */
    | { readonly kind: "in"; readonly of: Ast; readonly tests: readonly Ast[] }
    /** A unary test without its left side: `< 5`. */
    | { readonly kind: "test"; readonly op: Comparison; readonly than: Ast }
    | {
        readonly kind: "range";
        readonly low: Ast;
        readonly high: Ast;
        readonly lowOpen: boolean;
        readonly highOpen: boolean;
        /** The bare `4..2` of a `for`: it may run downwards, which `[4..2]` may not. */
        readonly bare?: true;
      }
    | { readonly kind: "list"; readonly items: readonly Ast[] }
    | { readonly kind: "context"; readonly entries: readonly { readonly key: string; readonly value: Ast }[] }
    | { readonly kind: "if"; readonly when: Ast; readonly then: Ast; readonly else: Ast }
    | { readonly kind: "for"; readonly bindings: readonly Binding[]; readonly yield: Ast }
    | { readonly kind: "quantified"; readonly all: boolean; readonly bindings: readonly Binding[]; readonly satisfies: Ast }
    | {
        readonly kind: "function";
        readonly params: readonly { readonly name: string; readonly type?: string }[];
        readonly body: Ast;
      }
    | { readonly kind: "instanceOf"; readonly of: Ast; readonly type: string }
    /** The `-` of a decision table's cell: any value. */
    | { readonly kind: "any" }
  );
