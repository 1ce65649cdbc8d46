/** The address that one's daily mail goes to: asked for, and confirmed by the code that was sent there. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { say } from "../../../parts/office/said.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { MESSAGES } from "../../../parts/office/use-unread.ts";

export function MailAddress({ address }: { readonly address: string | null }) {
  const [wanted, setWanted] = useState("");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const done = useDone(() => {
    setSentTo(null);
    setOpen(false);
    setWanted("");
  });
  const ask = useMutation({
    mutationFn: () => answered(server.POST("/api/office/messages/address", { body: { address: wanted } })),
    onSuccess: () => setSentTo(wanted),
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
    <form
      className="office-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <TroubleNotice error={ask.error} />
      <Field
        label="邮箱"
        hint="有未读的消息时，每天早上一封信告诉您有几条；信里没有办件内容。先发一个验证码到这个邮箱。"
        type="email"
        autoComplete="email"
        value={wanted}
        onValue={setWanted}
        fault={faultAt(ask.error, "address")}
      />
      <p className="office-actions">
        <button type="submit" className="button" disabled={ask.isPending}>
          {ask.isPending ? "正在发送……" : "发送验证码"}
        </button>
        {isOpen && (
          <button type="button" className="button" onClick={() => setOpen(false)}>
            不换了
          </button>
        )}
      </p>
    </form>
  );
}

interface ConfirmProps {
  readonly to: string;
  readonly onDone: (address: string) => void;
  readonly onBack: () => void;
}

function Confirm({ to, onDone, onBack }: ConfirmProps) {
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: () => answered(server.POST("/api/office/messages/address/confirmation", { body: { code: code.trim() } })),
    onSuccess: ({ address }) => onDone(address),
  });
  return (
    <form
      className="office-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <p role="status">验证码已发到 {to}，三十分钟内有效。</p>
      <TroubleNotice error={confirm.error} />
      <Field
        label="验证码"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        onValue={setCode}
        fault={faultAt(confirm.error, "code")}
      />
      <p className="office-actions">
        <button type="submit" className="button primary" disabled={confirm.isPending}>
          {confirm.isPending ? "正在核对……" : "确认"}
        </button>
        <button type="button" className="button" onClick={onBack}>
          换一个邮箱
        </button>
      </p>
    </form>
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
