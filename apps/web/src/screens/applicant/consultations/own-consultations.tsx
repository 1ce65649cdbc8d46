/** A unit's questions to the office, and the answers. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { AboutPolicy } from "../../../parts/office/about-policy.tsx";
import { Choice } from "../../../parts/office/choice.tsx";
import { ConsultationList } from "../../../parts/office/consultation-list.tsx";
import { faultAt } from "../../../parts/office/field.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { say } from "../../../parts/office/said.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { CONSULTATIONS } from "../../../parts/office/use-consultations.ts";
import { useEnterprise } from "../../../parts/office/use-enterprise.ts";
import { useKept } from "../../../parts/office/use-kept.ts";
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
  const { form, set, forget } = useKept("ask", { uscc: units[0] ?? "", policy: "", clause: "", question: "" });
  const { policy, clause, question } = form;
  const uscc = units.includes(form.uscc) ? form.uscc : (units[0] ?? "");
  const name = useEnterprise(uscc).data?.name;
  const ask = useAsk(uscc, () => {
    forget({ ...form, question: "" });
    say("已发出，请等待答复。");
  });
  const send = () => ask.mutate({ policy, question, ...(clause !== "" && { clause }) });
  return (
    <section className="office-card" aria-labelledby="ask">
      <h2 id="ask">提问</h2>
      <TroubleNotice error={ask.error} />
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Choice
          label="代表哪家单位"
          value={uscc}
          onValue={(one) => set({ uscc: one })}
          options={units.map((one) => ({ value: one, label: one === uscc && name !== undefined ? `${name}（${one}）` : one }))}
        />
        <AboutPolicy
          value={form}
          onValue={set}
          faults={{ policy: faultAt(ask.error, "policy"), clause: faultAt(ask.error, "clause") }}
        />
        <WordsField
          label="问题"
          value={question}
          onValue={(words) => set({ question: words })}
          fault={faultAt(ask.error, "question")}
          maxLength={4000}
          required
        />
        <p className="office-actions">
          <button type="submit" className="button primary" disabled={ask.isPending}>
            {ask.isPending ? "正在发出……" : "发出"}
          </button>
        </p>
      </form>
    </section>
  );
}

interface Asked {
  readonly policy: string;
  readonly question: string;
  readonly clause?: string;
}

function useAsk(uscc: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Asked) =>
      answered(server.POST("/api/office/units/{uscc}/consultations", { params: { path: { uscc } }, body })),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: CONSULTATIONS });
    },
  });
}
