/** The invitations of a unit, page by page, the newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";

export const invitationsKey = (uscc: string) => ["invitations", uscc] as const;

export function useInvitations(uscc: string) {
  return useInfiniteQuery({
    queryKey: invitationsKey(uscc),
    initialPageParam: "",
    queryFn: ({ pageParam: after }) => {
      const params = { path: { uscc }, query: { ...(after && { after }) } };
      return answered(server.GET("/api/office/units/{uscc}/invitations", { params }));
    },
    getNextPageParam: ({ next }) => next,
  });
}
