/** Putting an enterprise on file: its code, its name as registered, and its town, where that is known. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { TownChoice } from "../../../parts/office/town-choice.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";

const EMPTY = { uscc: "", name: "", territory: "" };
const FIELDS = Object.keys(EMPTY);

export function AddEnterprise({ onClose }: { readonly onClose: () => void }) {
  const [form, setForm] = useState(EMPTY);
  const go = useNavigate();
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: () => {
      const body = { uscc: form.uscc.trim(), name: form.name.trim(), territory: form.territory === "" ? null : form.territory };
      return answered(server.POST("/api/office/enterprises", { body }));
    },
    onSuccess: async ({ uscc }) => {
      await queries.invalidateQueries({ queryKey: ["enterprises"] });
      await go(`/enterprises/${uscc}`);
    },
  });
  const field = (key: keyof typeof EMPTY) => ({
    value: form[key],
    onValue: (value: string) => setForm({ ...form, [key]: value }),
    fault: faultAt(add.error, key),
  });
  return (
    <section className="office-card" aria-labelledby="add-enterprise">
      <h2 id="add-enterprise">为企业建档</h2>
      <form
        className="office-form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TroubleNotice error={add.error} beside={FIELDS} />
        <Field
          label="统一社会信用代码"
          hint="18 位，照营业执照填写；建档以后不能改。"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          {...field("uscc")}
        />
        <Field
          label="单位名称"
          hint="照营业执照填写；以后变更的，登记更名。"
          autoComplete="off"
          maxLength={120}
          required
          {...field("name")}
        />
        <TownChoice label="所在镇（街道）" none="还不知道，以后登记迁移时补" {...field("territory")} />
        <div className="office-actions">
          <button type="submit" className="button primary" disabled={add.isPending}>
            {add.isPending ? "正在建档……" : "建档"}
          </button>
          <button type="button" className="button" onClick={onClose}>
            不了
          </button>
        </div>
      </form>
    </section>
  );
}
