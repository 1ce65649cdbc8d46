/** After the password: the code of the authenticator, or a recovery code; and whether this device is trusted from now on. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { focusOn } from "../../../parts/focus-on.ts";
import { Field } from "../../../parts/office/field.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";

export interface CodeStepProps {
  readonly onDone: (next: "totp" | "password" | "enrol" | null) => void;
  readonly onAgain: () => void;
}

export function CodeStep({ onDone, onAgain }: CodeStepProps) {
  const [code, setCode] = useState("");
  const [trust, setTrust] = useState(false);
  const enter = useMutation({
    mutationFn: () => answered(server.POST("/api/office/sign-in/totp", { body: { code: code.trim(), trust } })),
    onSuccess: ({ next }) => onDone(next),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <p className="office-lead" tabIndex={-1} ref={focusOn}>
        口令正确。请再输入动态口令。
      </p>
      <TroubleNotice error={enter.error} />
      <Field
        label="动态口令"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={code}
        onValue={setCode}
        hint="验证器上的六位数字；手机不在身边时，用一个恢复码。"
      />
      <label className="office-tick">
        <input type="checkbox" checked={trust} onChange={({ target }) => setTrust(target.checked)} />
        信任这台设备 30 天，其间登录只用口令。公用电脑请不要选。
      </label>
      <div className="office-actions">
        <button type="submit" className="button primary" disabled={enter.isPending}>
          {enter.isPending ? "正在核对……" : "登录"}
        </button>
        <button type="button" className="button quiet" onClick={onAgain}>
          换一个账号
        </button>
      </div>
    </form>
  );
}
