/** Inviting a handler or an agent: the deed and its period make a link, which is shown this once. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { DayField } from "../../../parts/office/day-field.tsx";
import { Field } from "../../../parts/office/field.tsx";
import { FileField, NO_FILE } from "../../../parts/office/file-field.tsx";
import { isoDayOf, momentOf } from "../../../parts/office/moment.ts";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { roleWords } from "../../../parts/office/people-words.ts";
import { ShownOnce } from "../../../parts/office/shown-once.tsx";
import { useForm } from "../../../parts/office/use-form.ts";
import { invitationsKey } from "./use-invitations.ts";

const ROLE = ["handler", "agent"] as const;
const EMPTY = { role: "handler", invitee: "", from: "", to: "", deed: NO_FILE };

export function InviteForm({ uscc }: { readonly uscc: string }) {
  const queries = useQueryClient();
  const { form, field, frame, answer, sent, reset } = useForm({
    place: `invite ${uscc}`,
    empty: { ...EMPTY, from: isoDayOf(new Date().toISOString()) },
    send: ({ role, deed, ...period }) => {
      const body = { ...period, role: ROLE.find((one) => one === role) ?? "handler", deed: deed.id };
      return answered(server.POST("/api/office/units/{uscc}/invitations", { params: { path: { uscc } }, body }));
    },
    onSent: () => queries.invalidateQueries({ queryKey: invitationsKey(uscc) }),
    next: (one) => ({ ...one, invitee: "", deed: NO_FILE }),
  });
  if (answer !== undefined)
    return (
      <ShownOnce title="邀请链接" lines={[linkOf(answer.token)]} onDone={reset}>
        <p>
          请把链接发给{sent?.invitee}，由其用自己的账号接受。链接只显示这一次，{momentOf(answer.expiresAt)} 以前有效，只能用一次。
        </p>
      </ShownOnce>
    );
  return (
    <OfficeForm title="邀请经办人或代理机构人员" does="生成邀请链接" doing="正在生成……" {...frame}>
      <Choice label="身份" {...field("role")} options={ROLE.map((value) => ({ value, label: roleWords(value) }))} />
      <Field
        label="邀请谁"
        hint="姓名，代理机构的加上机构名称。只用来让您认出这份邀请。"
        missing="请写明邀请谁。"
        {...field("invitee")}
        autoComplete="off"
        maxLength={60}
        required
      />
      <DayField label="授权从" missing="请填写授权从哪天起。" {...field("from")} required />
      <DayField label="授权到" missing="请填写授权到哪天止。" {...field("to")} min={form.from} required />
      <FileField label="授权委托书" uscc={uscc} {...field("deed")} required />
    </OfficeForm>
  );
}

const linkOf = (token: string): string => `${window.location.origin}/office/invitation/${token}`;
