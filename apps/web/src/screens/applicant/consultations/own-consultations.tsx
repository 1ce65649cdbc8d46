/** A unit's questions to the office, and the answers. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { AboutPolicy } from "../../../parts/office/about-policy.tsx";
import { Choice } from "../../../parts/office/choice.tsx";
import { ConsultationList } from "../../../parts/office/consultation-list.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { say } from "../../../parts/office/said.tsx";
import { CONSULTATIONS } from "../../../parts/office/use-consultations.ts";
import { useEnterprise } from "../../../parts/office/use-enterprise.ts";
import { useForm } from "../../../parts/office/use-form.ts";
import { useMe } from "../../../parts/office/use-me.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

export function OwnConsultations() {
  const units = [...new Set(useMe().data?.appointments.flatMap(({ unit }) => (unit === null ? [] : [unit])))];
  return (
    <Page title="咨询" lead="看不明白的、拿不准的，写在这里问经办科室。答复后会收到消息。">
      {units.length > 0 && <AskForm units={units} />}
      <h2>问过的</h2>
      <ConsultationList openOnly={false} empty="还没有问过。" />
    </Page>
  );
}

function AskForm({ units }: { readonly units: readonly string[] }) {
  const queries = useQueryClient();
  const { form, set, field, frame } = useForm({
    place: "ask",
    empty: { uscc: units[0] ?? "", policy: "", clause: "", question: "" },
    send: ({ policy, clause, question, ...one }) => {
      const path = { uscc: ownOf(one.uscc) };
      const body = { policy, question, ...(clause !== "" && { clause }) };
      return answered(server.POST("/api/office/units/{uscc}/consultations", { params: { path }, body }));
    },
    onSent: async () => {
      say("已发出，请等待答复。");
      await queries.invalidateQueries({ queryKey: CONSULTATIONS });
    },
    next: (sent) => ({ ...sent, question: "" }),
  });
  const ownOf = (one: string) => (units.includes(one) ? one : (units[0] ?? ""));
  const uscc = ownOf(form.uscc);
  const name = useEnterprise(uscc).data?.name;
  return (
    <OfficeForm title="提问" does="发出" doing="正在发出……" {...frame}>
      <Choice
        label="代表哪家单位"
        {...field("uscc")}
        value={uscc}
        options={units.map((one) => ({ value: one, label: one === uscc && name !== undefined ? `${name}（${one}）` : one }))}
      />
      <AboutPolicy value={form} onValue={set} faults={{ policy: field("policy").fault, clause: field("clause").fault }} />
      <WordsField label="问题" {...field("question")} maxLength={4000} required />
    </OfficeForm>
  );
}
