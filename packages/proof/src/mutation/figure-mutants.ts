/** Every figure of the text, one unit of its scale more and less, and taken for its neighbour's; of a list, each entry left out. */
import type { Param, Policy } from "@zhengdui/policy";
import { exprSites } from "./expr-sites.ts";
import { figureWords } from "./expr-words.ts";
import type { Mutant, Path } from "./mutant.ts";

export function figureMutants(policy: Policy): Mutant[] {
  return policy.params.flatMap((param, i) => valuesInstead(policy, param).map((value) => figureMutant(policy, param, i, value)));
}

function figureMutant(policy: Policy, param: Param, index: number, value: Param["value"]): Mutant {
  const path: Path = ["params", index, "value"];
  const left = Array.isArray(param.value) && Array.isArray(value) ? param.value.find((one) => !value.includes(one)) : undefined;
  return {
    kind: "figure",
    clause: param.clause,
    place: param.name,
    was: left === undefined ? figureWords(param) : `列有“${left}”`,
    became: left === undefined ? figureWords({ ...param, value }) : `没有“${left}”`,
    path,
    value,
    measures: readersOf(policy, param.name),
  };
}

function valuesInstead(policy: Policy, { name, clause, value, scale, unit }: Param): Param["value"][] {
  if (value === null) return [];
  if (typeof value !== "number") return value.map((one) => value.filter((other) => other !== one));
  const alike = policy.params.filter((p) => p.name !== name && p.clause === clause && p.scale === scale && p.unit === unit);
  const others = alike.flatMap((p) => (typeof p.value === "number" && p.value !== value ? [p.value] : []));
  const below = others.filter((other) => other < value);
  const above = others.filter((other) => other > value);
  const tiers = [...(below.length > 0 ? [Math.max(...below)] : []), ...(above.length > 0 ? [Math.min(...above)] : [])];
  return [...new Set([value + 1, value - 1, ...tiers])];
}

/** Measures whose expressions read the figure. */
function readersOf(policy: Policy, name: string): string[] {
  return policy.measures.filter((measure) => readsFigure(measure, name)).map(({ id }) => id);
}

export function readsFigure(part: unknown, name: string): boolean {
  return exprSites(part).some(({ expr }) => expr.op === "param" && expr.name === name);
}
