/** A role given to an account, from one day, perhaps until another; which roles don't meet is said by the server. */
import { useQueryClient } from "@tanstack/react-query";
import { ROLE_IDS, ROLES } from "@zhengdui/casework";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { DayField } from "../../../parts/office/day-field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { TownChoice } from "../../../parts/office/town-choice.tsx";
import { useForm } from "../../../parts/office/use-form.ts";
import type { PersonRow } from "./person-row.ts";
import { PERSONS } from "./person-sides.ts";

export function Appoint({ person }: { readonly person: PersonRow }) {
  const queries = useQueryClient();
  const offered = ROLE_IDS.filter((role) => ROLES[role].side === person.side);
  const roleOf = (chosen: string) => offered.find((role) => role === chosen) ?? offered[0];
  const { form, field, frame, answer } = useForm({
    place: `appoint ${person.id}`,
    empty: { role: "", territory: "", from: "", to: "" },
    send: ({ territory, from, to, ...one }) => {
      const role = roleOf(one.role) ?? "case-officer";
      const town = ROLES[role].bound === "territory" && territory !== "" ? territory : null;
      const body = { role, territory: town, to: to === "" ? null : to, ...(from === "" ? {} : { from }) };
      return answered(server.POST("/api/office/persons/{id}/appointments", { params: { path: { id: person.id } }, body }));
    },
    onSent: () => queries.invalidateQueries({ queryKey: PERSONS }),
    next: (sent) => ({ ...sent, territory: "" }),
  });
  const role = roleOf(form.role);
  if (role === undefined) return null;
  return (
    <OfficeForm title="授予角色" does="授予" doing="正在授予……" {...frame}>
      <p role="status" className={answer === undefined ? undefined : "office-good"}>
        {answer !== undefined && `已授予：${answer.label}。`}
      </p>
      <Choice
        label="角色"
        {...field("role")}
        value={role}
        options={offered.map((value) => ({ value, label: ROLES[value].label }))}
      />
      {ROLES[role].bound === "territory" && (
        <TownChoice label="哪个镇（街道）" none="请选择" missing="请选择镇（街道）。" required {...field("territory")} />
      )}
      <DayField label="起始日（不填：今天）" {...field("from")} />
      <DayField label="截止日（不填：没有定）" {...field("to")} {...(form.from !== "" && { min: form.from })} />
    </OfficeForm>
  );
}
