/** One's messages: what happened that concerns one, the unread ones marked; and whether a mail comes daily. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import type { Got } from "../../../parts/office/got.ts";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { MESSAGES } from "../../../parts/office/use-unread.ts";
import { MailAddress } from "./mail-address.tsx";

type Message = Got<"/api/office/messages">["messages"][number];

export function Messages() {
  const queries = useQueryClient();
  const messages = useInfiniteQuery({
    queryKey: [...MESSAGES, "list"],
    initialPageParam: "",
    queryFn: ({ pageParam: before }) =>
      answered(server.GET("/api/office/messages", { params: { query: before === "" ? {} : { before } } })),
    getNextPageParam: ({ messages: page, more }) => (more ? page.at(-1)?.id : undefined),
  });
  const read = useMutation({
    mutationFn: (id: string | null) => answered(server.POST("/api/office/messages/read", { body: id === null ? {} : { id } })),
    onSettled: () => queries.invalidateQueries({ queryKey: MESSAGES }),
  });
  return (
    <Page title="消息">
      <TroubleNotice error={read.error} />
      <Fetched query={messages}>
        {({ pages }) => (
          <>
            {(pages[0]?.unread ?? 0) > 0 && (
              <div className="office-bar">
                <button type="button" className="button" disabled={read.isPending} onClick={() => read.mutate(null)}>
                  全部标为已读
                </button>
              </div>
            )}
            <List messages={pages.flatMap((page) => page.messages)} pending={read.isPending} onRead={(id) => read.mutate(id)} />
            {messages.hasNextPage && (
              <p className="office-more">
                <button
                  type="button"
                  className="button"
                  disabled={messages.isFetchingNextPage}
                  onClick={() => void messages.fetchNextPage()}
                >
                  {messages.isFetchingNextPage ? "正在取……" : "再看一些"}
                </button>
              </p>
            )}
            <Mails first={pages[0]} />
          </>
        )}
      </Fetched>
    </Page>
  );
}

interface ListProps {
  readonly messages: readonly Message[];
  readonly pending: boolean;
  readonly onRead: (id: string) => void;
}

function List({ messages, pending, onRead }: ListProps) {
  if (messages.length === 0) return <div className="office-empty">还没有消息。</div>;
  return (
    <ul aria-label="消息">
      {messages.map(({ id, title, body, link, at, read }) => (
        <li key={id} className="office-card">
          <h2>
            {title} {!read && <span className="office-tag strong">未读</span>}
          </h2>
          <p>{body}</p>
          <p className="office-hint">{momentOf(at)}</p>
          <p className="office-actions">
            {link !== null && (
              <Link to={link} onClick={() => !read && onRead(id)}>
                去办理
              </Link>
            )}
            {!read && (
              <button
                type="button"
                className="button"
                disabled={pending}
                aria-label={`把“${title}”标为已读`}
                onClick={() => onRead(id)}
              >
                标为已读
              </button>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Whether a mail comes daily, and where to: both or neither. */
function Mails({ first }: { readonly first: Got<"/api/office/messages"> | undefined }) {
  if (first === undefined) return null;
  const { mail, address, asked, mails } = first;
  return (
    <section className="office-card" aria-labelledby="mails">
      <h2 id="mails">提醒邮件</h2>
      {mails ? (
        <>
          <MailAddress address={address} asked={asked} />
          {address !== null && <MailSetting mail={mail} />}
        </>
      ) : (
        <p className="office-hint">本服务器不发邮件，消息只能在这里看。</p>
      )}
    </section>
  );
}

const MAIL = [
  { value: "daily", label: "每天一封，有未读的才发" },
  { value: "never", label: "不发" },
];

function MailSetting({ mail }: { readonly mail: "daily" | "never" }) {
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: (wanted: "daily" | "never") => answered(server.PUT("/api/office/messages/setting", { body: { mail: wanted } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: MESSAGES }),
  });
  return (
    <Choice
      label="多久一封"
      value={set.isPending ? set.variables : mail}
      onValue={(value) => set.mutate(value === "never" ? "never" : "daily")}
      options={MAIL}
      fault={set.error === null ? null : set.error.message}
    />
  );
}
