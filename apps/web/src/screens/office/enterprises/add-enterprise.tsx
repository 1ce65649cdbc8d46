/** Putting an enterprise on file: its code, its name as registered, and its town, where that is known. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { Field } from "../../../parts/office/field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { TownChoice } from "../../../parts/office/town-choice.tsx";
import { useForm } from "../../../parts/office/use-form.ts";

export function AddEnterprise({ onClose }: { readonly onClose: () => void }) {
  const go = useNavigate();
  const queries = useQueryClient();
  const { field, frame } = useForm({
    place: "add-enterprise",
    empty: { uscc: "", name: "", territory: "" },
    send: ({ uscc, name, territory }) => {
      const body = { uscc: uscc.trim(), name: name.trim(), territory: territory === "" ? null : territory };
      return answered(server.POST("/api/office/enterprises", { body }));
    },
    onSent: async ({ uscc }) => {
      await queries.invalidateQueries({ queryKey: ["enterprises"] });
      await go(`/enterprises/${uscc}`);
    },
  });
  return (
    <OfficeForm title="为企业建档" does="建档" doing="正在建档……" {...frame} onClose={onClose} closes="不了">
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
    </OfficeForm>
  );
}
