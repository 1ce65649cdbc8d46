/** How many messages wait to be read; asked again while the page is open. */
import { useQuery } from "@tanstack/react-query";
import { answered, server } from "../../office-server.ts";

const EVERY_MS = 60_000;

export const MESSAGES = ["messages"] as const;

export function useUnread(): number {
  const messages = useQuery({
    queryKey: [...MESSAGES, "unread"],
    queryFn: () => answered(server.GET("/api/office/messages", { params: { query: {} } })),
    refetchInterval: EVERY_MS,
  });
  return messages.data?.unread ?? 0;
}
