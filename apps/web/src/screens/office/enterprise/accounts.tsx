/** The accounts the enterprise is paid to; their numbers are masked for all but finance. */
import { AccountList } from "../../../parts/office/account-list.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { useAccounts } from "../../../parts/office/use-accounts.ts";

export function Accounts({ uscc }: { readonly uscc: string }) {
  const accounts = useAccounts(uscc);
  return (
    <>
      <h2>收款账户</h2>
      <Fetched query={accounts}>{({ accounts: all }) => <AccountList accounts={all} />}</Fetched>
    </>
  );
}
