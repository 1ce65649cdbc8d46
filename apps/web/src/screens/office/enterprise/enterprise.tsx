/** 一企一档: an enterprise's head, its facts by year with who said each, its names and events, its people, accounts and disputes. */
import { STATUS_LABELS } from "@zhengdui/casework";
import { Link, useParams } from "react-router";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { Listings } from "../../../parts/office/listings.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { useEnterprise } from "../../../parts/office/use-enterprise.ts";
import { useMay } from "../../../parts/office/use-me.ts";
import { Accounts } from "./accounts.tsx";
import { Contributions } from "./contributions.tsx";
import { Disputes } from "./disputes-of-enterprise.tsx";
import { Events } from "./events.tsx";
import { Facts } from "./facts.tsx";
import { People } from "./people.tsx";

export function Enterprise() {
  const { uscc = "" } = useParams();
  const enterprise = useEnterprise(uscc);
  const may = { people: useMay("unit.people"), accounts: useMay("account.read"), disputes: useMay("dispute.read") };
  const readsLedger = useMay("ledger.read") !== null;
  const [seesContributions, readsRegisters] = [useMay("contribution.read") !== null, useMay("register.read") !== null];
  return (
    <Page
      title={enterprise.data?.name ?? "企业档案"}
      lead={`统一社会信用代码 ${uscc}`}
      back={{ to: "/enterprises", label: "企业" }}
    >
      <Fetched query={enterprise}>
        {(file) => (
          <>
            <dl className="office-facts">
              <dt>镇（街道）</dt>
              <dd>{file.territory ?? "未登记"}</dd>
              <dt>状态</dt>
              <dd>{STATUS_LABELS[file.status]}</dd>
              {readsLedger && (
                <>
                  <dt>历年奖补</dt>
                  <dd>
                    <Link to={`/ledger?uscc=${uscc}`}>台账里的这家单位</Link>
                  </dd>
                </>
              )}
            </dl>
            <Facts uscc={uscc} facts={file.facts} />
            <h2>名单所载</h2>
            <Listings listings={file.registers} mayRead={readsRegisters} empty="现行的名单里没有这家企业。" />
            {seesContributions && <Contributions uscc={uscc} />}
            <Events file={file} />
            {may.people !== null && <People uscc={uscc} />}
            {may.accounts !== null && <Accounts uscc={uscc} />}
            {may.disputes !== null && <Disputes uscc={uscc} />}
          </>
        )}
      </Fetched>
    </Page>
  );
}
