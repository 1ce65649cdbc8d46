/** What was given up under 就高不重复, in whose favour, and why. */
import type { GivenUp } from "@zhengdui/contract";
import { wan } from "../figures/money.ts";

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
            “{each.item}”在<b>{titleOf(each.measure)}</b>中的 {wan(each.amount)} 万元不再计，由
            <b>{each.keptMeasure !== undefined ? titleOf(each.keptMeasure) : (each.keptProgramme ?? "外部奖补")}</b>保留。
          </p>
          <p className="reason">{each.why}</p>
        </li>
      ))}
    </ul>
  );
}
