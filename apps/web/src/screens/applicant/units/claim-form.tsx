/** Claiming a unit as its legal representative: its code, its name as registered, its town, the licence. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { Field } from "../../../parts/office/field.tsx";
import { FileField, NO_FILE } from "../../../parts/office/file-field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { say } from "../../../parts/office/said.tsx";
import { TownChoice } from "../../../parts/office/town-choice.tsx";
import { useForm } from "../../../parts/office/use-form.ts";
import { OWN_CLAIMS } from "./own-claims.tsx";

export function ClaimForm() {
  const queries = useQueryClient();
  const { set, field, frame } = useForm({
    place: "claim",
    empty: { uscc: "", name: "", territory: "", evidence: NO_FILE },
    send: ({ uscc, name, territory, evidence }) => {
      const body = { uscc, name, evidence: evidence.id, ...(territory !== "" && { territory }) };
      return answered(server.POST("/api/office/unit-claims", { body }));
    },
    onSent: async () => {
      say("已提交，请等待核对；结果在“我的认领”里。");
      await queries.invalidateQueries({ queryKey: OWN_CLAIMS });
    },
  });
  return (
    <OfficeForm
      title="以法定代表人身份认领单位"
      lead="提交后由所在镇（街道）或工信部门核对，通过后即可办理，并可邀请经办人和代理机构人员。"
      does="提交认领"
      doing="正在提交……"
      {...frame}
    >
      <Field
        label="统一社会信用代码"
        {...field("uscc")}
        onValue={(text) => set({ uscc: text.trim().toUpperCase() })}
        autoComplete="off"
        maxLength={18}
        required
      />
      <Field
        label="单位名称"
        hint="与营业执照逐字相同。"
        {...field("name")}
        autoComplete="organization"
        maxLength={120}
        required
      />
      <TownChoice label="所在镇（街道）" none="不清楚" {...field("territory")} />
      <FileField label="营业执照" {...field("evidence")} required />
    </OfficeForm>
  );
}
