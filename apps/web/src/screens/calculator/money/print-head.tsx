/** On paper alone: whose result it is, by which policy, for which year, made when; and that it is no promise. */

import type { Result } from "@zhengdui/contract";
import type { Policy } from "@zhengdui/policy";
import { day } from "../../../parts/figures/day.ts";
import { Mixed } from "../../../words/mixed.tsx";
import { t } from "../../../words/t.ts";
import { today } from "./deadline.ts";

export function PrintHead({ policy, result }: { readonly policy: Policy; readonly result: Result }) {
  const { name, uscc } = result.applicant;
  return (
    <header className="print-head">
      <p className="print-title">{t("政策测算单")}</p>
      <dl>
        <div>
          <dt>{t("单位")}</dt>
          <dd>
            <Mixed of={name === "" ? t("（未填名称）") : name} />
          </dd>
        </div>
        {uscc === "" ? null : (
          <div>
            <dt>{t("统一社会信用代码")}</dt>
            <dd>{uscc}</dd>
          </div>
        )}
        <div>
          <dt>{t("政策")}</dt>
          <dd>
            <Mixed of={`${policy.number} ${policy.title}`} />
          </dd>
        </div>
        <div>
          <dt>{t("政策年度")}</dt>
          <dd>{result.year}</dd>
        </div>
        <div>
          <dt>{t("测算日期")}</dt>
          <dd>{day(today())}</dd>
        </div>
      </dl>
      <p className="print-no-promise">{t("预估，以审定为准")}</p>
    </header>
  );
}
