/** The address that one's daily mail goes to: asked for, and confirmed by the code that was sent there. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Field } from "../../../parts/office/field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { say } from "../../../parts/office/said.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useForm } from "../../../parts/office/use-form.ts";
import { MESSAGES } from "../../../parts/office/use-unread.ts";

interface MailAddressProps {
  readonly address: string | null;
  /** Where a code is: whoever fetched it from the mails may have loaded the page anew meanwhile. */
  readonly asked: string | null;
}

export function MailAddress({ address, asked }: MailAddressProps) {
  const [sentTo, setSentTo] = useState(asked);
  const [isOpen, setOpen] = useState(false);
  const { field, frame, forget } = useForm({
    place: "mail-address",
    empty: { address: "" },
    send: (body) => answered(server.POST("/api/office/messages/address", { body })),
    onSent: (_, sent) => setSentTo(sent.address),
    // Until its code has come, for whoever goes back and mends it.
    next: (sent) => sent,
  });
  const done = useDone(() => {
    forget();
    setSentTo(null);
    setOpen(false);
  });
  const remove = useMutation({
    mutationFn: () => answered(server.DELETE("/api/office/messages/address")),
    onSuccess: () => done("不再发邮件了。"),
  });
  if (sentTo !== null)
    return <Confirm to={sentTo} onDone={(to) => done(`已设好，提醒发到 ${to}。`)} onBack={() => setSentTo(null)} />;
  if (address !== null && !isOpen)
    return (
      <>
        <p>发到 {address}。</p>
        <TroubleNotice error={remove.error} />
        <p className="office-actions">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            换一个邮箱
          </button>
          <button type="button" className="button" disabled={remove.isPending} onClick={() => remove.mutate()}>
            不再用这个邮箱
          </button>
        </p>
      </>
    );
  return (
    <OfficeForm
      does="发送验证码"
      doing="正在发送……"
      {...frame}
      {...(isOpen && { onClose: () => setOpen(false), closes: "不换了" })}
    >
      <Field
        label="邮箱"
        hint="有未读的消息时，每天早上一封信告诉您有几条；信里没有办件内容。先发一个验证码到这个邮箱。"
        type="email"
        autoComplete="email"
        required
        {...field("address")}
      />
    </OfficeForm>
  );
}

interface ConfirmProps {
  readonly to: string;
  readonly onDone: (address: string) => void;
  readonly onBack: () => void;
}

function Confirm({ to, onDone, onBack }: ConfirmProps) {
  const { field, frame } = useForm({
    place: null,
    empty: { code: "" },
    send: ({ code }) => answered(server.POST("/api/office/messages/address/confirmation", { body: { code: code.trim() } })),
    onSent: ({ address }) => onDone(address),
  });
  return (
    <>
      <p role="status">验证码已发到 {to}，三十分钟内有效。</p>
      <OfficeForm does="确认" doing="正在核对……" {...frame} onClose={onBack} closes="换一个邮箱">
        <Field label="验证码" inputMode="numeric" autoComplete="one-time-code" maxLength={6} required {...field("code")} />
      </OfficeForm>
    </>
  );
}

function useDone(reset: () => void) {
  const queries = useQueryClient();
  return (words: string) => {
    reset();
    say(words);
    void queries.invalidateQueries({ queryKey: MESSAGES });
  };
}
