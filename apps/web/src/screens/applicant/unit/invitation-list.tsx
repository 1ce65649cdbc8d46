/** The invitations of a unit, where there are any; one that nobody has accepted may be taken back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { type Column, DataTable } from "../../../parts/office/data-table.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { FileLink } from "../../../parts/office/file-link.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { deedWords, INVITATION_WORDS, type Invitation, roleWords } from "../../../parts/office/people-words.ts";
import { Period } from "../../../parts/office/period.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { invitationsKey, useInvitations } from "./use-invitations.ts";

export interface InvitationListProps {
  readonly uscc: string;
  readonly mayRevoke: boolean;
}

export function InvitationList({ uscc, mayRevoke }: InvitationListProps) {
  const sent = useInvitations(uscc);
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: string) =>
      answered(server.POST("/api/office/units/{uscc}/invitations/{id}/revocation", { params: { path: { uscc, id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: invitationsKey(uscc) }),
  });
  const columns: Column<Invitation>[] = [
    { label: "邀请", cell: ({ invitee }) => invitee },
    { label: "身份", cell: ({ role }) => roleWords(role) },
    { label: "授权期限", cell: ({ from, to }) => <Period from={from} to={to} /> },
    { label: "依据", cell: ({ deedFile, role }) => <FileLink id={deedFile} label={deedWords(role)} /> },
    { label: "链接有效至", cell: ({ expiresAt }) => momentOf(expiresAt) },
    { label: "状态", cell: ({ state }) => <span className="office-tag">{INVITATION_WORDS[state]}</span> },
  ];
  const deeds: Column<Invitation> = {
    label: "办理",
    cell: ({ id, state, invitee }) =>
      state === "open" && (
        <button
          type="button"
          className="button"
          aria-label={`撤回对${invitee}的邀请`}
          disabled={revoke.isPending}
          onClick={() => revoke.mutate(id)}
        >
          撤回
        </button>
      ),
  };
  return (
    <Fetched query={sent}>
      {({ pages }) => {
        const invitations = pages.flatMap((page) => page.invitations);
        if (invitations.length === 0) return null;
        return (
          <>
            <h2>邀请</h2>
            <TroubleNotice error={revoke.error ?? sent.error} />
            <DataTable
              caption="邀请"
              rows={invitations}
              keyOf={({ id }) => id}
              empty={null}
              columns={mayRevoke ? [...columns, deeds] : columns}
              {...(sent.hasNextPage
                ? { more: { pending: sent.isFetchingNextPage, fetch: () => void sent.fetchNextPage() } }
                : {})}
            />
          </>
        );
      }}
    </Fetched>
  );
}
