/** Inviting a handler or an agent: the deed and its period make a link, which is shown this once. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { FileField, type SentFile } from "../../../parts/office/file-field.tsx";
import { isoDayOf, momentOf } from "../../../parts/office/moment.ts";
import { roleWords } from "../../../parts/office/people-words.ts";
import { ShownOnce } from "../../../parts/office/shown-once.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useKept } from "../../../parts/office/use-kept.ts";
import { invitationsKey } from "./use-invitations.ts";

const ROLE = ["handler", "agent"] as const;
const EMPTY = { role: "handler", invitee: "", from: "", to: "" };

export function InviteForm({ uscc }: { readonly uscc: string }) {
  const { form, set, forget } = useKept(`invite ${uscc}`, { ...EMPTY, from: isoDayOf(new Date().toISOString()) });
  const [deed, setDeed] = useState<SentFile | null>(null);
  const queries = useQueryClient();
  const invite = useMutation({
    mutationFn: (file: string) => {
      const role = ROLE.find((one) => one === form.role) ?? "handler";
      const body = { role, invitee: form.invitee, from: form.from, to: form.to, deed: file };
      return answered(server.POST("/api/office/units/{uscc}/invitations", { params: { path: { uscc } }, body }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: invitationsKey(uscc) }),
  });
  const again = () => {
    invite.reset();
    forget({ ...form, invitee: "" });
    setDeed(null);
  };
  if (invite.data !== undefined)
    return (
      <ShownOnce title="邀请链接" lines={[linkOf(invite.data.token)]} onDone={again}>
        <p>
          请把链接发给{form.invitee}，由其用自己的账号接受。链接只显示这一次，{momentOf(invite.data.expiresAt)}{" "}
          以前有效，只能用一次。
        </p>
      </ShownOnce>
    );
  const setOf = (key: keyof typeof EMPTY) => (value: string) => set({ [key]: value });
  const fault = (path: string) => faultAt(invite.error, path);
  return (
    <section className="office-card" aria-labelledby="invite">
      <h2 id="invite">邀请经办人或代理机构人员</h2>
      <TroubleNotice error={invite.error} />
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (deed !== null) invite.mutate(deed.id);
        }}
      >
        <Choice
          label="身份"
          value={form.role}
          onValue={setOf("role")}
          options={ROLE.map((value) => ({ value, label: roleWords(value) }))}
        />
        <Field
          label="邀请谁"
          hint="姓名，代理机构的加上机构名称。只用来让您认出这份邀请。"
          value={form.invitee}
          onValue={setOf("invitee")}
          fault={fault("invitee")}
          autoComplete="off"
          maxLength={60}
          required
        />
        <Field label="授权从" type="date" value={form.from} onValue={setOf("from")} fault={fault("from")} required />
        <Field label="授权到" type="date" value={form.to} onValue={setOf("to")} fault={fault("to")} min={form.from} required />
        <FileField label="授权委托书" uscc={uscc} value={deed} onValue={setDeed} fault={fault("deed")} required />
        <p className="office-actions">
          <button type="submit" className="button primary" disabled={invite.isPending}>
            {invite.isPending ? "正在生成……" : "生成邀请链接"}
          </button>
        </p>
      </form>
    </section>
  );
}

const linkOf = (token: string): string => `${window.location.origin}/office/invitation/${token}`;
