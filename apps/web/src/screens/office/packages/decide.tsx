/** The next decision of a claim: only what the table of stages lets this person do from here. */
import { useQueryClient } from "@tanstack/react-query";
import { CLAIM_STAGES, type ClaimStage, isRoleId, mustSayWhy, stagesAfter } from "@zhengdui/casework";
import { answered, server } from "../../../office-server.ts";
import { yuan } from "../../../parts/figures/money.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field } from "../../../parts/office/field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { useForm } from "../../../parts/office/use-form.ts";
import { useMe } from "../../../parts/office/use-me.ts";
import type { Claim } from "./exchange-server.ts";

export function Decide({ one }: { readonly one: Claim }) {
  const queries = useQueryClient();
  const roles = (useMe().data?.appointments ?? []).map(({ role }) => role).filter(isRoleId);
  const open = stagesAfter(one.state, roles, one.exportedAt !== null);
  const stateOf = (chosen: string) => open.find((to) => to === chosen) ?? open[0];
  const { form, field, frame } = useForm({
    place: `claim ${one.number} ${one.state}`,
    empty: { state: "", reason: "", amount: "" },
    send: ({ reason, amount, ...chosen }) => {
      const state = stateOf(chosen.state) ?? one.state;
      const body = {
        ...{ state, reason: reason.trim() === "" ? null : reason },
        amount: state === "approved" ? amount.trim() : null,
      };
      return answered(server.POST("/api/office/claims/{number}/decisions", { params: { path: { number: one.number } }, body }));
    },
    onSent: () => {
      void queries.invalidateQueries({ queryKey: ["packages"] });
      void queries.invalidateQueries({ queryKey: ["claims", one.number] });
    },
  });
  const state = stateOf(form.state);
  if (state === undefined) return null;
  const needsReason = mustSayWhy(one.state, state);
  return (
    <OfficeForm title="办理" does={deedWords(one.state, state)} doing="正在保存……" {...frame}>
      <Choice
        label="改为"
        {...field("state")}
        value={state}
        options={open.map((to) => ({ value: to, label: deedWords(one.state, to) }))}
      />
      {state === "approved" && (
        <Field
          label="核定金额（元）"
          inputMode="decimal"
          {...field("amount")}
          hint={one.claimed === null ? "大于 0" : `至多 ${yuan(one.claimed)} 元`}
          required
        />
      )}
      <Field
        label="原因"
        {...field("reason")}
        hint={needsReason ? "会随结果导出给平台。" : "可以不写；写了的会随结果导出给平台。"}
        required={needsReason}
      />
    </OfficeForm>
  );
}

const DEEDS: Readonly<Record<ClaimStage, string>> = { ...CLAIM_STAGES, accepted: "受理" };

/** As what one does, not as what it then is. */
const deedWords = (from: ClaimStage, to: ClaimStage): string =>
  to === "accepted" && from !== "received" ? "撤回决定，重新办理" : DEEDS[to];
