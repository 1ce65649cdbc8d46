/** Writing down a question that came by telephone or in person. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { AboutPolicy } from "../../../parts/office/about-policy.tsx";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field } from "../../../parts/office/field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { say } from "../../../parts/office/said.tsx";
import { CONSULTATIONS } from "../../../parts/office/use-consultations.ts";
import { useForm } from "../../../parts/office/use-form.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

const CHANNELS = [
  { value: "phone", label: "来电" },
  { value: "visit", label: "来访" },
];
const EMPTY = { channel: "phone", policy: "", clause: "", uscc: "", callerName: "", callerPhone: "", question: "" };

export function LogForm() {
  const queries = useQueryClient();
  const { form, set, field, frame } = useForm({
    place: "log",
    empty: EMPTY,
    send: ({ policy, clause, question, ...one }) => {
      const channel = one.channel === "visit" ? ("visit" as const) : ("phone" as const);
      const uscc = one.uscc.trim().toUpperCase();
      const [callerName, callerPhone] = [one.callerName.trim(), one.callerPhone.trim()];
      const caller = { ...(callerName && { callerName }), ...(callerPhone && { callerPhone }) };
      const body = { channel, policy, question, ...caller, ...(clause && { clause }), ...(uscc && { uscc }) };
      return answered(server.POST("/api/office/consultations", { body }));
    },
    onSent: async () => {
      say("已登记。");
      await queries.invalidateQueries({ queryKey: CONSULTATIONS });
    },
    next: ({ channel, policy }) => ({ ...EMPTY, channel, policy }),
  });
  return (
    <OfficeForm title="登记来电来访" does="登记" doing="正在登记……" {...frame}>
      <Choice label="方式" options={CHANNELS} {...field("channel")} />
      <AboutPolicy value={form} onValue={set} faults={{ policy: field("policy").fault, clause: field("clause").fault }} />
      <Field label="企业的信用代码（可以不填）" maxLength={18} autoComplete="off" {...field("uscc")} />
      <Field
        label="来电来访人（可以不填）"
        hint="只给答复的人看，用来回电；不公开。"
        maxLength={60}
        autoComplete="off"
        {...field("callerName")}
      />
      <Field label="电话（可以不填）" maxLength={30} inputMode="tel" autoComplete="off" {...field("callerPhone")} />
      <WordsField label="问题" maxLength={4000} required {...field("question")} />
    </OfficeForm>
  );
}
