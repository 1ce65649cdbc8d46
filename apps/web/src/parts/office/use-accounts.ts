/** The accounts of one unit. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../office-server.ts";

export const accountsKey = (uscc: string) => ["accounts", uscc] as const;

export function useAccounts(uscc: string) {
  return useQuery({
    queryKey: accountsKey(uscc),
    queryFn: () => answered(server.GET("/api/office/units/{uscc}/bank-accounts", { params: { path: { uscc } } })),
  });
}
