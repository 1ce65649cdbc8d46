/** Registering as somebody of an applying enterprise; what the account may do comes afterwards, by a claim or an invitation. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { EntryPage } from "../../../parts/office/entry-page.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { ME } from "../../../parts/office/use-me.ts";

export function Register() {
  return (
    <EntryPage title="注册" lead="供申报单位的法定代表人、经办人和代理机构人员使用。注册后再认领单位，或接受单位的邀请。">
      <RegisterForm />
    </EntryPage>
  );
}

interface Registration {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly phone?: string;
}

function useRegister() {
  const queries = useQueryClient();
  const go = useNavigate();
  return useMutation({
    mutationFn: (body: Registration) => answered(server.POST("/api/office/register", { body })),
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: ME });
      await go("/", { replace: true });
    },
  });
}

function RegisterForm() {
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [differs, setDiffers] = useState(false);
  const register = useRegister();
  const at = (path: string) => faultAt(register.error, path);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setDiffers(password !== again);
        if (password === again)
          register.mutate({ name, login, password, ...(phone.trim() === "" ? {} : { phone: phone.trim() }) });
      }}
    >
      <TroubleNotice error={register.error} beside={["name", "phone", "login", "password"]} />
      <Field label="姓名" autoComplete="name" required value={name} onValue={setName} fault={at("name")} />
      <Field label="联系电话（可不填）" type="tel" autoComplete="tel" value={phone} onValue={setPhone} fault={at("phone")} />
      <Field
        label="登录名"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={login}
        onValue={setLogin}
        hint="4 至 64 个字母、数字或 . _ @ -"
        fault={at("login")}
      />
      <Field
        label="口令"
        type="password"
        autoComplete="new-password"
        required
        value={password}
        onValue={setPassword}
        hint="至少 12 个字符，可以是一句话；不要有姓名、登录名、电话。"
        fault={at("password")}
      />
      <Field
        label="再输一次口令"
        type="password"
        autoComplete="new-password"
        required
        value={again}
        onValue={setAgain}
        fault={differs ? "两次输入的口令不一样，请重新输入。" : null}
      />
      <div className="office-actions">
        <button type="submit" className="button primary" disabled={register.isPending}>
          {register.isPending ? "正在注册……" : "注册并登录"}
        </button>
        <Link to="/sign-in">已有账号，去登录</Link>
      </div>
    </form>
  );
}
