/** Settling one dispute: upheld with what is right, or rejected; either way the unit reads why. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import type { Dispute } from "../../../parts/office/dispute-list.tsx";
import { EMPTY_DRAFT, FactInput, rawOf } from "../../../parts/office/fact-input.tsx";
import { factWords } from "../../../parts/office/fact-words.ts";
import { faultAt } from "../../../parts/office/field.tsx";
import { say } from "../../../parts/office/said.tsx";
import type { Declared } from "../../../parts/office/use-declared.ts";
import { DISPUTES } from "../../../parts/office/use-disputes.ts";
import { enterpriseKey } from "../../../parts/office/use-enterprise.ts";
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
  const [verdict, setVerdict] = useState("rejected");
  const [answer, setAnswer] = useState("");
  const [right, setRight] = useState(EMPTY_DRAFT);
  const queries = useQueryClient();
  const upheld = verdict === "upheld";
  const settle = useMutation({
    mutationFn: () => {
      const body = upheld
        ? { verdict: "upheld" as const, answer, correction: rawOf(declared.type, right) }
        : { verdict: "rejected" as const, answer };
      return answered(server.POST("/api/office/disputes/{id}/settlement", { params: { path: { id: dispute.id } }, body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: DISPUTES });
      await queries.invalidateQueries({ queryKey: enterpriseKey(dispute.uscc) });
      say(upheld ? "异议成立，数据已更正。" : "异议不成立，单位会收到答复。");
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`处理${dispute.name}的异议`}
      does={upheld ? "成立，更正" : "不成立"}
      pending={settle.isPending}
      error={settle.error}
      onConfirm={() => settle.mutate()}
      onClose={onClose}
    >
      <p>
        {declared.label}（{dispute.year} 年度）部门数据：{factWords(declared.type, dispute.disputed)}。异议：{dispute.reason}
      </p>
      <Choice label="处理" value={verdict} onValue={setVerdict} options={VERDICTS} />
      {upheld && (
        <FactInput
          label="更正后的数据"
          kind={declared.type}
          value={right}
          onValue={setRight}
          fault={faultAt(settle.error, "correction")}
        />
      )}
      <WordsField
        label="答复"
        hint="单位会看到。"
        value={answer}
        onValue={setAnswer}
        fault={faultAt(settle.error, "answer")}
        maxLength={2000}
        required
      />
    </ConfirmDialog>
  );
}
