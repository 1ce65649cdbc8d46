/** An enterprise's file, fetched once for all parts of a page that need its name or its facts. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../office-server.ts";

export const enterpriseKey = (uscc: string) => ["enterprise", uscc] as const;

export function useEnterprise(uscc: string) {
  return useQuery({
    queryKey: enterpriseKey(uscc),
    queryFn: () => answered(server.GET("/api/office/enterprises/{uscc}", { params: { path: { uscc } } })),
  });
}
