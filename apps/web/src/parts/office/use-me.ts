/** Who is signed in. Null while nobody is; the shell then leads to the sign-in page. */

import { useQuery } from "@tanstack/react-query";
import type { ActionId } from "@zhengdui/casework";
import { answered, OfficeTrouble, server } from "../../office-server.ts";

export const ME = ["me"] as const;

export function useMe() {
  return useQuery({
    queryKey: ME,
    queryFn: async () => {
      try {
        return await answered(server.GET("/api/office/me"));
      } catch (error) {
        if (error instanceof OfficeTrouble && error.status === 401) return null;
        throw error;
      }
    },
  });
}

/** How far one reaches in an action; null: one may not do it at all. */
export function useMay(action: ActionId): "self" | "own" | "territory" | "all" | null {
  return useMe().data?.may[action] ?? null;
}
