/** The policies on the shelf, by their ids, with their titles. */
import { useQuery } from "@tanstack/react-query";
import { answeredPlain } from "../../office-server.ts";

export interface PolicyTitle {
  readonly id: string;
  readonly title: string;
}

export function usePolicies() {
  return useQuery({
    queryKey: ["policies"],
    queryFn: async (): Promise<readonly PolicyTitle[]> => (await answeredPlain(fetch("/api/policies"))).json(),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A policy's title by its id; the id where the shelf can't be asked. */
export function usePolicyTitles(): (id: string) => string {
  const { data } = usePolicies();
  return (id) => data?.find((one) => one.id === id)?.title ?? id;
}
