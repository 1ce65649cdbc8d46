/** A unit and its people: who acts for it, as what, until when, by which deed; whom its legal representative invites or dismisses. */
import { unitActFault } from "@zhengdui/casework";
import { Link, useParams } from "react-router";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { NothingHere } from "../../../parts/office/nothing-here.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { UnitEnded } from "../../../parts/office/unit-ended.tsx";
import { useEnterprise } from "../../../parts/office/use-enterprise.ts";
import { useMe } from "../../../parts/office/use-me.ts";
import { usePeople } from "../../../parts/office/use-people.ts";
import { InvitationList } from "./invitation-list.tsx";
import { InviteForm } from "./invite-form.tsx";
import { PeopleList } from "./people-list.tsx";

const INVITE = { act: "invite" } as const;

export function Unit() {
  const { uscc = "" } = useParams();
  const enterprise = useEnterprise(uscc);
  const people = usePeople(uscc);
  const me = useMe().data;
  if (!me?.appointments.some(({ unit }) => unit === uscc)) return <NothingHere />;
  const represents = me.appointments.some(({ role, unit }) => role === "legal-representative" && unit === uscc);
  return (
    <Page title={enterprise.data?.name ?? "单位"} lead={`统一社会信用代码 ${uscc}`} back={{ to: "/units", label: "我的单位" }}>
      <p className="office-actions">
        <Link className="button" to={`/units/${uscc}/file`}>
          单位档案
        </Link>
        <Link className="button" to={`/units/${uscc}/bank-accounts`}>
          收款账户
        </Link>
      </p>
      <h2>人员</h2>
      <Fetched query={people}>{({ people: all }) => <PeopleList uscc={uscc} people={all} mayDismiss={represents} />}</Fetched>
      <InvitationList uscc={uscc} mayRevoke={represents} />
      {represents && enterprise.data !== undefined && (
        <>
          <UnitEnded end={enterprise.data.end} act={INVITE} />
          {unitActFault(enterprise.data.end, INVITE) === null && <InviteForm uscc={uscc} />}
        </>
      )}
    </Page>
  );
}
