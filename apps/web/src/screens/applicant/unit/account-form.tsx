/** Proposing the account that a unit is to be paid to. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { Field } from "../../../parts/office/field.tsx";
import { FileField, NO_FILE } from "../../../parts/office/file-field.tsx";
import { focusHeading } from "../../../parts/office/focus-heading.ts";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { say } from "../../../parts/office/said.tsx";
import { accountsKey } from "../../../parts/office/use-accounts.ts";
import { useForm } from "../../../parts/office/use-form.ts";

export interface AccountFormProps {
  readonly uscc: string;
  /** The holder that is expected. */
  readonly name: string;
}

export function AccountForm({ uscc, name }: AccountFormProps) {
  const queries = useQueryClient();
  const { field, frame } = useForm({
    place: `account ${uscc}`,
    empty: { holder: name, number: "", bankNumber: "", bankName: "", evidence: NO_FILE },
    send: ({ evidence, ...form }) => {
      const body = { ...form, evidence: evidence.id };
      return answered(server.POST("/api/office/units/{uscc}/bank-accounts", { params: { path: { uscc } }, body }));
    },
    onSent: async () => {
      await queries.invalidateQueries({ queryKey: accountsKey(uscc) });
      say("已提交，请等待财政部门核对；核对以前可以撤回。");
      focusHeading();
    },
  });
  const line = { autoComplete: "off", required: true };
  return (
    <OfficeForm title="提出收款账户" does="提交核对" doing="正在提交……" {...frame}>
      <Field label="户名" hint="与登记名称逐字相同。" {...line} {...field("holder")} maxLength={120} />
      <Field label="账号" hint="只填数字。" {...line} {...field("number")} inputMode="numeric" maxLength={64} />
      <Field
        label="支付系统行号"
        hint="开户银行的 12 位行号。"
        {...line}
        {...field("bankNumber")}
        inputMode="numeric"
        maxLength={64}
      />
      <Field label="开户银行" hint="写到支行。" {...line} {...field("bankName")} maxLength={120} />
      <FileField label="开户证明" hint="开户许可证，或银行出具的基本存款账户信息。" uscc={uscc} {...field("evidence")} required />
    </OfficeForm>
  );
}
