/** What a proof of a policy leaves out by its nature, measure by measure, so that nobody takes silence for proof. */
import type { Measure, Policy } from "@zhengdui/policy";
import type { Unproved } from "./finding.ts";

export function limitsOf(policy: Policy): Unproved[] {
  const limits: Unproved[] = policy.measures.flatMap((measure) =>
    formLimits(measure).map((l) => ({ clause: measure.clause, ...l })),
  );
  const { combination, ceiling } = policy;
  if (combination !== null)
    limits.push({
      clause: combination.clause,
      what: "就高不重复以后的金额",
      why: "一个项目归哪一条，要看全部项目和其他奖补；这里证明的是各条单独的金额",
    });
  if (ceiling !== null)
    limits.push({ clause: ceiling.clause, what: "财政贡献上限以后的支付数", why: "上限是各条合计之后的事，财政贡献不由规则定" });
  const outside = policy.interpretations.filter((i) => !i.computed).map((i) => `“${i.title}”`);
  if (outside.length > 0)
    limits.push({ clause: "解释", what: outside.join("、"), why: "要看档案以外的事实或者会议的决定，测算不涉及" });
  const open = policy.clauses.filter((c) => c.nature === "unmodelled");
  for (const clause of open) limits.push({ clause: clause.id, what: "这一条的效力", why: "原文没有写成规则" });
  const undecided = policy.params.filter((p) => p.value === null).map((p) => `“${p.name}”`);
  if (undecided.length > 0)
    limits.push({ clause: "数", what: undecided.join("、"), why: "原文没有定下；按任何一种标准都可能来证明" });
  return limits;
}

type Limit = Omit<Unproved, "clause">;

function formLimits({ form, selection }: Measure): Limit[] {
  const chosen: Limit[] =
    selection === null ? [] : [{ what: "遴选、先到先得的结果", why: "要看同一批的其他申报；这里入选与否当作事实" }];
  switch (form.kind) {
    case "each":
      return [...chosen, { what: "几项合起来的金额", why: "项数没有上限；证明的是一项，合计只经年度限额相连" }];
    case "pool":
      return [
        ...chosen,
        { what: "合计由哪几项组成", why: "项数没有上限；证明的是任何一个合计，例子用一项凑成" },
        ...(form.largest === null ? [] : [{ what: "按组取最大时哪一组最大", why: "项数没有上限；最大的一组当作合计" }]),
      ];
    case "tally":
      return [...chosen, { what: "哪些行算数", why: "行数没有上限；证明的是任何几个个数，例子用同样的行凑成" }];
    case "discretionary":
      return [{ what: "金额", why: "一事一议，没有算式" }];
    case "no-subsidy":
      return [];
  }
}
