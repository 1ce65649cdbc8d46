/** Sets up the second factor: the password once more, the secret as a picture and in groups of four, its first code, then the recovery codes. */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { answered, server } from "../../office-server.ts";
import { Field } from "./field.tsx";
import { OfficeForm } from "./office-form.tsx";
import { QrCode } from "./qr-code.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { useForm } from "./use-form.ts";

export interface TotpSetupProps {
  /** Where it was typed a moment ago it isn't asked for again. */
  readonly password?: string | undefined;
  readonly onDone: (next: "totp" | "password" | "enrol" | null) => void;
}

export function TotpSetup({ password, onDone }: TotpSetupProps) {
  const begin = useMutation({
    mutationFn: (proof: string) => answered(server.POST("/api/office/self/totp", { body: { password: proof } })),
  });
  const { mutate } = begin;
  useEffect(() => {
    if (password !== undefined) mutate(password);
  }, [password, mutate]);
  return begin.data === undefined ? (
    <ProveAgain pending={begin.isPending} error={begin.error} onProof={mutate} />
  ) : (
    <FirstCode {...begin.data} onDone={onDone} />
  );
}

interface ProveAgainProps {
  readonly pending: boolean;
  readonly error: unknown;
  readonly onProof: (password: string) => void;
}

function ProveAgain({ pending, error, onProof }: ProveAgainProps) {
  const [typed, setTyped] = useState("");
  const send = () => {
    onProof(typed);
    setTyped("");
  };
  return (
    <OfficeForm does="下一步" doing="正在准备……" pending={pending} error={error} onSend={send}>
      <Field
        label="再输一次口令"
        type="password"
        autoComplete="current-password"
        required
        value={typed}
        onValue={setTyped}
        missing="请再输一次口令。"
        hint="证明是本人在绑定。"
      />
    </OfficeForm>
  );
}

interface FirstCodeProps {
  readonly secret: string;
  readonly uri: string;
  readonly onDone: TotpSetupProps["onDone"];
}

function FirstCode({ secret, uri, onDone }: FirstCodeProps) {
  const { field, frame, answer } = useForm({
    place: null,
    empty: { code: "" },
    send: ({ code }) => answered(server.POST("/api/office/self/totp/confirm", { body: { code: code.replace(/\s/g, "") } })),
  });
  if (answer !== undefined)
    return (
      <ShownOnce title="恢复码" lines={answer.recoveryCodes} done="已妥善保存，继续" onDone={() => onDone(answer.next)}>
        动态口令已绑定。手机丢失时，每个恢复码可以代替动态口令登录一次。这些恢复码只显示这一次，请打印或抄下来，放在安全的地方。
      </ShownOnce>
    );
  return (
    <>
      <p>用手机上的验证器（能生成六位动态口令的应用）扫描：</p>
      <QrCode text={uri} label="动态口令密钥的二维码；不能扫描时，用下面的文字密钥" />
      <p className="office-hint">不能扫描时，在验证器里手工输入密钥：</p>
      <p className="office-secret">
        <code>{secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <OfficeForm does="核对并绑定" doing="正在核对……" {...frame}>
        <Field label="验证器上显示的六位数字" inputMode="numeric" autoComplete="one-time-code" required {...field("code")} />
      </OfficeForm>
    </>
  );
}
