/**
 * A small DMN engine around feelin, which is no work of ours: decisions in the order of their requirements, each seeing only what it
 * requires; tables by their hit policy, cell by cell as unary tests.
 */
import { evaluate, unaryTest } from "feelin";
import type { ReadLogic, ReadModel, ReadNode, ReadTable } from "./read-model.ts";

type Context = Record<string, unknown>;
type Compute = (context: Context) => unknown;

export interface Runner {
  /** The values of all decisions by id, from the values of the inputs by name. */
  readonly run: (inputs: Context) => ReadonlyMap<string, unknown>;
}

export function runnerOf(model: ReadModel): Runner {
  const functions = new Map<string, unknown>();
  const functionOf = (id: string): unknown => {
    if (!functions.has(id)) functions.set(id, callable(model, nodeOf(model, id), functionOf));
    return functions.get(id);
  };
  const decisions = [...model.nodes.values()].filter((node) => node.kind === "decision");
  const computes = new Map(decisions.map((node) => [node.id, decide(model, node, functionOf)]));
  return {
    run(inputs) {
      const values = new Map<string, unknown>();
      const valueAt = (id: string): unknown => {
        const node = nodeOf(model, id);
        if (node.kind === "inputData") return inputs[node.name];
        if (!values.has(id)) {
          const context = Object.fromEntries(node.needs.map((need) => [nodeOf(model, need).name, valueAt(need)]));
          values.set(id, computes.get(id)?.(context));
        }
        return values.get(id);
      };
      for (const { id } of decisions) valueAt(id);
      return values;
    },
  };
}

function nodeOf(model: ReadModel, id: string): ReadNode {
  const node = model.nodes.get(id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}

/** Functions by name that a node may call: those that it requires. */
const callsOf = (model: ReadModel, node: ReadNode, functionOf: (id: string) => unknown): Context =>
  Object.fromEntries(node.calls.map((id) => [nodeOf(model, id).name, functionOf(id)]));

function decide(model: ReadModel, node: ReadNode, functionOf: (id: string) => unknown): Compute {
  const names = node.needs.map((id) => nodeOf(model, id).name);
  return logicOf(node.logic, names, callsOf(model, node, functionOf));
}

function callable(model: ReadModel, node: ReadNode, functionOf: (id: string) => unknown): unknown {
  const compute = logicOf(node.logic, node.parameters, callsOf(model, node, functionOf));
  return (...args: unknown[]) => compute(Object.fromEntries(node.parameters.map((name, i) => [name, args[i]])));
}

function logicOf(logic: ReadLogic | null, names: readonly string[], functions: Context): Compute {
  if (logic === null) throw new Error("no logic");
  return "text" in logic ? compiled(logic.text, names, functions) : tableOf(logic.table, names, functions);
}

/** A FEEL function of the names that the expression may use, made once; any other name is refused when it is made. */
function compiled(text: string, names: readonly string[], functions: Context): Compute {
  const { value, warnings } = evaluate(`function(${names.join(", ")}) ${text}`, functions);
  if (warnings.length > 0) throw new Error(`${text}: ${warnings.map((w) => w.message).join("; ")}`);
  const made = value as { invoke(args: readonly unknown[]): unknown };
  return (context) => made.invoke(names.map((name) => context[name] ?? null));
}

function tableOf(table: ReadTable, names: readonly string[], functions: Context): Compute {
  const inputs = table.inputs.map((text) => compiled(text, names, functions));
  const rules = table.rules.map((rule) => ({ ...rule, result: compiled(rule.value, names, functions) }));
  return (context) => {
    const asked = inputs.map((input) => input(context));
    const hits = (rule: (typeof rules)[number]): boolean => rule.tests.every((test, i) => holds(test, asked[i]));
    if (table.hitPolicy === "FIRST") return rules.find(hits)?.result(context) ?? null;
    const found = rules.filter(hits);
    if (table.hitPolicy !== "UNIQUE" || found.length > 1) throw new Error(`${table.hitPolicy}: ${found.length} rules hit`);
    return found[0]?.result(context) ?? null;
  };
}

/** The same cell asked the same thing answers the same: it sees nothing but the value. */
const answers = new Map<string, Map<unknown, boolean>>();

function holds(test: string, value: unknown): boolean {
  const known = answers.get(test) ?? new Map<unknown, boolean>();
  answers.set(test, known);
  const answer = known.get(value) ?? unaryTest(test, { "?": value }).value === true;
  if (known.size < 10_000) known.set(value, answer);
  return answer;
}
