/**
 * Dossiers of any policy, made from its declared facts alone: figures on, just below and just above the policy's own, codes that repeat,
 * what may be unknown now and then unknown. Whether the intake takes one is its own affair: some break a check between facts.
 */
import type { Fact, FactList, Param, Policy } from "@zhengdui/policy";
import { creditCode } from "./credit-code.ts";
import { Prng } from "./prng.ts";

type Json = unknown;
type Row = Record<string, Json>;

export function declaredDossier(policy: Policy, seed: number): Row {
  const random = new Prng(seed);
  const year = random.pick(policy.years);
  const draw = drawer(policy, random, year);
  const dossier: Row = { year };
  for (const { id, facts } of policy.facts.records) dossier[id] = rowOf(facts, draw, 0);
  const open = policy.interpretations.filter((i) => i.computed);
  if (open.length > 0 && random.chance(400)) {
    const taken = Object.fromEntries(open.map((i) => [i.key, random.pick(i.readings).id]));
    dossier.settings = { ...(dossier.settings as Row | undefined), interpretations: taken };
  }
  for (const list of policy.facts.lists) {
    const rows = Array.from({ length: lengthOf(list, random) }, (_, i) => rowOf(list.facts, draw, i));
    const [record, key] = list.id.split(".");
    if (key === undefined) dossier[list.id] = rows;
    else dossier[record as string] = { ...(dossier[record as string] as Row), [key]: rows };
  }
  return dossier;
}

/** Lists of codes are what is counted: now and then long. */
function lengthOf({ facts, most }: FactList, random: Prng): number {
  if (random.chance(200)) return 0;
  const counted = facts.some((fact) => fact.key === "uscc");
  return Math.min(most ?? 400, counted ? (random.chance(50) ? 350 : random.pick([1, 10, 40, 150])) : random.integer(1, 4));
}

type Draw = (fact: Fact, index: number) => Json;

function rowOf(facts: readonly Fact[], draw: Draw, index: number): Row {
  return Object.fromEntries(facts.map((fact) => [fact.key, draw(fact, index)]).filter(([, value]) => value !== undefined));
}

const moneyText = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
const two = (value: number): string => String(value).padStart(2, "0");
const LISTED = ["1951", "2319", "0610", "4411", "6513", "7010", "5112", "53"];

function drawer(policy: Policy, random: Prng, year: number): Draw {
  const figures = (fits: (param: Param) => boolean): number[] =>
    policy.params.flatMap((param) => (typeof param.value === "number" && fits(param) ? [param.value / 10 ** param.scale] : []));
  const sums = figures((p) => p.unit === "元").map((yuan) => Math.round(yuan * 100));
  const counts = figures((p) => p.unit !== "元" && p.unit !== "" && p.scale === 0);
  const rates = figures((p) => p.unit === "" && p.scale >= 2);
  const texts = policy.params.flatMap((param) => (Array.isArray(param.value) ? param.value : []));
  const money = (): number => {
    const at = random.pick(sums.length > 0 ? sums : [10_000]);
    const by = random.pick([-1, 0, 0, 1]);
    if (random.chance(400)) return Math.max(0, at + by);
    if (random.chance(500)) return Math.max(0, Math.round(at / random.pick(rates.length > 0 ? rates : [1])) + by);
    return random.integer(0, 3 * at);
  };
  const date = (): string =>
    `${year + random.pick([0, 0, 0, 0, 0, 0, 0, 0, -1, 1])}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
  return (fact, index) => {
    if (fact.presence !== "required" && random.chance(200)) return fact.presence.startsWith("optional") ? undefined : null;
    switch (fact.type.kind) {
      case "money":
        return moneyText(money());
      case "count":
        return random.chance(500)
          ? random.integer(0, 400)
          : Math.max(0, random.pick([...counts, 1, 3]) + random.pick([-1, 0, 0, 1]));
      case "decimal":
        return String(random.integer(0, 1_000) / 10);
      case "rate":
        return String(random.integer(0, 600) / 10_000);
      case "boolean":
        return random.chance(800);
      case "date":
        return date();
      case "month":
        return date().slice(0, 7);
      case "year":
        return year + random.pick([0, 0, 0, -1, -2, 1]);
      case "text":
        if (fact.key === "id") return `${index + 1}`;
        return fact.key === "project" ? `P${random.integer(1, 4)}-${index}` : random.pick([...texts, "示例"]);
      case "uscc":
        return creditCode(random.chance(100) ? random.integer(1, 20) : index + 1);
      case "industry":
        return random.pick(LISTED);
      case "option":
        return random.pick(fact.type.options).id;
      case "options":
        return fact.type.options.filter(() => random.chance(500)).map((option) => option.id);
    }
  };
}
