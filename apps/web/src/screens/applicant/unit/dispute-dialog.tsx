/** Disputing what an office supplied: why it is wrong, and what proves it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { faultAt } from "../../../parts/office/field.tsx";
import { FileField, type SentFile } from "../../../parts/office/file-field.tsx";
import type { Declared } from "../../../parts/office/use-declared.ts";
import { DISPUTES } from "../../../parts/office/use-disputes.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

export interface DisputeDialogProps {
  readonly uscc: string;
  readonly of: Declared;
  readonly year: number;
  readonly onClose: () => void;
}

export function DisputeDialog({ uscc, of, year, onClose }: DisputeDialogProps) {
  const [reason, setReason] = useState("");
  const [evidence, setEvidence] = useState<SentFile | null>(null);
  const [missing, setMissing] = useState(false);
  const queries = useQueryClient();
  const dispute = useMutation({
    mutationFn: (file: string) => {
      const body = { fact: of.id, year, reason, evidence: file };
      return answered(server.POST("/api/office/units/{uscc}/disputes", { params: { path: { uscc } }, body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: DISPUTES });
      onClose();
    },
  });
  const send = () => {
    setMissing(evidence === null);
    if (evidence !== null) dispute.mutate(evidence.id);
  };
  return (
    <ConfirmDialog
      title={`对${of.label}（${year} 年）提出异议`}
      does="提出异议"
      pending={dispute.isPending}
      error={dispute.error}
      onConfirm={send}
      onClose={onClose}
    >
      <WordsField
        label="哪里有误，应当是什么"
        value={reason}
        onValue={setReason}
        fault={faultAt(dispute.error, "reason")}
        maxLength={2000}
        required
      />
      <FileField
        label="证明材料"
        uscc={uscc}
        value={evidence}
        onValue={setEvidence}
        fault={missing && evidence === null ? "没有上传证明材料" : faultAt(dispute.error, "evidence")}
      />
    </ConfirmDialog>
  );
}
