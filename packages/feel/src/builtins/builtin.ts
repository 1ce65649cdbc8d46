/** What a built-in function is: its name, its parameters' names, and what it does with values already evaluated. */
import { type Ratio, toIndex } from "../value/ratio.ts";
import { is, type Value } from "../value/value.ts";

/** The work that a call may do: each stops the evaluation where it is too much. */
export interface Work {
  readonly spend: (steps: number) => void;
  /** Asked before a long text or list is made. */
  readonly hold: (size: number) => void;
}

export interface Builtin {
  readonly name: string;
  /** The ways its parameters may be given; `?` after a name: may be left out; `…`: any number of them, from there on. */
  readonly forms: readonly (readonly string[])[];
  /** `args` has one value for each parameter of the form, undefined for those left out; a `…` parameter's values are in one list. */
  readonly call: (args: readonly (Value | undefined)[], form: number, work: Work) => Value;
}

export const builtin = (name: string, form: string, call: Builtin["call"]): Builtin => ({
  name,
  forms: form.split("|").map((one) => (one.trim() === "" ? [] : one.split(",").map((part) => part.trim()))),
  call,
});

/** The parts of a call by place or by name, or undefined where no form takes them. */
export const bindArguments = (
  { forms }: Builtin,
  given: readonly { readonly name?: string; readonly value: Value }[],
): { readonly args: readonly (Value | undefined)[]; readonly form: number } | undefined => {
  for (const [form, params] of forms.entries()) {
    const args = given.some((one) => one.name !== undefined) ? byName(params, given) : byPlace(params, given);
    if (args !== undefined) return { args, form };
  }
  return undefined;
};

const plain = (param: string): string => param.replace(/[?…]$/, "");

const byName = (params: readonly string[], given: readonly { readonly name?: string; readonly value: Value }[]) => {
  const values = new Map(given.map(({ name, value }) => [name, value] as const));
  if (values.size !== given.length || [...values.keys()].some((name) => !params.some((param) => plain(param) === name)))
    return undefined;
  if (params.some((param) => !param.endsWith("?") && !values.has(plain(param)))) return undefined;
  return params.map((param) => values.get(plain(param)));
};

const byPlace = (params: readonly string[], given: readonly { readonly value: Value }[]) => {
  const open = params.at(-1)?.endsWith("…") === true;
  const fixed = open ? params.length - 1 : params.length;
  const needed = params.filter((param) => !param.endsWith("?")).length;
  if (given.length < needed || (!open && given.length > fixed)) return undefined;
  const values = given.map(({ value }) => value);
  const first: (Value | undefined)[] = Array.from({ length: fixed }, (_, index) => values[index]);
  return open ? [...first, { type: "list", items: values.slice(fixed) } as const] : first;
};

/** For functions that take `f(list)` or `f(a, b, c)`: the items, or null where the single argument is null. */
export const spread = (arg: Value | undefined): readonly Value[] | null => {
  if (!is(arg, "list")) return arg === undefined || arg === null ? null : [arg];
  const [only] = arg.items;
  if (arg.items.length !== 1) return arg.items;
  return is(only, "list") ? only.items : only === null || only === undefined ? null : arg.items;
};

export const indexOf = (value: Value | undefined): number | undefined => (is(value, "number") ? toIndex(value) : undefined);
export const numbers = (values: readonly Value[] | null): readonly Ratio[] | null =>
  values?.every((value) => is(value, "number")) ? values : null;
