/** A new password in place of the present one; afterwards every other sign-in has ended. */
import { answered, server } from "../../office-server.ts";
import { Field } from "./field.tsx";
import { OfficeForm } from "./office-form.tsx";
import { NO_PASSWORD, PasswordTwice } from "./password-twice.tsx";
import { useForm } from "./use-form.ts";

export interface NewPasswordProps {
  /** Where it was typed a moment ago it isn't asked for again. */
  readonly current?: string | undefined;
  readonly onDone: (next: "totp" | "password" | "enrol" | null, password: string) => void;
}

export function NewPassword({ current, onDone }: NewPasswordProps) {
  const { form, set, field, frame } = useForm({
    place: null,
    empty: { ...NO_PASSWORD, current: "" },
    send: ({ password, ...typed }) =>
      answered(server.POST("/api/office/self/password", { body: { current: current ?? typed.current, password } })),
    onSent: ({ next }, { password }) => onDone(next, password),
  });
  return (
    <OfficeForm does="修改口令" doing="正在修改……" {...frame}>
      {current === undefined && (
        <Field label="现在的口令" type="password" autoComplete="current-password" required {...field("current")} />
      )}
      <PasswordTwice label="新口令" value={form} onValue={set} fault={field("password").fault} />
    </OfficeForm>
  );
}
