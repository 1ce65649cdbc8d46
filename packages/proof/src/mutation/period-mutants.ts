/** The period: the day from which the policy is in force one day earlier and later, and each of its years left out. */
import { formatDate, formatDateZh, parseDate } from "@zhengdui/basics";
import type { Policy } from "@zhengdui/policy";
import type { Mutant } from "./mutant.ts";

export function periodMutants(policy: Policy): Mutant[] {
  const from = parseDate(policy.inForce.from) ?? 0;
  const base = { kind: "period", clause: "期限", measures: [] } as const;
  const days = [from - 1, from + 1].map(
    (day): Mutant => ({
      ...base,
      place: "施行日",
      was: formatDateZh(from),
      became: formatDateZh(day),
      path: ["inForce", "from"],
      value: formatDate(day),
    }),
  );
  const years = policy.years.map(
    (year): Mutant => ({
      ...base,
      place: "政策年度",
      was: `可以申报${year}年度`,
      became: `不能申报${year}年度`,
      path: ["years"],
      value: policy.years.filter((other) => other !== year),
    }),
  );
  return [...days, ...years];
}
