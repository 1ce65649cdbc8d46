/** Answering one question, or bettering an answer that isn't published. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import type { Consultation } from "../../../parts/office/consultation-card.tsx";
import { say } from "../../../parts/office/said.tsx";
import { CONSULTATIONS } from "../../../parts/office/use-consultations.ts";
import { useForm } from "../../../parts/office/use-form.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

export interface AnswerDialogProps {
  readonly of: Consultation;
  readonly onClose: () => void;
}

export function AnswerDialog({ of, onClose }: AnswerDialogProps) {
  const queries = useQueryClient();
  const { field, frame } = useForm({
    place: `answer ${of.id}`,
    empty: { answer: of.answer ?? "" },
    send: (body) => answered(server.PUT("/api/office/consultations/{id}/answer", { params: { path: { id: of.id } }, body })),
    onSent: async () => {
      await queries.invalidateQueries({ queryKey: CONSULTATIONS });
      say("已答复，提问人会收到消息。");
      onClose();
    },
  });
  return (
    <ConfirmDialog title="答复咨询" does="答复" {...frame} onClose={onClose}>
      <p className="office-words">问：{of.question}</p>
      <WordsField label="答复" hint="提问人会看到。" {...field("answer")} maxLength={4000} required />
    </ConfirmDialog>
  );
}
