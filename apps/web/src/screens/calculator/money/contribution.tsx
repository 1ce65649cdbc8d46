/** "If this year's contribution were X": what could be paid then, at once and without touching the dossier, unless it is asked to be filled in. */

import { type Problem, parseMoney } from "@zhengdui/basics";
import type { Result } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { useState } from "react";
import { figureOf } from "../../../parts/figures/amount.ts";
import { FactInput } from "../../../parts/form/fact-input.tsx";
import { factName } from "../../../parts/form/fact-name.ts";
import type { FormContext } from "../../../parts/form/form-context.ts";
import type { Json } from "../../../parts/form/json.ts";
import { t } from "../../../words/t.ts";
import { type Answered, withValue } from "./answered.ts";

export interface ContributionProps {
  readonly policy: Policy;
  readonly now: Answered;
  readonly assess: (answered: Answered) => Result;
  readonly form: FormContext;
}

const PLACE = "what-if-contribution";

export function Contribution({ policy, now, assess, form }: ContributionProps) {
  const [typed, setTyped] = useState<Json | undefined>(undefined);
  const { ceiling } = policy;
  const at = ceiling?.contribution;
  const fact = policy.facts.records.find(({ id }) => id === at?.record)?.facts.find(({ key }) => key === at?.key);
  if (at === undefined || fact === undefined) return null;
  const path = [at.record, at.key];
  const isTyped = typed !== undefined && typed !== null;
  const read = isTyped ? parseMoney(typed) : null;
  const problems: Problem[] = read === null || read.ok ? [] : read.errors.map((fault) => ({ path: PLACE, ...fault }));
  const then = read?.ok ? assess(withValue(now, path, typed ?? null)) : null;
  return (
    <div className="what-if">
      <h2>{t("如果当年贡献是……")}</h2>
      <FactInput fact={fact} path={PLACE} value={typed} problems={problems} onChange={setTyped} />
      <p className="what-if-then" role="status">
        {then === null ? t("填一个数，马上看到按它能拿多少；不改动档案。") : thenWords(then)}
      </p>
      {then === null ? null : (
        <button
          type="button"
          className="button"
          onClick={() => {
            form.change(path, typed, factName(fact));
            setTyped(undefined);
          }}
        >
          {t("填进去")}
        </button>
      )}
    </div>
  );
}

function thenWords({ totals }: Result): string {
  const cut = figureOf(totals.ceilingCut ?? "0.00");
  if (totals.payable === null) return t("上限核减 {cut} 万元；另有外部奖补须先缴回或放弃，之前不拨付。", { cut });
  return t("那么预计可得 {n} 万元，上限核减 {cut} 万元。", { n: figureOf(totals.payable), cut });
}
