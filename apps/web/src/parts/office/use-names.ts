/** Names of the accounts that act or acted for a unit, by their ids; empty for those who don't see its people. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../office-server.ts";
import { useMay } from "./use-me.ts";
import { peopleKey } from "./use-people.ts";

export function useNames(uscc: string): ReadonlyMap<string, string> {
  const enabled = useMay("unit.people") !== null;
  const people = useQuery({
    queryKey: peopleKey(uscc),
    queryFn: () => answered(server.GET("/api/office/units/{uscc}/people", { params: { path: { uscc } } })),
    enabled,
  });
  return new Map(people.data?.people.map(({ account, name }) => [account, name]));
}
