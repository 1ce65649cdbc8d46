/** The peer @gorules/zen-engine: one decision graph with an expression node that works out measures 1.2, 2.2 and 2.3 in 分. */
import type { ThreeAmounts, ThreeContext } from "./three-measures.ts";

const share = "floor(#.investment * 15 / 100)";
const half = "floor(#.subsidy / 2)";
const formulas = `(#.subsidy == null ? ${share} : #.investment == null ? ${half} : min([${share}, ${half}]))`;
const months = "(min([#.to, firstMonth + 11]) - max([#.from, firstMonth]) + 1)";

const expressions: Readonly<Record<string, string>> = {
  fiveG: `local ? min([50000000, sum(map(filter(fiveG, #.claimYear == year and not #.fundedEarlier), min([10000000, ${formulas}])))]) : 0`,
  softwareSum:
    'maker ? sum(map(filter(purchases, #.paidOn >= yearStart and #.paidOn <= yearEnd and not #.fundedEarlier and (#.system != "other" or #.accepted)), #.paid)) : 0',
  software:
    "$.softwareSum >= 300000000 ? 30000000 : $.softwareSum >= 200000000 ? 20000000 : $.softwareSum >= 100000000 ? 10000000 : $.softwareSum >= 50000000 ? 5000000 : 0",
  cloudSum: `industrial ? sum(map(filter(services, #.from <= firstMonth + 11 and #.to >= firstMonth and not #.fundedEarlier), floor(#.fee * ${months} / (#.to - #.from + 1)))) : 0`,
  cloud: "$.cloudSum > 10000000 ? 6000000 : $.cloudSum > 5000000 ? 3000000 : 0",
};

const graph = {
  contentType: "application/vnd.gorules.decision",
  nodes: [
    { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
    {
      id: "work",
      name: "work",
      type: "expressionNode",
      position: { x: 1, y: 0 },
      content: { expressions: Object.entries(expressions).map(([key, value]) => ({ id: key, key, value })) },
    },
    { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: "e1", sourceId: "in", targetId: "work", type: "edge" },
    { id: "e2", sourceId: "work", targetId: "out", type: "edge" },
  ],
};

/** As much of the package as is used. It is installed for the benchmark alone (tools/bench.mjs): its lock entries name other platforms' binaries. */
interface Zen {
  readonly ZenEngine: new () => {
    createDecision(graph: object): { evaluate(context: ThreeContext): Promise<{ result: unknown }> };
  };
}
const PACKAGE = "@gorules/zen-engine";

export async function zenPeer(): Promise<(context: ThreeContext) => Promise<ThreeAmounts>> {
  const { ZenEngine } = (await import(PACKAGE)) as Zen;
  const decision = new ZenEngine().createDecision(graph);
  return async (context) => {
    const { result } = await decision.evaluate(context);
    const { fiveG, software, cloud } = result as ThreeAmounts;
    return { fiveG, software, cloud };
  };
}
