/** Answering one question, or bettering an answer that isn't published. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import type { Consultation } from "../../../parts/office/consultation-card.tsx";
import { faultAt } from "../../../parts/office/field.tsx";
import { say } from "../../../parts/office/said.tsx";
import { CONSULTATIONS } from "../../../parts/office/use-consultations.ts";
import { useKept } from "../../../parts/office/use-kept.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

export interface AnswerDialogProps {
  readonly of: Consultation;
  readonly onClose: () => void;
}

export function AnswerDialog({ of, onClose }: AnswerDialogProps) {
  const { form, set, forget } = useKept(`answer ${of.id}`, { answer: of.answer ?? "" });
  const { answer } = form;
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () =>
      answered(server.PUT("/api/office/consultations/{id}/answer", { params: { path: { id: of.id } }, body: { answer } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: CONSULTATIONS });
      forget();
      say("已答复，提问人会收到消息。");
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title="答复咨询"
      does="答复"
      pending={send.isPending}
      error={send.error}
      onConfirm={() => send.mutate()}
      onClose={onClose}
    >
      <p className="office-words">问：{of.question}</p>
      <WordsField
        label="答复"
        hint="提问人会看到。"
        value={answer}
        onValue={(words) => set({ answer: words })}
        fault={faultAt(send.error, "answer")}
        maxLength={4000}
        required
      />
    </ConfirmDialog>
  );
}
