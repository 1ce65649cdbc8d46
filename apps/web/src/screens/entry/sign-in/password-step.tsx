/** Login and password. Where it fails the login stays and the password goes. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Field } from "../../../parts/office/field.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";

export interface PasswordStepProps {
  readonly onDone: (next: "totp" | "password" | "enrol" | null, password: string) => void;
}

export function PasswordStep({ onDone }: PasswordStepProps) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const enter = useMutation({
    mutationFn: () => answered(server.POST("/api/office/sign-in", { body: { login, password } })),
    onSuccess: ({ next }) => onDone(next, password),
    onError: () => setPassword(""),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      <TroubleNotice error={enter.error} />
      <Field
        label="登录名"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={login}
        onValue={setLogin}
      />
      <Field label="口令" type="password" autoComplete="current-password" required value={password} onValue={setPassword} />
      <div className="office-actions">
        <button type="submit" className="button primary" disabled={enter.isPending}>
          {enter.isPending ? "正在登录……" : "登录"}
        </button>
      </div>
    </form>
  );
}
