/** The people of a unit. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../office-server.ts";

export const peopleKey = (uscc: string) => ["people", uscc] as const;

export function usePeople(uscc: string) {
  return useQuery({
    queryKey: peopleKey(uscc),
    queryFn: () => answered(server.GET("/api/office/units/{uscc}/people", { params: { path: { uscc } } })),
  });
}
