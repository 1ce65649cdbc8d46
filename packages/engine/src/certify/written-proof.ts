/** A proof in the certificate's words: limits by measure, projects by name, figures as text. */
import { formatMoney } from "@zhengdui/basics";
import type { AllocationProblem } from "../allocation-problem.ts";
import { groupsOf, layoutOf } from "../prove/layout.ts";
import type { PriceLine, ProofNode } from "../prove/proof.ts";
import type { WrittenNode, WrittenPrices } from "./certificate.ts";

interface Names {
  readonly measures: readonly string[];
  readonly projects: readonly string[];
  /** By row. */
  readonly rows: readonly string[];
}

export function writtenProof(
  problem: AllocationProblem,
  root: ProofNode,
  measures: readonly string[],
  projects: readonly string[],
): WrittenNode {
  const rows = layoutOf(problem).funds.flatMap(({ fund: index }) => {
    const fund = problem.funds[index];
    const name = measures[index] ?? "";
    return fund?.kind === "pool" && fund.largest ? groupsOf(fund).map((group) => `${name}#${group}`) : [name];
  });
  return writtenNode(root, { measures, projects, rows });
}

function writtenNode({ prices, next }: ProofNode, names: Names): WrittenNode {
  const lines = prices.map((line) => writtenPrices(line, names));
  if (next === null) return { prices: lines };
  if (next.kind === "split") {
    const split = {
      measure: names.measures[next.fund] ?? "",
      from: formatMoney(next.from),
      strict: next.strict,
      below: writtenNode(next.below, names),
      reached: next.reached.map((node) => writtenNode(node, names)),
    };
    return { prices: lines, split };
  }
  const walk = {
    order: next.order.map((project) => names.projects[project] ?? ""),
    prices: next.prices.map((line) => {
      const { unit, price } = writtenPrices(line, names);
      return { unit, price };
    }),
    layers: next.layers.map(({ kept, ways }) => ({ kept: kept.join(" "), ways: ways.join(" ") })),
  };
  return { prices: lines, walk };
}

function writtenPrices({ unit, price, limits, projects }: PriceLine, { rows }: Names): WrittenPrices {
  const named = price.flatMap((one, row) => (one === 0 ? [] : [[rows[row] ?? "", String(one)] as const]));
  return { unit: String(unit), price: Object.fromEntries(named), limits: String(limits), projects: String(projects) };
}
