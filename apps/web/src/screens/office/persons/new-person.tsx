/** A new account of staff; its one-time password is shown once. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { ShownOnce } from "../../../parts/office/shown-once.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { PERSONS, SIDES } from "./person-sides.ts";

const STAFF = ["office", "partner", "admin"] as const;

export function NewPerson({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [login, setLogin] = useState("");
  const [phone, setPhone] = useState("");
  const [side, setSide] = useState<(typeof STAFF)[number]>("office");
  const create = useMutation({
    mutationFn: () =>
      answered(
        server.POST("/api/office/persons", {
          body: { name, login, side, ...(phone.trim() === "" ? {} : { phone: phone.trim() }) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: PERSONS }),
  });
  if (create.data !== undefined)
    return (
      <ShownOnce title={`${name}的一次性口令`} lines={[create.data.password]} onDone={onClose}>
        只显示这一次，请当面交给本人。有效至 {momentOf(create.data.expiresAt)}，首次登录必须修改。角色由安全管理员另行授予。
      </ShownOnce>
    );
  return (
    <section className="office-card" aria-labelledby="new-person">
      <h2 id="new-person">开立账号</h2>
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <TroubleNotice error={create.error} beside={["name", "login", "phone"]} />
        <Field label="姓名" required value={name} onValue={setName} fault={faultAt(create.error, "name")} />
        <Field
          label="登录名"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={login}
          onValue={setLogin}
          hint="4 至 64 个字母、数字或 . _ @ -"
          fault={faultAt(create.error, "login")}
        />
        <Choice
          label="哪一方"
          value={side}
          onValue={(value) => setSide(STAFF.find((one) => one === value) ?? "office")}
          options={STAFF.map((value) => ({ value, label: SIDES[value] }))}
          hint="开立后不能改；一个人办两方的事，要有两个账号。"
        />
        <Field label="电话（可不填）" type="tel" value={phone} onValue={setPhone} fault={faultAt(create.error, "phone")} />
        <div className="office-actions">
          <button type="submit" className="button primary" disabled={create.isPending}>
            {create.isPending ? "正在开立……" : "开立并得到一次性口令"}
          </button>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
        </div>
      </form>
    </section>
  );
}
