/**
 * What all measures come to: the sum of the amounts standing alone, and what may be paid under the ceiling. Between the two lies
 * 就高不重复, whose result is an input here: no decision logic finds an optimum. A note in the diagram says so.
 */
import type { Ceiling } from "@zhengdui/policy";
import { comment } from "./condition-feel.ts";
import type { ItemType } from "./dmn-model.ts";
import { type Named, need, type Scope } from "./feel-scope.ts";
import type { ModelBuilder } from "./model-builder.ts";
import { writeFeel } from "./write-feel.ts";

const GRANTED = "核定合计";
const BESIDE = "不计上限的核定额";
const STANDING = "保留的本级其他奖补";
const TO_REPAY = "有待退回的其他奖补";

interface Site {
  readonly builder: ModelBuilder;
  readonly amounts: readonly Named[];
  readonly band: number;
  readonly column: number;
}

/** @returns item definitions of its own */
export function totalDecisions(site: Site): ItemType[] {
  const { builder, amounts, band, column } = site;
  const { combination, ceiling } = builder.policy;
  const scope = builder.scope("合计");
  const text = `sum(concatenate([0], [${amounts.map((amount) => need(scope, amount)).join(", ")}]))`;
  const sum = builder.addDecision({
    ...{ id: "total_amount", name: builder.names.take("单独计算合计"), label: "各措施单独计算的合计", type: "number" },
    description: "各项措施单独计算的金额之和，单位分；就高不重复与财政贡献上限之前。",
    ...{ logic: { kind: "literal", text }, scope, clauses: [], place: { band, column } },
  });
  const types = combination === null ? [] : [grantedType(ceiling)];
  const granted = combination === null ? null : builder.names.take("就高不重复结果");
  if (combination !== null && granted !== null) {
    const clause = builder.policy.clauses.find((c) => c.id === combination.clause);
    builder.nodes.push({
      ...{ kind: "input", id: "input_granted", name: granted, label: "就高不重复之后的结果", type: GRANTED_TYPE },
      description: `由政兑按${clause?.label ?? ""}算得后填入；本模型不能表达（见旁注）。`,
      place: { band, column: 0 },
    });
    const words = `“${combination.quote}”：在各项目归谁的全部可能里取合计最大的一种。DMN 的决策逻辑没有求最优，本模型不能表达这一步：它的结果是输入“${granted}”。各措施的金额都是单独计算的。`;
    builder.notes.push({ id: "note_combination", about: "input_granted", text: words });
  }
  if (ceiling !== null) payable(site, ceiling, granted, sum);
  for (const [i, measure] of builder.policy.measures.entries()) {
    const about = amounts[i];
    if (measure.selection === null || about === undefined) continue;
    const words = `${measure.title}的遴选在各申报单位之间进行，一份档案的模型不能表达：是否入选是输入的事实。`;
    builder.notes.push({ id: `note_selection_${i + 1}`, about: about.id, text: words });
  }
  return types;
}

const GRANTED_TYPE = "就高不重复结果类型";

function grantedType(ceiling: Ceiling | null): ItemType {
  const part = (id: string, name: string, base: string, description: string): ItemType => ({
    ...{ id: `granted_${id}`, name, description, list: false, base, allowed: "", parts: [] },
  });
  const parts = [
    part("sum", GRANTED, "number", "各措施就高不重复之后的金额之和，单位分"),
    part("standing", STANDING, "number", "同一项目上保留的其他本级奖补之和，单位分"),
    part("repay", TO_REPAY, "boolean", "取我们的奖补，而同一项目的其他奖补还没有退回"),
    ...(hasExempt(ceiling) ? [part("beside", BESIDE, "number", "其中不计入上限的措施之和，单位分")] : []),
  ];
  return { ...part("type", GRANTED_TYPE, "", "就高不重复之后的结果"), id: "type_granted", base: null, parts };
}

const hasExempt = (ceiling: Ceiling | null): boolean => (ceiling?.except ?? []).length > 0;

function payable(site: Site, ceiling: Ceiling, granted: string | null, sum: Named): void {
  const { builder, band, column } = site;
  const scope = builder.scope("上限");
  const parts = granted === null ? ownSums(site, ceiling, sum, scope) : givenSums(granted, ceiling, scope);
  const figure = ({ record, key }: Ceiling["contribution"]): string =>
    `${need(scope, builder.world.records.get(record))}.${builder.world.factName(record, key)}`;
  const other = ceiling.otherAwards === null ? null : figure(ceiling.otherAwards);
  const text = `{
  核定: ${parts.granted},
  不计: ${parts.beside},
  贡献: ${figure(ceiling.contribution)},
  其他: ${other === null ? "" : `(if ${other} = null then 0 else ${other}) + `}${parts.standing},
  ${comment(`原文：“${ceiling.quote}”`)}
  受限: (${writeFeel(ceiling.who, scope)}) = true and 核定 > 不计,
  可付: if 核定 = 0 then 0 else if ${parts.repay} then null else if not(受限) then 核定 else if 贡献 = null then null else 不计 + max(0, min(核定 - 不计, 贡献 - 其他))
}.可付`;
  builder.addDecision({
    ...{ id: "total_payable", name: builder.names.take("可拨付金额"), label: "财政贡献上限之内可以拨付的金额", type: "number" },
    description: "单位分。null：财政贡献尚不知道，或者同一项目的其他奖补还没有退回，暂不能拨付。",
    ...{ logic: { kind: "literal", text }, scope, clauses: [ceiling.clause], place: { band, column } },
  });
}

interface Sums {
  readonly granted: string;
  readonly beside: string;
  readonly standing: string;
  readonly repay: string;
}

function givenSums(granted: string, ceiling: Ceiling, scope: Scope): Sums {
  const name = need(scope, { id: "input_granted", name: granted });
  const beside = hasExempt(ceiling) ? `${name}.${BESIDE}` : "0";
  return { granted: `${name}.${GRANTED}`, beside, standing: `${name}.${STANDING}`, repay: `${name}.${TO_REPAY} = true` };
}

/** Without 就高不重复 everything is granted. */
function ownSums({ builder, amounts }: Site, ceiling: Ceiling, sum: Named, scope: Scope): Sums {
  const exempt = amounts.filter((_, i) => ceiling.except?.includes(builder.policy.measures[i]?.id ?? ""));
  const beside = exempt.length === 0 ? "0" : exempt.map((amount) => need(scope, amount)).join(" + ");
  return { granted: need(scope, sum), beside, standing: "0", repay: "false" };
}
