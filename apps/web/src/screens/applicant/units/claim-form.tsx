/** Claiming a unit as its legal representative: its code, its name as registered, its town, the licence. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { FileField, type SentFile } from "../../../parts/office/file-field.tsx";
import { say } from "../../../parts/office/said.tsx";
import { TownChoice } from "../../../parts/office/town-choice.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useKept } from "../../../parts/office/use-kept.ts";
import { OWN_CLAIMS } from "./own-claims.tsx";

export function ClaimForm() {
  const { form, set, forget } = useKept("claim", { uscc: "", name: "", town: "" });
  const { uscc, name, town } = form;
  const [licence, setLicence] = useState<SentFile | null>(null);
  const claim = useClaim(() => {
    forget();
    setLicence(null);
    say("已提交，请等待核对；结果在“我的认领”里。");
  });
  const send = (evidence: string) => claim.mutate({ uscc, name, evidence, ...(town === "" ? {} : { territory: town }) });
  return (
    <section className="office-card" aria-labelledby="claim">
      <h2 id="claim">以法定代表人身份认领单位</h2>
      <p className="office-lead">提交后由所在镇（街道）或工信部门核对，通过后即可办理，并可邀请经办人和代理机构人员。</p>
      <TroubleNotice error={claim.error} />
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (licence !== null) send(licence.id);
        }}
      >
        <Field
          label="统一社会信用代码"
          value={uscc}
          onValue={(text) => set({ uscc: text.trim().toUpperCase() })}
          fault={faultAt(claim.error, "uscc")}
          autoComplete="off"
          maxLength={18}
          required
        />
        <Field
          label="单位名称"
          hint="与营业执照逐字相同。"
          value={name}
          onValue={(text) => set({ name: text })}
          fault={faultAt(claim.error, "name")}
          autoComplete="organization"
          maxLength={120}
          required
        />
        <TownChoice
          label="所在镇（街道）"
          none="不清楚"
          value={town}
          onValue={(one) => set({ town: one })}
          fault={faultAt(claim.error, "territory")}
        />
        <FileField label="营业执照" value={licence} onValue={setLicence} fault={faultAt(claim.error, "evidence")} required />
        <p className="office-actions">
          <button type="submit" className="button primary" disabled={claim.isPending}>
            {claim.isPending ? "正在提交……" : "提交认领"}
          </button>
        </p>
      </form>
    </section>
  );
}

interface Claim {
  readonly uscc: string;
  readonly name: string;
  readonly evidence: string;
  readonly territory?: string;
}

function useClaim(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Claim) => answered(server.POST("/api/office/unit-claims", { body })),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: OWN_CLAIMS });
    },
  });
}
