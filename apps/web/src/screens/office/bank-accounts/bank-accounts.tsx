/** Changes of the account that a unit is paid to, for finance to check. */
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { type Decision, DecisionDialog } from "../../../parts/office/decision-dialog.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { FileLink } from "../../../parts/office/file-link.tsx";
import type { Got } from "../../../parts/office/got.ts";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { say } from "../../../parts/office/said.tsx";

type Account = Got<"/api/office/bank-accounts">["accounts"][number];
const PROPOSED = ["accounts", "proposed"] as const;

export function BankAccounts() {
  const [checked, setChecked] = useState<Account | null>(null);
  const accounts = useInfiniteQuery({
    queryKey: PROPOSED,
    initialPageParam: "",
    queryFn: ({ pageParam: after }) =>
      answered(server.GET("/api/office/bank-accounts", { params: { query: after === "" ? {} : { after } } })),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Page title="收款账户核对" lead="单位提出的收款账户：与开户证明核对，通过后补助拨到这个账户，原账户停用。">
      <Fetched query={accounts}>
        {({ pages }) => (
          <DataTable
            caption="待核对的收款账户"
            rows={pages.flatMap((page) => page.accounts)}
            keyOf={({ id }) => id}
            empty="没有待核对的收款账户。"
            columns={[
              { label: "企业", cell: ({ uscc, name }) => <Link to={`/enterprises/${uscc}`}>{name}</Link> },
              { label: "户名", cell: ({ holder }) => holder },
              { label: "账号", cell: ({ number }) => number },
              { label: "开户银行", cell: ({ bankName, bankNumber }) => `${bankName}（行号 ${bankNumber}）` },
              { label: "提出", cell: ({ proposedAt }) => momentOf(proposedAt) },
              { label: "证明", cell: ({ evidenceFile }) => <FileLink id={evidenceFile} label="开户证明" /> },
              {
                label: "办理",
                cell: (one) => (
                  <button type="button" className="button" aria-label={`核对${one.name}`} onClick={() => setChecked(one)}>
                    核对
                  </button>
                ),
              },
            ]}
            {...(accounts.hasNextPage && {
              more: { pending: accounts.isFetchingNextPage, fetch: () => void accounts.fetchNextPage() },
            })}
          />
        )}
      </Fetched>
      {checked !== null && <Check account={checked} onClose={() => setChecked(null)} />}
    </Page>
  );
}

function Check({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <DecisionDialog
      place={`account ${account.id}`}
      title={`核对${account.name}的收款账户`}
      decide={(body: Decision) =>
        answered(server.POST("/api/office/bank-accounts/{id}/decision", { params: { path: { id: account.id } }, body }))
      }
      onDecided={async ({ confirm }) => {
        await queries.invalidateQueries({ queryKey: ["accounts"] });
        say(confirm ? `已通过：补助拨到${account.name}的这个账户。` : `没有通过，${account.name}会收到理由。`);
      }}
      onClose={onClose}
    >
      <dl className="office-facts">
        <dt>户名</dt>
        <dd>{account.holder}</dd>
        <dt>账号</dt>
        <dd>{account.number}</dd>
        <dt>开户银行</dt>
        <dd>
          {account.bankName}（行号 {account.bankNumber}）
        </dd>
        <dt>证明</dt>
        <dd>
          <FileLink id={account.evidenceFile} label="开户证明" />
        </dd>
      </dl>
    </DecisionDialog>
  );
}
