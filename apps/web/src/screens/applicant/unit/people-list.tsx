/** The people of a unit; the legal representative ends a handler's or an agent's authority here, at once and for good. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { type Column, DataTable } from "../../../parts/office/data-table.tsx";
import { FileLink } from "../../../parts/office/file-link.tsx";
import { deedWords, type Person, roleWords, STANDING_WORDS } from "../../../parts/office/people-words.ts";
import { Period } from "../../../parts/office/period.tsx";
import { say } from "../../../parts/office/said.tsx";
import { peopleKey } from "../../../parts/office/use-people.ts";

export interface PeopleListProps {
  readonly uscc: string;
  readonly people: readonly Person[];
  readonly mayDismiss: boolean;
}

export function PeopleList({ uscc, people, mayDismiss }: PeopleListProps) {
  const [leaving, setLeaving] = useState<Person | null>(null);
  const columns: Column<Person>[] = [
    { label: "姓名", cell: ({ name }) => name },
    { label: "登录名", cell: ({ login }) => login },
    { label: "身份", cell: ({ role }) => roleWords(role) },
    { label: "授权期限", cell: ({ from, to }) => <Period from={from} to={to} /> },
    {
      label: "状态",
      cell: ({ standing }) => (
        <span className={standing === "current" ? "office-tag strong" : "office-tag"}>{STANDING_WORDS[standing]}</span>
      ),
    },
    { label: "依据", cell: ({ deedFile, role }) => <FileLink id={deedFile} label={deedWords(role)} /> },
  ];
  const deeds: Column<Person> = {
    label: "办理",
    cell: (one) =>
      mayEnd(one) && (
        <button type="button" className="button" aria-label={`停止${one.name}的授权`} onClick={() => setLeaving(one)}>
          停止授权
        </button>
      ),
  };
  return (
    <>
      <DataTable
        caption="单位人员"
        rows={people}
        keyOf={({ appointment }) => appointment}
        empty="还没有人员。"
        columns={mayDismiss ? [...columns, deeds] : columns}
      />
      {leaving !== null && <Dismissal uscc={uscc} person={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

const mayEnd = ({ role, standing }: Person): boolean =>
  (role === "handler" || role === "agent") && (standing === "current" || standing === "upcoming");

interface DismissalProps {
  readonly uscc: string;
  readonly person: Person;
  readonly onClose: () => void;
}

function Dismissal({ uscc, person, onClose }: DismissalProps) {
  const queries = useQueryClient();
  const dismiss = useMutation({
    mutationFn: () => {
      const path = { uscc, id: person.appointment };
      return answered(server.POST("/api/office/units/{uscc}/people/{id}/dismissal", { params: { path } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: peopleKey(uscc) });
      say(`已停止${person.name}的授权。`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`停止${person.name}的授权？`}
      does="停止授权"
      pending={dismiss.isPending}
      error={dismiss.error}
      onSend={() => dismiss.mutate()}
      onClose={onClose}
    >
      <p>立即生效，不能恢复：{person.name}不能再代表本单位办理任何事项。以后还要授权的，需要另发邀请。</p>
    </ConfirmDialog>
  );
}
