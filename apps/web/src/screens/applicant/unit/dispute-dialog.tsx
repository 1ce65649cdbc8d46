/** Disputing what an office supplied: why it is wrong, and what proves it. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { FileField, NO_FILE } from "../../../parts/office/file-field.tsx";
import { say } from "../../../parts/office/said.tsx";
import type { Declared } from "../../../parts/office/use-declared.ts";
import { DISPUTES } from "../../../parts/office/use-disputes.ts";
import { useForm } from "../../../parts/office/use-form.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

export interface DisputeDialogProps {
  readonly uscc: string;
  readonly of: Declared;
  readonly year: number;
  readonly onClose: () => void;
}

export function DisputeDialog({ uscc, of, year, onClose }: DisputeDialogProps) {
  const queries = useQueryClient();
  const { field, frame } = useForm({
    place: `dispute ${uscc} ${of.id} ${year}`,
    empty: { reason: "", evidence: NO_FILE },
    send: ({ reason, evidence }) => {
      const body = { fact: of.id, year, reason, evidence: evidence.id };
      return answered(server.POST("/api/office/units/{uscc}/disputes", { params: { path: { uscc } }, body }));
    },
    onSent: async () => {
      await queries.invalidateQueries({ queryKey: DISPUTES });
      say("已提出异议，处理后会收到消息。");
      onClose();
    },
  });
  return (
    <ConfirmDialog title={`对${of.label}（${year} 年度）提出异议`} does="提出异议" {...frame} onClose={onClose}>
      <WordsField
        label="哪里有误，应当是什么"
        missing="请写明哪里有误、应当是什么。"
        {...field("reason")}
        maxLength={2000}
        required
      />
      <FileField label="证明材料" uscc={uscc} {...field("evidence")} required />
    </ConfirmDialog>
  );
}
