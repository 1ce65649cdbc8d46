/** The account that a unit is paid to: proposed here, checked by finance; a proposal may be withdrawn until then. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { unitActFault } from "@zhengdui/casework";
import { useParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { type Account, AccountList } from "../../../parts/office/account-list.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { UnitEnded } from "../../../parts/office/unit-ended.tsx";
import { accountsKey, useAccounts } from "../../../parts/office/use-accounts.ts";
import { useEnterprise } from "../../../parts/office/use-enterprise.ts";
import { useMe } from "../../../parts/office/use-me.ts";
import { AccountForm } from "./account-form.tsx";

const ACCOUNT = { act: "account" } as const;

export function UnitAccounts() {
  const { uscc = "" } = useParams();
  const enterprise = useEnterprise(uscc);
  const accounts = useAccounts(uscc);
  const queries = useQueryClient();
  const me = useMe().data;
  // Whoever is an agent here may be a handler elsewhere.
  const mayPropose = me?.appointments.some(({ unit, role }) => unit === uscc && role !== "agent") ?? false;
  const withdraw = useMutation({
    mutationFn: (id: string) => answered(server.POST("/api/office/bank-accounts/{id}/withdrawal", { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: accountsKey(uscc) }),
  });
  const deeds = ({ id, state }: Account) =>
    state === "proposed" && (
      <button type="button" className="button" disabled={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
        撤回
      </button>
    );
  return (
    <Page
      title={`${enterprise.data?.name ?? "单位"}的收款账户`}
      lead={
        mayPropose
          ? "补助拨到在用的账户（基本存款账户）。变更由财政部门核对，通过以前仍用原账户。"
          : "补助拨到在用的账户（基本存款账户）。变更由法定代表人或经办人提出，财政部门核对。"
      }
      back={{ to: `/units/${uscc}`, label: "回到单位" }}
    >
      <TroubleNotice error={withdraw.error} />
      <Fetched query={accounts}>
        {({ accounts: all }) => (
          <>
            <AccountList accounts={all} {...(mayPropose && { deeds })} />
            {mayPropose && enterprise.data !== undefined && (
              <>
                <UnitEnded end={enterprise.data.end} act={ACCOUNT} />
                {unitActFault(enterprise.data.end, ACCOUNT) === null && !all.some(({ state }) => state === "proposed") && (
                  <AccountForm uscc={uscc} name={enterprise.data.name} />
                )}
              </>
            )}
          </>
        )}
      </Fetched>
    </Page>
  );
}
