/** The facts that a file may hold, by their ids: what each is called, of which kind, who supplies it. */
import { useQuery } from "@tanstack/react-query";
import type { FactKind } from "@zhengdui/policy";
import { answered, server } from "../../office-server.ts";
import type { Got } from "./got.ts";

export interface Declared extends Omit<Got<"/api/office/facts">["facts"][number], "type"> {
  readonly type: FactKind;
}

export function useDeclared() {
  return useQuery({
    queryKey: ["facts"],
    queryFn: async () => {
      const { facts } = await answered(server.GET("/api/office/facts"));
      return new Map(facts.map((one): [string, Declared] => [one.id, { ...one, type: one.type as FactKind }]));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
