/** Publishing a question with its answer in words for everybody, and taking them back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import type { Consultation } from "../../../parts/office/consultation-card.tsx";
import { say } from "../../../parts/office/said.tsx";
import { CONSULTATIONS } from "../../../parts/office/use-consultations.ts";
import { useForm } from "../../../parts/office/use-form.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

export interface PublishDialogProps {
  readonly of: Consultation;
  readonly onClose: () => void;
}

const ADDRESS = "/api/office/consultations/{id}/publication";

export function PublishDialog({ of, onClose }: PublishDialogProps) {
  const queries = useQueryClient();
  const { field, frame } = useForm({
    place: `publish ${of.id}`,
    empty: { question: of.publicQuestion ?? of.question, answer: of.publicAnswer ?? of.answer ?? "" },
    send: (body) => answered(server.PUT(ADDRESS, { params: { path: { id: of.id } }, body })),
    onSent: async () => {
      await queries.invalidateQueries({ queryKey: CONSULTATIONS });
      say("已公开，显示在政策页面上。");
      onClose();
    },
  });
  const words = { maxLength: 4000, required: true };
  return (
    <ConfirmDialog title="公开问答" does="公开" {...frame} onClose={onClose}>
      <p>人人可见。请写成公众读的样子，删去能认出提问人的内容。</p>
      <WordsField label="问" missing="请写公开的问题。" {...words} {...field("question")} />
      <WordsField label="答" missing="请写公开的答复。" {...words} {...field("answer")} />
    </ConfirmDialog>
  );
}

export function WithdrawDialog({ of, onClose }: PublishDialogProps) {
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => answered(server.DELETE(ADDRESS, { params: { path: { id: of.id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: CONSULTATIONS });
      say("已撤下，公众不再看到。");
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title="撤下公开的问答？"
      does="撤下"
      pending={withdraw.isPending}
      error={withdraw.error}
      onSend={() => withdraw.mutate()}
      onClose={onClose}
    >
      <p>公众不再看到这条问答；给提问人的答复不变。公开过的文字留在以前的文字里，只有答复的人看得到。</p>
    </ConfirmDialog>
  );
}
