/** After the password: the code of the authenticator, or a recovery code; and whether this device is trusted from now on. */
import { answered, server } from "../../../office-server.ts";
import { focusOn } from "../../../parts/focus-on.ts";
import { Field } from "../../../parts/office/field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { useForm } from "../../../parts/office/use-form.ts";

export interface CodeStepProps {
  readonly onDone: (next: "totp" | "password" | "enrol" | null) => void;
  readonly onAgain: () => void;
}

export function CodeStep({ onDone, onAgain }: CodeStepProps) {
  const { form, set, field, frame } = useForm({
    place: null,
    empty: { code: "", trust: false },
    send: ({ code, trust }) => answered(server.POST("/api/office/sign-in/totp", { body: { code: code.trim(), trust } })),
    onSent: ({ next }) => onDone(next),
  });
  return (
    <>
      <p className="office-lead" tabIndex={-1} ref={focusOn}>
        口令正确。请再输入动态口令。
      </p>
      <OfficeForm does="登录" doing="正在核对……" {...frame} beside={[]} onClose={onAgain} closes="换一个账号">
        <Field
          label="动态口令"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          {...field("code")}
          hint="验证器上的六位数字；手机不在身边时，用一个恢复码。"
        />
        <label className="office-tick">
          <input type="checkbox" checked={form.trust} onChange={({ target }) => set({ trust: target.checked })} />
          信任这台设备 30 天，其间登录只用口令。公用电脑请不要选。
        </label>
      </OfficeForm>
    </>
  );
}
