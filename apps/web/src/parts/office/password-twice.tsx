/** A new password, typed twice since nobody sees it. It is never kept. */
import { Field } from "./field.tsx";

export interface Twice {
  readonly password: string;
  readonly again: string;
}

export const NO_PASSWORD: Twice = { password: "", again: "" };

export interface PasswordTwiceProps {
  readonly label: string;
  readonly value: Twice;
  readonly onValue: (value: Twice) => void;
  readonly fault: string | null;
}

export function PasswordTwice({ label, value, onValue, fault }: PasswordTwiceProps) {
  const { password, again } = value;
  const secret = { type: "password", autoComplete: "new-password", required: true };
  return (
    <>
      <Field
        {...secret}
        label={label}
        value={password}
        onValue={(typed) => onValue({ password: typed, again })}
        hint="至少 12 个字符，可以是一句话；不要有姓名、登录名、电话。"
        fault={fault}
      />
      <Field
        {...secret}
        label={`再输一次${label}`}
        value={again}
        onValue={(typed) => onValue({ password, again: typed })}
        missing={`请再输一次${label}。`}
        wrong={password === again ? null : `两次输入的${label}不一样，请重新输入。`}
      />
    </>
  );
}
