/** The next decision of a claim: only what the table of stages lets this person do from here. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CLAIM_STAGES, type ClaimStage, isRoleId, stagesAfter } from "@zhengdui/casework";
import { type FormEvent, useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { yuan } from "../../../parts/figures/money.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMe } from "../../../parts/office/use-me.ts";
import type { Claim } from "./exchange-server.ts";

export function Decide({ one }: { readonly one: Claim }) {
  const queries = useQueryClient();
  const roles = (useMe().data?.appointments ?? []).map(({ role }) => role).filter(isRoleId);
  const open = stagesAfter(one.state, roles, one.exportedAt !== null);
  const [chosen, setChosen] = useState<ClaimStage | null>(null);
  const [reason, setReason] = useState("");
  const [amount, setAmount] = useState("");
  const state = chosen ?? open[0];
  const decide = useMutation({
    mutationFn: (to: ClaimStage) =>
      answered(
        server.POST("/api/office/claims/{number}/decisions", {
          params: { path: { number: one.number } },
          body: { state: to, reason: reason.trim() === "" ? null : reason, amount: to === "approved" ? amount.trim() : null },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["packages"] });
      void queries.invalidateQueries({ queryKey: ["claims", one.number] });
    },
  });
  if (state === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate(state);
  };
  return (
    <section className="office-card">
      <h2>办理</h2>
      <form className="office-form" onSubmit={submit}>
        <Choice
          label="改为"
          value={state}
          options={open.map((to) => ({ value: to, label: deedWords(one.state, to) }))}
          onValue={(value) => setChosen(value as ClaimStage)}
          fault={faultAt(decide.error, "state")}
        />
        {state === "approved" && (
          <Field
            label="核定金额（元）"
            inputMode="decimal"
            value={amount}
            onValue={setAmount}
            hint={one.claimed === null ? "大于 0" : `至多 ${yuan(one.claimed)} 元`}
            fault={faultAt(decide.error, "amount")}
          />
        )}
        <Field
          label="原因"
          value={reason}
          onValue={setReason}
          hint={state === "accepted" && one.state === "received" ? "可以不写" : "会随结果导出给平台"}
          fault={faultAt(decide.error, "reason")}
        />
        <TroubleNotice error={decide.error} />
        <div className="office-actions">
          <button type="submit" className="button primary" disabled={decide.isPending}>
            {decide.isPending ? "正在保存……" : deedWords(one.state, state)}
          </button>
        </div>
      </form>
    </section>
  );
}

const DEEDS: Readonly<Record<ClaimStage, string>> = { ...CLAIM_STAGES, accepted: "受理" };

/** As what one does, not as what it then is. */
const deedWords = (from: ClaimStage, to: ClaimStage): string =>
  to === "accepted" && from !== "received" ? "撤回决定，重新办理" : DEEDS[to];
