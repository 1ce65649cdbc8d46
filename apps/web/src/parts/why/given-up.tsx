/** What was given up under 就高不重复, in whose favour, and why. */

import type { GivenUp } from "@zhengdui/contract";
import { Mixed } from "../../words/mixed.tsx";
import { chinese, t } from "../../words/t.ts";
import { amountOf } from "../figures/amount.ts";

export function GivenUpList({
  givenUp,
  titleOf,
}: {
  readonly givenUp: readonly GivenUp[];
  readonly titleOf: (measure: string) => string;
}) {
  return (
    <ul className="given-up">
      {givenUp.map((each) => (
        <li key={`${each.measure}/${each.item}`}>
          <p>
            <Mixed
              of={t("“{item}”在“{measure}”中的 {amount}不再计，由“{kept}”保留。", {
                item: each.item,
                measure: titleOf(each.measure),
                amount: amountOf(each.amount),
                kept: each.keptMeasure !== undefined ? titleOf(each.keptMeasure) : (each.keptProgramme ?? t("外部奖补")),
              })}
            />
          </p>
          <p className="reason" lang={chinese()}>
            {each.why}
          </p>
        </li>
      ))}
    </ul>
  );
}
