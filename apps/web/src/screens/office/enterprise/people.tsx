/** Who acts for the enterprise. An officer ends a former legal representative's authority here, so that the new one can claim the unit. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { type Column, DataTable } from "../../../parts/office/data-table.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { FileLink } from "../../../parts/office/file-link.tsx";
import { deedWords, type Person, roleWords, STANDING_WORDS } from "../../../parts/office/people-words.ts";
import { Period } from "../../../parts/office/period.tsx";
import { say } from "../../../parts/office/said.tsx";
import { useForm } from "../../../parts/office/use-form.ts";
import { useMay } from "../../../parts/office/use-me.ts";
import { peopleKey, usePeople } from "../../../parts/office/use-people.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

export function People({ uscc }: { readonly uscc: string }) {
  const people = usePeople(uscc);
  const mayRelease = useMay("unit.release") !== null;
  const [leaving, setLeaving] = useState<Person | null>(null);
  const columns: Column<Person>[] = [
    { label: "姓名", cell: ({ name }) => name },
    { label: "身份", cell: ({ role }) => roleWords(role) },
    { label: "授权期限", cell: ({ from, to }) => <Period from={from} to={to} /> },
    { label: "状态", cell: ({ standing }) => <span className="office-tag">{STANDING_WORDS[standing]}</span> },
    { label: "依据", cell: ({ deedFile, role }) => <FileLink id={deedFile} label={deedWords(role)} /> },
  ];
  const deeds: Column<Person> = {
    label: "办理",
    cell: (one) =>
      one.role === "legal-representative" &&
      one.standing === "current" && (
        <button type="button" className="button" aria-label={`停止${one.name}的授权`} onClick={() => setLeaving(one)}>
          换人
        </button>
      ),
  };
  return (
    <>
      <h2>人员</h2>
      <Fetched query={people}>
        {({ people: all }) => (
          <DataTable
            caption="人员"
            rows={all}
            keyOf={({ appointment }) => appointment}
            empty="还没有人代表这家企业：法定代表人认领并经核对后才有。"
            columns={mayRelease ? [...columns, deeds] : columns}
          />
        )}
      </Fetched>
      {leaving !== null && <Release uscc={uscc} person={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

interface ReleaseProps {
  readonly uscc: string;
  readonly person: Person;
  readonly onClose: () => void;
}

function Release({ uscc, person, onClose }: ReleaseProps) {
  const queries = useQueryClient();
  const { field, frame } = useForm({
    place: `release ${person.appointment}`,
    empty: { reason: "" },
    send: (body) => {
      const path = { uscc, id: person.appointment };
      return answered(server.POST("/api/office/units/{uscc}/people/{id}/release", { params: { path }, body }));
    },
    onSent: async () => {
      await queries.invalidateQueries({ queryKey: peopleKey(uscc) });
      say(`已停止${person.name}的授权。`);
      onClose();
    },
  });
  return (
    <ConfirmDialog title={`停止${person.name}作为法定代表人的授权？`} does="停止授权" {...frame} onClose={onClose}>
      <p>立即生效，不能恢复；其发出而没有接受的邀请一并撤回。新的法定代表人另行认领。</p>
      <WordsField label="理由" {...field("reason")} maxLength={500} required />
    </ConfirmDialog>
  );
}
