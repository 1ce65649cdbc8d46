/** The accounts that a unit is or was paid to. Whether a number is whole, the server decides. */
import { BANK_ACCOUNT_LABELS } from "@zhengdui/casework";
import type { ReactNode } from "react";
import { type Column, DataTable } from "./data-table.tsx";
import { FileLink } from "./file-link.tsx";
import type { Got } from "./got.ts";
import { momentOf } from "./moment.ts";

export type Account = Got<"/api/office/units/{uscc}/bank-accounts">["accounts"][number];

export interface AccountListProps {
  readonly accounts: readonly Account[];
  readonly deeds?: (account: Account) => ReactNode;
}

export function AccountList({ accounts, deeds }: AccountListProps) {
  const columns: Column<Account>[] = [
    {
      label: "户名",
      cell: ({ holder, holderDiffers }) => (
        <>
          {holder}
          {holderDiffers && <span className="office-tag care">与登记名称不同</span>}
        </>
      ),
    },
    { label: "账号", cell: ({ number }) => number },
    { label: "开户银行", cell: ({ bankName, bankNumber }) => `${bankName}（行号 ${bankNumber}）` },
    { label: "提出", cell: ({ proposedAt }) => momentOf(proposedAt) },
    {
      label: "状态",
      cell: ({ state, reason }) => (
        <>
          <span className={state === "confirmed" ? "office-tag strong" : "office-tag"}>{BANK_ACCOUNT_LABELS[state]}</span>
          {reason !== null && ` ${reason}`}
        </>
      ),
    },
    { label: "证明", cell: ({ evidenceFile }) => <FileLink id={evidenceFile} label="开户证明" /> },
  ];
  return (
    <DataTable
      caption="收款账户"
      rows={accounts}
      keyOf={({ id }) => id}
      empty="还没有收款账户。"
      columns={deeds === undefined ? columns : [...columns, { label: "办理", cell: deeds }]}
    />
  );
}
