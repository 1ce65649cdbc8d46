/** Settling one dispute: upheld with what is right, or rejected; either way the unit reads why. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import type { Dispute } from "../../../parts/office/dispute-list.tsx";
import { EMPTY_DRAFT, FactInput, rawOf } from "../../../parts/office/fact-input.tsx";
import { factWords } from "../../../parts/office/fact-words.ts";
import { say } from "../../../parts/office/said.tsx";
import type { Declared } from "../../../parts/office/use-declared.ts";
import { DISPUTES } from "../../../parts/office/use-disputes.ts";
import { enterpriseKey } from "../../../parts/office/use-enterprise.ts";
import { useForm } from "../../../parts/office/use-form.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

export interface SettleDialogProps {
  readonly dispute: Dispute;
  readonly declared: Declared;
  readonly onClose: () => void;
}

const VERDICTS = [
  { value: "rejected", label: "不成立" },
  { value: "upheld", label: "成立，更正数据" },
];

export function SettleDialog({ dispute, declared, onClose }: SettleDialogProps) {
  const queries = useQueryClient();
  const { form, field, frame } = useForm({
    place: `settle ${dispute.id}`,
    empty: { verdict: "rejected", answer: "", correction: EMPTY_DRAFT },
    send: ({ verdict, answer, correction }) => {
      const body =
        verdict === "upheld"
          ? { verdict: "upheld" as const, answer, correction: rawOf(declared.type, correction) }
          : { verdict: "rejected" as const, answer };
      return answered(server.POST("/api/office/disputes/{id}/settlement", { params: { path: { id: dispute.id } }, body }));
    },
    onSent: async (_, { verdict }) => {
      await queries.invalidateQueries({ queryKey: DISPUTES });
      await queries.invalidateQueries({ queryKey: enterpriseKey(dispute.uscc) });
      say(verdict === "upheld" ? "异议成立，数据已更正。" : "异议不成立，单位会收到答复。");
      onClose();
    },
  });
  const upheld = form.verdict === "upheld";
  return (
    <ConfirmDialog title={`处理${dispute.name}的异议`} does={upheld ? "成立，更正" : "不成立"} {...frame} onClose={onClose}>
      <p>
        {declared.label}（{dispute.year} 年度）部门数据：{factWords(declared.type, dispute.disputed)}。异议：{dispute.reason}
      </p>
      <Choice label="处理" {...field("verdict")} options={VERDICTS} />
      {upheld && <FactInput label="更正后的数据" kind={declared.type} {...field("correction")} />}
      <WordsField label="答复" hint="单位会看到。" {...field("answer")} maxLength={2000} required />
    </ConfirmDialog>
  );
}
