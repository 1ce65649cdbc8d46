/** Registering as somebody of an applying enterprise; what the account may do comes afterwards, by a claim or an invitation. */
import { useQueryClient } from "@tanstack/react-query";
import { returnPath } from "@zhengdui/casework";
import { useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { cameFrom } from "../../../parts/office/came-from.ts";
import { EntryPage } from "../../../parts/office/entry-page.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { NO_PASSWORD, PasswordTwice } from "../../../parts/office/password-twice.tsx";
import { useForm } from "../../../parts/office/use-form.ts";
import { ME } from "../../../parts/office/use-me.ts";

export function Register() {
  return (
    <EntryPage title="注册" lead="供申报单位的法定代表人、经办人和代理机构人员使用。注册后再认领单位，或接受单位的邀请。">
      <RegisterForm />
    </EntryPage>
  );
}

function RegisterForm() {
  const queries = useQueryClient();
  const go = useNavigate();
  const { state } = useLocation();
  const [secret, setSecret] = useState(NO_PASSWORD);
  const { field, frame, error } = useForm({
    place: "register",
    empty: { name: "", phone: "", login: "" },
    send: ({ name, phone, login }) => {
      const body = { name, login, password: secret.password, ...(phone.trim() === "" ? {} : { phone: phone.trim() }) };
      return answered(server.POST("/api/office/register", { body }));
    },
    onSent: async () => {
      await queries.resetQueries({ queryKey: ME });
      // Whoever came by an invitation goes on to accept it.
      await go(returnPath(cameFrom(state), "/"), { replace: true });
    },
  });
  return (
    <OfficeForm
      does="注册并登录"
      doing="正在注册……"
      {...frame}
      beside={["name", "phone", "login", "password"]}
      aside={
        <Link to="/sign-in" state={state}>
          已有账号，去登录
        </Link>
      }
    >
      <Field label="姓名" autoComplete="name" required {...field("name")} />
      <Field label="联系电话（可不填）" type="tel" autoComplete="tel" {...field("phone")} />
      <Field
        label="登录名"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...field("login")}
        hint="4 至 64 个字母、数字或 . _ @ -"
      />
      <PasswordTwice label="口令" value={secret} onValue={setSecret} fault={faultAt(error, "password")} />
    </OfficeForm>
  );
}
