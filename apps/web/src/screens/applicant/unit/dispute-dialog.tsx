/** Disputing what an office supplied: why it is wrong, and what proves it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { faultAt } from "../../../parts/office/field.tsx";
import { FileField, type SentFile } from "../../../parts/office/file-field.tsx";
import { say } from "../../../parts/office/said.tsx";
import type { Declared } from "../../../parts/office/use-declared.ts";
import { DISPUTES } from "../../../parts/office/use-disputes.ts";
import { useKept } from "../../../parts/office/use-kept.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

export interface DisputeDialogProps {
  readonly uscc: string;
  readonly of: Declared;
  readonly year: number;
  readonly onClose: () => void;
}

export function DisputeDialog({ uscc, of, year, onClose }: DisputeDialogProps) {
  const { form, set, forget } = useKept(`dispute ${uscc} ${of.id} ${year}`, { reason: "" });
  const { reason } = form;
  const [evidence, setEvidence] = useState<SentFile | null>(null);
  const queries = useQueryClient();
  const dispute = useMutation({
    mutationFn: (file: string) => {
      const body = { fact: of.id, year, reason, evidence: file };
      return answered(server.POST("/api/office/units/{uscc}/disputes", { params: { path: { uscc } }, body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: DISPUTES });
      forget();
      say("已提出异议，处理后会收到消息。");
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`对${of.label}（${year} 年度）提出异议`}
      does="提出异议"
      pending={dispute.isPending}
      error={dispute.error}
      onConfirm={() => evidence !== null && dispute.mutate(evidence.id)}
      onClose={onClose}
    >
      <WordsField
        label="哪里有误，应当是什么"
        value={reason}
        onValue={(words) => set({ reason: words })}
        fault={faultAt(dispute.error, "reason")}
        maxLength={2000}
        required
      />
      <FileField
        label="证明材料"
        uscc={uscc}
        value={evidence}
        onValue={setEvidence}
        fault={faultAt(dispute.error, "evidence")}
        required
      />
    </ConfirmDialog>
  );
}
