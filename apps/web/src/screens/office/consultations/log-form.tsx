/** Writing down a question that came by telephone or in person. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { AboutPolicy } from "../../../parts/office/about-policy.tsx";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { say } from "../../../parts/office/said.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { CONSULTATIONS } from "../../../parts/office/use-consultations.ts";
import { useKept } from "../../../parts/office/use-kept.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

const CHANNELS = [
  { value: "phone", label: "来电" },
  { value: "visit", label: "来访" },
];
const EMPTY = { channel: "phone", policy: "", clause: "", uscc: "", question: "" };

export function LogForm() {
  const { form, set, forget } = useKept("log", EMPTY);
  const queries = useQueryClient();
  const log = useMutation({
    mutationFn: () => {
      const channel = form.channel === "visit" ? ("visit" as const) : ("phone" as const);
      const { policy, clause, question } = form;
      const uscc = form.uscc.trim().toUpperCase();
      const body = { channel, policy, question, ...(clause && { clause }), ...(uscc && { uscc }) };
      return answered(server.POST("/api/office/consultations", { body }));
    },
    onSuccess: async () => {
      forget({ ...EMPTY, channel: form.channel, policy: form.policy });
      say("已登记。");
      await queries.invalidateQueries({ queryKey: CONSULTATIONS });
    },
  });
  const field = (key: keyof typeof EMPTY) => ({
    value: form[key],
    onValue: (value: string) => set({ [key]: value }),
    fault: faultAt(log.error, key),
  });
  return (
    <section className="office-card" aria-labelledby="log">
      <h2 id="log">登记来电来访</h2>
      <TroubleNotice error={log.error} />
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          log.mutate();
        }}
      >
        <Choice label="方式" options={CHANNELS} {...field("channel")} />
        <AboutPolicy
          value={form}
          onValue={set}
          faults={{ policy: faultAt(log.error, "policy"), clause: faultAt(log.error, "clause") }}
        />
        <Field label="企业的信用代码（可以不填）" maxLength={18} autoComplete="off" {...field("uscc")} />
        <WordsField label="问题" maxLength={4000} required {...field("question")} />
        <p className="office-actions">
          <button type="submit" className="button primary" disabled={log.isPending}>
            {log.isPending ? "正在登记……" : "登记"}
          </button>
        </p>
      </form>
    </section>
  );
}
