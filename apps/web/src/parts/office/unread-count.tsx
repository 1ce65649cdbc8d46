/** The number of unread messages, as it stands in the menu; nothing where there are none. */
import { useUnread } from "./use-unread.ts";

export function UnreadCount() {
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <span className="office-tag strong office-unread">
      <span className="visually-hidden">，</span>
      {unread > 99 ? "99+" : unread}
      <span className="visually-hidden"> 条未读</span>
    </span>
  );
}
