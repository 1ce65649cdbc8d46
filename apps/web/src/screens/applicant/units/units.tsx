/** The units that one acts for, each with one's role, period and deed; and claiming another as its legal representative. */
import { Page } from "../../../parts/office/page.tsx";
import { useMe } from "../../../parts/office/use-me.ts";
import { ClaimForm } from "./claim-form.tsx";
import { OwnClaims } from "./own-claims.tsx";
import { UnitCard } from "./unit-card.tsx";

export function Units() {
  const me = useMe().data;
  const units = [...new Set(me?.appointments.flatMap(({ unit }) => (unit === null ? [] : [unit])))];
  return (
    <Page
      title="我的单位"
      lead={
        units.length === 0
          ? "是法定代表人的，在下面认领单位；由单位邀请的，请打开单位发来的邀请链接接受。"
          : "您可以代表下列单位办理事项。"
      }
    >
      {units.length === 0 ? (
        <div className="office-empty">您还没有可以代表的单位。</div>
      ) : (
        <ul aria-label="我的单位">
          {units.map((uscc) => (
            <UnitCard key={uscc} uscc={uscc} account={me?.account ?? ""} />
          ))}
        </ul>
      )}
      <OwnClaims />
      {units.length === 0 ? (
        <ClaimForm />
      ) : (
        <details className="office-fold">
          <summary>认领另一家单位</summary>
          <ClaimForm />
        </details>
      )}
    </Page>
  );
}
