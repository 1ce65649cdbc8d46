/** Values in the words that officials read. */
import { formatMoney, formatWanText } from "@zhengdui/basics";
import type { Fact, FactKind, Interpretation, Policy } from "@zhengdui/policy";
import type { Model } from "./smt/session.ts";
import type { RawDossier } from "./world/world.ts";

export const moneyWords = (fen: number): string => (fen % 10 ** 4 === 0 ? formatWanText(fen) : `${formatMoney(fen)} 元`);

/** A scaled integer of a unit: 20万元, 300家, 25%. */
export function numberWords(value: number, scale: number, unit: string): string {
  if (unit === "元") return moneyWords(scale === 2 ? value : Math.trunc(value * 10 ** (2 - scale)));
  if (unit === "" && scale >= 2) return `${decimalWords(value, scale - 2)}%`;
  return `${decimalWords(value, scale)} ${unit}`.trim();
}

function decimalWords(value: number, scale: number): string {
  const digits = String(value).padStart(scale + 1, "0");
  const fraction = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  return `${scale === 0 ? digits : digits.slice(0, -scale)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** A fact's machine value, as far as it is a number. */
export function factWords(kind: FactKind, value: number): string {
  switch (kind.kind) {
    case "money":
      return moneyWords(value);
    case "count":
    case "decimal":
      return numberWords(value, kind.kind === "count" ? 0 : 6, kind.unit === "" ? " " : kind.unit).trim();
    case "rate":
    case "boolean":
    case "date":
    case "month":
    case "year":
    case "text":
    case "uscc":
    case "industry":
    case "option":
    case "options":
      return String(value);
  }
}

export const factOf = (policy: Policy, of: string, list: string | null, key: string): Fact | null => {
  const groups =
    of === "item" ? policy.facts.lists.filter((l) => l.id === list) : policy.facts.records.filter((r) => r.id === of);
  return groups.flatMap((g) => g.facts).find((f) => f.key === key) ?? null;
};

/** The readings of a model that aren't the default, as a clause of a sentence. */
export function readingWords(policy: Policy, dossier: RawDossier): string {
  const chosen = (dossier.settings as { interpretations?: Record<string, string> } | undefined)?.interpretations ?? {};
  const words = Object.entries(chosen).flatMap(([key, id]) => {
    const found = policy.interpretations.find((i) => i.key === key);
    return found === undefined ? [] : [`“${found.title}”取“${textOfReading(found, id)}”`];
  });
  return words.length === 0 ? "" : `（${words.join("，")}时）`;
}

export const textOfReading = (interpretation: Interpretation, id: string): string =>
  interpretation.readings.find((r) => r.id === id)?.text ?? id;

/** A model in which one variable has another value. */
export const changed = (model: Model, name: string, value: bigint): Model => new Map([...model, [name, value]]);
