/** A prepared dossier as the inputs of an exported model: found by the ids of the model's own item definitions. */
import { formatDate } from "@zhengdui/basics";
import type { Prepared, Ratio, Row, Value } from "@zhengdui/engine";
import { evaluate } from "feelin";
import type { ReadModel, ReadType } from "./read-model.ts";

type Context = Record<string, unknown>;

export function inputsOf(model: ReadModel, dossier: Prepared): Context {
  const inputs: Context = {};
  for (const node of model.nodes.values()) {
    if (node.kind !== "inputData") continue;
    const id = node.id.replace(/^input_/, "");
    if (id === "year") inputs[node.name] = dossier.year;
    else if (id === "readings") inputs[node.name] = readingsOf(model, node.type, dossier);
    else if (id !== "granted") inputs[node.name] = recordOrList(model, node.type, id, dossier);
  }
  return inputs;
}

function typeOf(model: ReadModel, name: string): ReadType {
  const type = model.types.get(name);
  if (type === undefined) throw new Error(`no item definition ${name}`);
  return type;
}

function readingsOf(model: ReadModel, type: string, dossier: Prepared): Context {
  const parts = typeOf(model, type).parts.map((part) => [part.name, dossier.readings[part.id.replace(/^reading_/, "")]]);
  return Object.fromEntries(parts);
}

function recordOrList(model: ReadModel, name: string, id: string, dossier: Prepared): unknown {
  const type = typeOf(model, name);
  const held = id.split(".").reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], dossier);
  if (!type.list) return structure(type, id, held as Row);
  const row = typeOf(model, type.base);
  return (held as Row[]).map((of) => structure(row, id, of));
}

function structure(type: ReadType, id: string, row: Row): Context {
  const prefix = `fact_${id}.`;
  return Object.fromEntries(type.parts.map((part) => [part.name, feelValue(part, row[part.id.slice(prefix.length)])]));
}

const dates = new Map<string, unknown>();

function dateOf(text: string): unknown {
  if (!dates.has(text)) dates.set(text, evaluate(`date("${text}")`).value);
  return dates.get(text);
}

const two = (value: number): string => String(value).padStart(2, "0");

function feelValue(part: ReadType, value: Value | undefined): unknown {
  if (value === undefined || value === null) return null;
  if (part.base === "date") {
    const at = value as number;
    return dateOf(
      part.description.includes("写作该月第一天") ? `${Math.floor(at / 12)}-${two((at % 12) + 1)}-01` : formatDate(at),
    );
  }
  if (part.base !== "比例") return value;
  const { n, d } = value as Ratio;
  return { 分子: Number(n), 分母: Number(d) };
}
