/** A new password in place of the present one; afterwards every other sign-in has ended. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../office-server.ts";
import { Field, faultAt } from "./field.tsx";
import { TroubleNotice } from "./trouble.tsx";

export interface NewPasswordProps {
  /** Where it was typed a moment ago it isn't asked for again. */
  readonly current?: string | undefined;
  readonly onDone: (next: "totp" | "password" | "enrol" | null, password: string) => void;
}

export function NewPassword({ current, onDone }: NewPasswordProps) {
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [differs, setDiffers] = useState(false);
  const change = useMutation({
    mutationFn: () => answered(server.POST("/api/office/self/password", { body: { current: current ?? typed, password } })),
    onSuccess: ({ next }) => onDone(next, password),
  });
  return (
    <form
      className="office-form"
      onSubmit={(event) => {
        event.preventDefault();
        setDiffers(password !== again);
        if (password === again) change.mutate();
      }}
    >
      <TroubleNotice error={change.error} beside={["password"]} />
      {current === undefined && (
        <Field label="现在的口令" type="password" autoComplete="current-password" required value={typed} onValue={setTyped} />
      )}
      <Field
        label="新口令"
        type="password"
        autoComplete="new-password"
        required
        value={password}
        onValue={setPassword}
        hint="至少 12 个字符，可以是一句话；不要有姓名、登录名、电话。"
        fault={faultAt(change.error, "password")}
      />
      <Field
        label="再输一次新口令"
        type="password"
        autoComplete="new-password"
        required
        value={again}
        onValue={setAgain}
        fault={differs ? "两次输入的新口令不一样，请重新输入。" : null}
      />
      <div className="office-actions">
        <button type="submit" className="button primary" disabled={change.isPending}>
          {change.isPending ? "正在修改……" : "修改口令"}
        </button>
      </div>
    </form>
  );
}
