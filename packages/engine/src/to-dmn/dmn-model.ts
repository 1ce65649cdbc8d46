/**
 * A DMN model as plain data, before it is XML: inputs, decisions, functions (business knowledge models), clauses (knowledge sources) and
 * notes. Ids are ASCII and follow the policy's own ids, names are legal FEEL names.
 */

export interface DmnModel {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly description: string;
  readonly types: readonly ItemType[];
  /** In an order in which each stands after what it needs, but for inputs and clauses, which need nothing. */
  readonly nodes: readonly DmnNode[];
  readonly notes: readonly Note[];
}

/** An item definition: a base type, or a structure of such. */
export interface ItemType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly list: boolean;
  /** string, number, boolean, date, or the name of another item definition; null where it has parts. */
  readonly base: string | null;
  /** Unary tests, "" where any value will do. */
  readonly allowed: string;
  readonly parts: readonly ItemType[];
}

interface Node {
  readonly id: string;
  /** Legal in FEEL; a clause has its label. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly place: Place;
}

/** Where a node is drawn: bands lie below one another (a measure each), columns beside one another. */
export interface Place {
  readonly band: number;
  readonly column: number;
}

export type DmnNode = InputNode | SourceNode | DecisionNode | FunctionNode;
export type InputNode = Node & { readonly kind: "input"; readonly type: string };
export type SourceNode = Node & { readonly kind: "source" };
export type DecisionNode = Node & { readonly kind: "decision"; readonly type: string; readonly logic: Logic } & Requirements;
export type FunctionNode = Node & {
  readonly kind: "function";
  readonly type: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly logic: Logic;
} & Requirements;

/** Ids. */
export interface Requirements {
  readonly needs: readonly string[];
  readonly calls: readonly string[];
  readonly authorities: readonly string[];
}

export type Logic = { readonly kind: "literal"; readonly text: string } | ({ readonly kind: "table" } & DecisionTable);

export interface DecisionTable {
  readonly hitPolicy: "UNIQUE" | "FIRST";
  readonly inputs: readonly { readonly label: string; readonly text: string; readonly type: string }[];
  readonly output: { readonly label: string; readonly type: string };
  readonly rules: readonly TableRule[];
}

export interface TableRule {
  readonly tests: readonly string[];
  readonly value: string;
  readonly annotation: string;
}

/** A text annotation beside a node. */
export interface Note {
  readonly id: string;
  readonly about: string;
  readonly text: string;
}
