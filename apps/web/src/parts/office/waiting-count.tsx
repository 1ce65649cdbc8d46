/** How many things wait in a place to be decided by whoever is signed in; nothing where there are none. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../office-server.ts";
import type { Place } from "./menu.ts";

export function WaitingCount({ at: { waits } }: { readonly at: Place }) {
  const { data } = useQuery({ queryKey: ["waiting"], queryFn: () => answered(server.GET("/api/office/waiting")) });
  const count = waits === undefined ? 0 : (data?.waiting[waits] ?? 0);
  if (count === 0) return null;
  return (
    <span className="office-tag strong office-unread">
      <span className="visually-hidden">，</span>
      {count > 99 ? "99+" : count} 件待办
    </span>
  );
}
