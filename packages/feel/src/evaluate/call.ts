/** Calling functions: the user's own, first, then the built-ins. Arguments that fit no form make the call null. */
import type { Ast } from "../ast.ts";
import { BUILTINS } from "../builtins/all-builtins.ts";
import { type Builtin, bindArguments, type Work } from "../builtins/builtin.ts";
import { numberSteps, passingSteps } from "../value/effort.ts";
import { conforms } from "../value/type-test.ts";
import { type FunctionValue, is, type Value } from "../value/value.ts";
import { inner, lookUp, type Scope } from "./scope.ts";

export type Evaluate = (ast: Ast, scope: Scope) => Value;
type Given = readonly { readonly name?: string; readonly value: Value }[];

export const callOf = (ast: Extract<Ast, { kind: "call" }>, scope: Scope, evaluate: Evaluate): Value => {
  const { callee } = ast;
  const named = callee.kind === "name" ? callee.name : undefined;
  const own = named === undefined ? evaluate(callee, scope) : lookUp(scope, named);
  const given: Given = ast.args.map((arg) => {
    const value = evaluate(arg.value, scope);
    return arg.name === undefined ? { value } : { name: arg.name, value };
  });
  if (is(own, "function")) return callFunction(own, given);
  const builtin = own === undefined && named !== undefined ? BUILTINS.get(named) : undefined;
  return builtin === undefined ? null : callBuiltin(builtin, given, scope.budget.workAt(ast));
};

const callBuiltin = (builtin: Builtin, given: Given, work: Work): Value => {
  const bound = bindArguments(builtin, given);
  if (bound === undefined) return null;
  for (const { value } of given) work.spend(passingSteps(value));
  const made = builtin.call(bound.args, bound.form, work);
  if (is(made, "number")) work.spend(numberSteps(made));
  return made;
};

const callFunction = (own: FunctionValue, given: Given): Value => {
  if (!given.some(({ name }) => name !== undefined)) return own.call(given.map(({ value }) => value));
  const values = new Map(given.map(({ name, value }) => [name, value] as const));
  if (values.size !== own.params.length || own.params.some((param) => !values.has(param))) return null;
  return own.call(own.params.map((param) => values.get(param) ?? null));
};

/** A built-in as a value, to be handed to another function. */
export const builtinValue = (builtin: Builtin, work: Work): FunctionValue => ({
  type: "function",
  params: builtin.forms[0] ?? [],
  call: (args) =>
    callBuiltin(
      builtin,
      args.map((value) => ({ value })),
      work,
    ),
});

/** The value as a parameter's type wants it: as it is, or out of, or into, a list of one; undefined where it doesn't fit. */
const coerced = (value: Value, type: string | undefined): Value | undefined => {
  if (type === undefined || value === null || conforms(value, type) === true) return value;
  if (is(value, "list") && value.items.length === 1) {
    const [only = null] = value.items;
    if (conforms(only, type) === true) return only;
  }
  return conforms({ type: "list", items: [value] }, type) === true ? { type: "list", items: [value] } : undefined;
};

export const functionOf = (ast: Extract<Ast, { kind: "function" }>, scope: Scope, evaluate: Evaluate): Value => ({
  type: "function",
  params: ast.params.map(({ name }) => name),
  call: (args) => {
    if (args.length !== ast.params.length) return null;
    const bound: [string, Value][] = [];
    for (const [index, { name, type }] of ast.params.entries()) {
      const value = coerced(args[index] ?? null, type);
      if (value === undefined) return null;
      bound.push([name, value]);
    }
    return evaluate(ast.body, inner(scope, bound));
  },
});
