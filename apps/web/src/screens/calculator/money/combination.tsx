/** What was given up under 就高不重复, and what the total would be with it instead. */

import type { GivenUp, Result } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { useMemo } from "react";
import { figureOf, figureOfFen } from "../../../parts/figures/amount.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import type { Answered } from "./answered.ts";
import { combinedTotal, type KeptInstead, keptInstead } from "./kept-instead.ts";
import { useSlowly } from "./use-slowly.ts";

export interface CombinationProps {
  readonly policy: Policy;
  readonly now: Answered;
  readonly result: Result;
  readonly assess: (answered: Answered) => Result;
}

/** Each is assessed anew; of a long list the first are. */
const COMPARED_AT_MOST = 24;

export function CombinationSection({ policy, now, result, assess }: CombinationProps) {
  const { givenUp } = result;
  const jobs = useMemo(
    () => givenUp.slice(0, COMPARED_AT_MOST).map((given) => () => keptInstead(policy, now, result, given, assess)),
    [policy, now, result, givenUp, assess],
  );
  const { done } = useSlowly(jobs);
  if (givenUp.length === 0 || policy.combination === null) return null;
  const total = combinedTotal(result);
  return (
    <section className="panel combination" aria-labelledby="combination-title">
      <h2 id="combination-title">{t("放弃了什么，为什么这样最多")}</h2>
      <p className="panel-lead">
        <Mixed
          of={t("“{quote}”：同一项目只能由一项保留。所有合法组合里，现在这一种合计最大：{total} 万元。", {
            quote: policy.combination.quote,
            total: figureOfFen(total),
          })}
        />
      </p>
      <ul className="alternatives">
        {givenUp.map((given, i) => (
          <li key={`${given.measure} ${given.item}`}>
            <p>
              <Mixed of={givenWords(policy, given)} />
            </p>
            <p className="alternative-total">
              <Mixed of={insteadWords(done[i], total, i < jobs.length)} />
            </p>
          </li>
        ))}
      </ul>
      <p className="panel-note">
        {t(
          "“改为保留”的算法：把该项目在其他措施和外部奖补里的各项都去掉，其余重新取合计最大的组合；合计为就高后的金额加保留的外部奖补，财政贡献上限之前。",
        )}
      </p>
    </section>
  );
}

function givenWords(policy: Policy, { measure, item, amount, keptMeasure, keptProgramme }: GivenUp): string {
  const titleOf = (id: string) => policy.measures.find((each) => each.id === id)?.title ?? id;
  const keeper = keptMeasure !== undefined ? titleOf(keptMeasure) : (keptProgramme ?? t("外部奖补"));
  return t("放弃“{item}”在{measure}中的 {amount} 万元，由{keeper}保留。", {
    item,
    measure: titleOf(measure),
    amount: figureOf(amount),
    keeper,
  });
}

/** undefined: not worked out yet. */
function insteadWords(instead: KeptInstead | null | undefined, total: bigint, isCompared: boolean): string {
  if (!isCompared || instead === null) return t("这一项没有单独比较。");
  if (instead === undefined) return t("正在比较……");
  const { project } = instead;
  const values = { project, n: figureOfFen(instead.total) };
  if (instead.total === total) return t("改为由它保留项目“{project}”：合计也是 {n} 万元，并不更多。", values);
  if (instead.total > total) return t("改为由它保留项目“{project}”：合计 {n} 万元。", values);
  return t("改为由它保留项目“{project}”：合计 {n} 万元，少 {less} 万元。", {
    ...values,
    less: figureOfFen(total - instead.total),
  });
}
