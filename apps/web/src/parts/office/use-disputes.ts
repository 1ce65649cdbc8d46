/** Disputes, page by page: of one unit, or in one state. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { answered, server } from "../../office-server.ts";

export interface Wanted {
  readonly uscc?: string;
  readonly state?: "open" | "upheld" | "rejected";
}

export const DISPUTES = ["disputes"] as const;

export function useDisputes(wanted: Wanted) {
  return useInfiniteQuery({
    queryKey: [...DISPUTES, wanted],
    initialPageParam: "",
    queryFn: ({ pageParam: after }) =>
      answered(server.GET("/api/office/disputes", { params: { query: { ...wanted, ...(after && { after }) } } })),
    getNextPageParam: ({ next }) => next,
  });
}
