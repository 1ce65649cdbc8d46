/** The roles of an account, each with its period; the security administrator gives and withdraws them. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { day } from "../../../parts/figures/day.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { Appoint } from "./appoint.tsx";
import type { PersonRow } from "./person-row.ts";
import { PERSONS } from "./person-sides.ts";

type Appointment = PersonRow["appointments"][number];

export function PersonRoles({ person }: { readonly person: PersonRow }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Appointment | null>(null);
  const mayAppoint = useMay("person.appoint") !== null && person.side !== "applicant";
  const withdraw = useMutation({
    mutationFn: (appointment: string) =>
      answered(
        server.DELETE("/api/office/persons/{id}/appointments/{appointment}", {
          params: { path: { id: person.id, appointment } },
        }),
      ),
    onSuccess: async () => {
      setAsked(null);
      await queries.invalidateQueries({ queryKey: PERSONS });
    },
  });
  return (
    <section aria-labelledby="person-roles">
      <h2 id="person-roles">角色</h2>
      <DataTable
        caption="角色"
        rows={person.appointments}
        keyOf={({ id }) => id}
        empty={person.side === "applicant" ? "没有角色：还没有认领单位或接受邀请。" : "还没有角色，请安全管理员授予。"}
        columns={[
          { label: "角色", cell: ({ label, confirmed }) => (confirmed ? label : `${label}（待核对）`) },
          { label: "限于", cell: ({ unit, territory }) => unit ?? territory ?? "全县（市）" },
          { label: "起", cell: ({ from }) => day(from) },
          { label: "止", cell: ({ to }) => (to === null ? "没有定" : day(to)) },
          ...(mayAppoint
            ? [
                {
                  label: "办理",
                  cell: (one: Appointment) => (
                    <button
                      type="button"
                      className="button"
                      onClick={() => {
                        withdraw.reset();
                        setAsked(one);
                      }}
                    >
                      收回<span className="visually-hidden">{one.label}</span>
                    </button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayAppoint && <Appoint person={person} />}
      {asked !== null && (
        <ConfirmDialog
          title={`收回${person.name}的角色：${asked.label}`}
          does="收回"
          pending={withdraw.isPending}
          error={withdraw.error}
          onSend={() => withdraw.mutate(asked.id)}
          onClose={() => setAsked(null)}
        >
          <p>立即生效。收回后可以再授予，记录都留着。</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
