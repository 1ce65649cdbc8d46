/** Consultations that one sees, the newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { answered, server } from "../../office-server.ts";

export const CONSULTATIONS = ["consultations"] as const;

export function useConsultations(openOnly: boolean) {
  return useInfiniteQuery({
    queryKey: [...CONSULTATIONS, openOnly],
    initialPageParam: "",
    queryFn: ({ pageParam: before }) => {
      const query = { ...(openOnly && { open: "yes" as const }), ...(before !== "" && { before }) };
      return answered(server.GET("/api/office/consultations", { params: { query } }));
    },
    getNextPageParam: ({ consultations, more }) => (more ? consultations.at(-1)?.id : undefined),
  });
}
