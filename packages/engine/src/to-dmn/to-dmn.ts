/** Any compiled policy as a DMN model: facts, figures, conditions, formulas, tiers and the ceiling, each going back to its clause. */
import type { Form, Policy } from "@zhengdui/policy";
import type { DmnModel, DmnNode } from "./dmn-model.ts";
import type { DmnVersion } from "./dmn-version.ts";
import { addConstants, type Bands, clauseNodes, inputNodes, readingTypes } from "./input-nodes.ts";
import { measureDecisions } from "./measure-decisions.ts";
import { ModelBuilder } from "./model-builder.ts";
import { totalDecisions } from "./total-decisions.ts";
import { writeDmn } from "./write-dmn.ts";

/** DMN XML. Nothing of it depends on anything but the policy: the same policy, the same text. */
export const toDmn = (policy: Policy, version: DmnVersion): string => writeDmn(dmnModel(policy), version);

export function dmnModel(policy: Policy): DmnModel {
  const builder = new ModelBuilder(policy);
  const bands = bandsOf(policy);
  const last = policy.measures.length + 1;
  addConstants(builder, bands);
  const amounts = policy.measures.map((measure, i) => measureDecisions(builder, measure, i + 1));
  const types = totalDecisions({ builder, amounts, band: last, column: LAST_COLUMN });
  const nodes: DmnNode[] = [...inputNodes(builder, bands), ...clauseNodes(builder, bands), ...builder.nodes];
  return {
    id: "policy",
    name: policy.title,
    namespace: `urn:zhengdui:policy:${policy.id}:${policy.version}`,
    description: descriptionOf(policy),
    types: [...builder.types.types, ...readingTypes(builder), ...types],
    nodes,
    notes: builder.notes,
  };
}

/** After a measure's own columns. */
const LAST_COLUMN = 6;

function bandsOf(policy: Policy): Bands {
  const lists = new Map<string, number>();
  const clauses = new Map<string, number>();
  for (const [i, { clause, form }] of policy.measures.entries()) {
    if (!clauses.has(clause)) clauses.set(clause, i + 1);
    for (const list of listsOf(form)) if (!lists.has(list)) lists.set(list, i + 1);
  }
  const last = policy.measures.length + 1;
  return { ofList: (list) => lists.get(list) ?? last, ofClause: (clause) => clauses.get(clause) ?? last };
}

function listsOf(form: Form): readonly string[] {
  switch (form.kind) {
    case "each":
    case "pool":
    case "discretionary":
      return [form.list];
    case "tally":
      return form.tallies.map((tally) => tally.list);
    case "no-subsidy":
      return [];
  }
}

function descriptionOf(policy: Policy): string {
  return [
    `${policy.number} ${policy.title}，${policy.issuer}。施行 ${policy.inForce.from} 至 ${policy.inForce.to}。版本 ${policy.version}，摘要 ${policy.hash}。`,
    "数：每个数都是整数，乘在一起再除一次，除后立刻舍去尾数，因此用双精度浮点数的引擎（只要中间的积小于 2^53）和用十进制的引擎算得一样，分毫不差。金额以分计，百分数以百分之一计，比例写作分子、分母；档次表里的金额按原文以万元计，列名写明单位。",
    "未知：null 是“尚不知道”，按 FEEL 的三值逻辑传递；条件为 null 的不计入。",
    "共用的条件和算法（例如属地企业）已经代入用到它们的各条。",
    "本模型给出各措施单独计算的金额，和上限之内可以拨付的金额。没有写进来的：就高不重复的最优取舍与各申报单位之间的遴选（DMN 不能表达，见旁注）；未知事实都成立时的金额、距下一档的差距、标记，以及档案的受理核对（由政兑计算）。",
  ].join("\n");
}
