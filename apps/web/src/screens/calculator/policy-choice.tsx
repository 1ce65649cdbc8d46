/** The other policies that can be computed here; nothing where there is but one. */

import type { PolicySummary } from "@zhengdui/contract";
import { paths } from "../../paths.ts";
import { chinese, t } from "../../words/t.ts";

export interface PolicyChoiceProps {
  readonly policies: readonly Pick<PolicySummary, "id" | "number" | "title">[];
  readonly chosen: string;
}

export function PolicyChoice({ policies, chosen }: PolicyChoiceProps) {
  if (policies.length < 2) return null;
  return (
    <nav className="policies" aria-label={t("政策")}>
      {policies.map(({ id, number, title }) => (
        <a key={id} lang={chinese()} href={paths.calculator(id)} title={title} aria-current={id === chosen ? "page" : undefined}>
          {number}
        </a>
      ))}
    </nav>
  );
}
