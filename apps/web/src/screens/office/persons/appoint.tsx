/** A role given to an account, from one day, perhaps until another; which roles don't meet is said by the server. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isRoleId, ROLE_IDS, ROLES, type RoleId } from "@zhengdui/casework";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { TownChoice } from "../../../parts/office/town-choice.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import type { PersonRow } from "./person-row.ts";
import { PERSONS } from "./person-sides.ts";

export function Appoint({ person }: { readonly person: PersonRow }) {
  const queries = useQueryClient();
  const offered = ROLE_IDS.filter((role) => ROLES[role].side === person.side);
  const [role, setRole] = useState<RoleId | null>(offered[0] ?? null);
  const [territory, setTerritory] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const appoint = useMutation({
    mutationFn: (wanted: RoleId) =>
      answered(
        server.POST("/api/office/persons/{id}/appointments", {
          params: { path: { id: person.id } },
          body: {
            role: wanted,
            territory: ROLES[wanted].bound === "territory" && territory !== "" ? territory : null,
            to: to === "" ? null : to,
            ...(from === "" ? {} : { from }),
          },
        }),
      ),
    onSuccess: async () => {
      setTerritory("");
      await queries.invalidateQueries({ queryKey: PERSONS });
    },
  });
  if (role === null) return null;
  return (
    <form
      className="office-card office-form"
      aria-labelledby="appoint"
      onSubmit={(event) => {
        event.preventDefault();
        appoint.mutate(role);
      }}
    >
      <h2 id="appoint">授予角色</h2>
      <TroubleNotice error={appoint.error} beside={["role", "territory", "from", "to"]} />
      <p role="status" className={appoint.data === undefined ? undefined : "office-good"}>
        {appoint.data !== undefined && `已授予：${appoint.data.label}。`}
      </p>
      <Choice
        label="角色"
        value={role}
        onValue={(value) => isRoleId(value) && setRole(value)}
        options={offered.map((value) => ({ value, label: ROLES[value].label }))}
        fault={faultAt(appoint.error, "role")}
      />
      {ROLES[role].bound === "territory" && (
        <TownChoice
          label="哪个镇（街道）"
          none="请选择"
          value={territory}
          onValue={setTerritory}
          fault={faultAt(appoint.error, "territory")}
        />
      )}
      <Field label="起始日（不填：今天）" type="date" value={from} onValue={setFrom} fault={faultAt(appoint.error, "from")} />
      <Field label="截止日（不填：没有定）" type="date" value={to} onValue={setTo} fault={faultAt(appoint.error, "to")} />
      <div className="office-actions">
        <button type="submit" className="button primary" disabled={appoint.isPending}>
          {appoint.isPending ? "正在授予……" : "授予"}
        </button>
      </div>
    </form>
  );
}
