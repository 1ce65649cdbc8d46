/** Proposing the account that a unit is to be paid to. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { FileField, type SentFile } from "../../../parts/office/file-field.tsx";
import { focusHeading } from "../../../parts/office/focus-heading.ts";
import { say } from "../../../parts/office/said.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { accountsKey } from "../../../parts/office/use-accounts.ts";
import { useKept } from "../../../parts/office/use-kept.ts";

export interface AccountFormProps {
  readonly uscc: string;
  /** The holder that is expected. */
  readonly name: string;
}

export function AccountForm({ uscc, name }: AccountFormProps) {
  const { form, set, forget } = useKept(`account ${uscc}`, { holder: name, number: "", bankNumber: "", bankName: "" });
  const [evidence, setEvidence] = useState<SentFile | null>(null);
  const queries = useQueryClient();
  const propose = useMutation({
    mutationFn: (file: string) =>
      answered(
        server.POST("/api/office/units/{uscc}/bank-accounts", { params: { path: { uscc } }, body: { ...form, evidence: file } }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: accountsKey(uscc) });
      forget();
      say("已提交，请等待财政部门核对；核对以前可以撤回。");
      focusHeading();
    },
  });
  const field = (key: keyof typeof form) => ({
    value: form[key],
    onValue: (value: string) => set({ [key]: value }),
    fault: faultAt(propose.error, key),
    autoComplete: "off",
    required: true,
  });
  return (
    <section className="office-card" aria-labelledby="propose">
      <h2 id="propose">提出收款账户</h2>
      <TroubleNotice error={propose.error} />
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (evidence !== null) propose.mutate(evidence.id);
        }}
      >
        <Field label="户名" hint="与登记名称逐字相同。" {...field("holder")} maxLength={120} />
        <Field label="账号" hint="只填数字。" {...field("number")} inputMode="numeric" maxLength={64} />
        <Field label="支付系统行号" hint="开户银行的 12 位行号。" {...field("bankNumber")} inputMode="numeric" maxLength={64} />
        <Field label="开户银行" hint="写到支行。" {...field("bankName")} maxLength={120} />
        <FileField
          label="开户证明"
          hint="开户许可证，或银行出具的基本存款账户信息。"
          uscc={uscc}
          value={evidence}
          onValue={setEvidence}
          fault={faultAt(propose.error, "evidence")}
          required
        />
        <p className="office-actions">
          <button type="submit" className="button primary" disabled={propose.isPending}>
            {propose.isPending ? "正在提交……" : "提交核对"}
          </button>
        </p>
      </form>
    </section>
  );
}
