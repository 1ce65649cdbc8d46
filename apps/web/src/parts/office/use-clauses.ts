/** The clauses of a policy that one may ask about: those that pay, and those with figures or an open reading. */

import { useQuery } from "@tanstack/react-query";
import type { Policy } from "@zhengdui/policy";
import { answeredPlain } from "../../office-server.ts";
import { paths } from "../../paths.ts";

export interface ClauseTitle {
  readonly id: string;
  readonly label: string;
}

export function useClauses(policy: string) {
  return useQuery({
    queryKey: ["clauses", policy],
    enabled: policy !== "",
    queryFn: async (): Promise<readonly ClauseTitle[]> => {
      const compiled: Policy = await (await answeredPlain(fetch(paths.policy(policy)))).json();
      return clausesOf(compiled);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function clausesOf({ clauses, measures, params, interpretations }: Policy): ClauseTitle[] {
  return clauses.flatMap(({ id, label }) => {
    const titles = measures.filter(({ clause }) => clause === id).map(({ title }) => title);
    const matters = titles.length > 0 || [...params, ...interpretations].some(({ clause }) => clause === id);
    return matters ? [{ id, label: [label, titles.join("、")].join("　").trim() }] : [];
  });
}
