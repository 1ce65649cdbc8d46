/** A new account of staff; its one-time password is shown once. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field } from "../../../parts/office/field.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { ShownOnce } from "../../../parts/office/shown-once.tsx";
import { useForm } from "../../../parts/office/use-form.ts";
import { PERSONS, SIDES } from "./person-sides.ts";

const STAFF = ["office", "partner", "admin"] as const;

export function NewPerson({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const { field, frame, answer, sent } = useForm({
    place: "new-person",
    empty: { name: "", login: "", side: "office", phone: "" },
    send: ({ name, login, phone, ...one }) => {
      const side = STAFF.find((staff) => staff === one.side) ?? "office";
      const body = { name, login, side, ...(phone.trim() === "" ? {} : { phone: phone.trim() }) };
      return answered(server.POST("/api/office/persons", { body }));
    },
    onSent: () => queries.invalidateQueries({ queryKey: PERSONS }),
  });
  if (answer !== undefined)
    return (
      <ShownOnce title={`${sent?.name}的一次性口令`} lines={[answer.password]} onDone={onClose}>
        只显示这一次，请当面交给本人。有效至 {momentOf(answer.expiresAt)}，首次登录必须修改。角色由安全管理员另行授予。
      </ShownOnce>
    );
  return (
    <OfficeForm title="开立账号" does="开立并得到一次性口令" doing="正在开立……" {...frame} onClose={onClose}>
      <Field label="姓名" required {...field("name")} />
      <Field
        label="登录名"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...field("login")}
        hint="4 至 64 个字母、数字或 . _ @ -"
      />
      <Choice
        label="哪一方"
        {...field("side")}
        options={STAFF.map((value) => ({ value, label: SIDES[value] }))}
        hint="开立后不能改；一个人办两方的事，要有两个账号。"
      />
      <Field label="电话（可不填）" type="tel" {...field("phone")} />
    </OfficeForm>
  );
}
