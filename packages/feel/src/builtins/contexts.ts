/** Functions of contexts, and conversions to text and number (DMN 1.5, 10.3.4.1 and 10.3.4.9). */

import { equal } from "../value/compare.ts";
import { numberSteps, readingSteps } from "../value/effort.ts";
import { readRatio } from "../value/ratio-text.ts";
import { context, is, itemsOf, list, typeOf, type Value } from "../value/value.ts";
import { valueText } from "../value/value-text.ts";
import { type Builtin, builtin } from "./builtin.ts";

const numberFrom = ([from, grouping, point]: readonly (Value | undefined)[]): Value => {
  if (typeof from !== "string") return is(from, "number") && grouping === undefined ? from : null;
  const [group, mark] = [grouping ?? null, point ?? null];
  if (group !== null && (typeof group !== "string" || ![" ", ",", "."].includes(group))) return null;
  if (mark !== null && (typeof mark !== "string" || ![",", "."].includes(mark))) return null;
  if (group !== null && group === mark) return null;
  const plain = group === null ? from : from.split(group).join("");
  return readRatio(mark === null || mark === "." ? plain : plain.split(mark).join(".")) ?? null;
};

const pair = (item: Value): readonly [string, Value] | undefined => {
  if (!is(item, "context")) return undefined;
  const key = item.entries.get("key");
  return typeof key === "string" && item.entries.has("value") ? [key, item.entries.get("value") ?? null] : undefined;
};

const fromEntries = (entries: Value): Value => {
  const pairs = itemsOf(entries).map(pair);
  const found = pairs.filter((one) => one !== undefined);
  const distinct = new Set(found.map(([key]) => key)).size;
  return found.length < pairs.length || distinct < found.length ? null : context(found);
};

const put = (target: Value | undefined, keys: readonly Value[], value: Value): Value => {
  const [key, ...rest] = keys;
  if (!is(target, "context") || typeof key !== "string") return null;
  const made = rest.length === 0 ? value : put(target.entries.get(key) ?? context([]), rest, value);
  return rest.length > 0 && made === null ? null : context([...target.entries, [key, made]]);
};

const getValue = (from: Value | undefined, keys: readonly Value[]): Value => {
  const [key, ...rest] = keys;
  if (!is(from, "context") || typeof key !== "string") return null;
  const found = from.entries.get(key) ?? null;
  return rest.length === 0 ? found : getValue(found, rest);
};

const merge = (contexts: Value): Value => {
  const all = itemsOf(contexts);
  return all.every((one) => is(one, "context"))
    ? context(all.flatMap((one) => (is(one, "context") ? [...one.entries] : [])))
    : null;
};

const entriesOf = (from: Value | undefined): Value =>
  is(from, "context")
    ? list(
        [...from.entries].map(([key, value]) =>
          context([
            ["key", key],
            ["value", value],
          ]),
        ),
      )
    : null;

/** The same value of the same kind: unlike `=`, a zone counts, and different kinds are false. */
const sameValue = (a: Value, b: Value): Value => {
  if (typeOf(a) !== typeOf(b)) return false;
  const temporal = is(a, "time") || is(a, "date and time");
  return temporal ? valueText(a) === valueText(b) : equal(a, b) === true;
};

export const CONTEXTS: readonly Builtin[] = [
  builtin("string", "from", ([from = null], _form, work) => {
    work.spend(readingSteps(from) + (is(from, "number") ? 3 * numberSteps(from) : 0));
    return from === null ? null : valueText(from);
  }),
  builtin("number", "from, grouping separator?, decimal separator?", numberFrom),
  builtin("is", "value1, value2", ([a = null, b = null], _form, work) => {
    work.spend(readingSteps(a));
    return sameValue(a, b);
  }),
  builtin("get entries", "m", ([from], _form, work) => {
    work.spend(readingSteps(from));
    return entriesOf(from);
  }),
  builtin("get value", "m, key | context, keys", ([from, key = null]) => getValue(from, itemsOf(key))),
  builtin("context", "entries", ([entries = null]) => (entries === null ? null : fromEntries(entries))),
  builtin("context put", "context, key, value | context, keys, value", ([target, key = null, value = null]) =>
    is(key, "list") && key.items.length === 0 ? null : put(target, itemsOf(key), value),
  ),
  builtin("context merge", "contexts", ([contexts = null], _form, work) => {
    work.spend(readingSteps(contexts));
    return merge(contexts);
  }),
];
