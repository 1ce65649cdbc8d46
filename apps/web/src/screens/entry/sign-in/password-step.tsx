/** Login and password. Where it fails the login stays and the password goes; neither is kept by the browser's tab. */
import { answered, server } from "../../../office-server.ts";
import { Field } from "../../../parts/office/field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { useForm } from "../../../parts/office/use-form.ts";

export interface PasswordStepProps {
  readonly onDone: (next: "totp" | "password" | "enrol" | null, password: string) => void;
}

export function PasswordStep({ onDone }: PasswordStepProps) {
  const { set, field, frame } = useForm({
    place: null,
    empty: { login: "", password: "" },
    send: (body) => answered(server.POST("/api/office/sign-in", { body })),
    onSent: ({ next }, { password }) => onDone(next, password),
    onRefused: (): void => set({ password: "" }),
  });
  return (
    <OfficeForm does="登录" doing="正在登录……" {...frame} beside={[]}>
      <Field label="登录名" autoComplete="username" autoCapitalize="none" spellCheck={false} required {...field("login")} />
      <Field label="口令" type="password" autoComplete="current-password" required {...field("password")} />
    </OfficeForm>
  );
}
