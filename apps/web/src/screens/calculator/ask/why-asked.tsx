/** Why a question is asked, what proves the answer, and who can tell. */
import type { Fact } from "@zhengdui/policy";
import { chinese, t } from "../../../words/t.ts";
import type { Reason } from "./reasons.ts";

const SHOWN = 3;
const NOTHING = "无";

export function WhyAsked({ reasons, fact }: { readonly reasons: readonly Reason[]; readonly fact: Fact }) {
  return (
    <dl className="why-asked">
      {reasons.length === 0 ? null : (
        <div>
          <dt>{t("为什么问")}</dt>
          <dd>
            <ul>
              {reasons.slice(0, SHOWN).map(({ measure, label, title, quote }) => (
                <li key={measure}>
                  <span lang={chinese()}>{`${label}（${title}）${quote === "" ? "" : `：“${quote}”`}`}</span>
                  {quote === "" ? t("：金额由它算出") : null}
                </li>
              ))}
              {reasons.length > SHOWN ? <li>{t("另有 {n} 条也看这一项", { n: reasons.length - SHOWN })}</li> : null}
            </ul>
          </dd>
        </div>
      )}
      {fact.evidence === NOTHING || fact.evidence === "" ? null : (
        <div>
          <dt>{t("凭什么证明")}</dt>
          <dd lang={chinese()}>{fact.evidence}</dd>
        </div>
      )}
      {fact.source === "" ? null : (
        <div>
          <dt>{t("谁来认定")}</dt>
          <dd lang={chinese()}>{fact.source}</dd>
        </div>
      )}
    </dl>
  );
}
