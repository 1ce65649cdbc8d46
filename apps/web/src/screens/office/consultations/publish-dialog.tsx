/** Publishing a question with its answer in words for everybody, and taking them back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import type { Consultation } from "../../../parts/office/consultation-card.tsx";
import { faultAt } from "../../../parts/office/field.tsx";
import { say } from "../../../parts/office/said.tsx";
import { CONSULTATIONS } from "../../../parts/office/use-consultations.ts";
import { useKept } from "../../../parts/office/use-kept.ts";
import { WordsField } from "../../../parts/office/words-field.tsx";

export interface PublishDialogProps {
  readonly of: Consultation;
  readonly onClose: () => void;
}

const ADDRESS = "/api/office/consultations/{id}/publication";

export function PublishDialog({ of, onClose }: PublishDialogProps) {
  const { form, set, forget } = useKept(`publish ${of.id}`, {
    question: of.publicQuestion ?? of.question,
    answer: of.publicAnswer ?? of.answer ?? "",
  });
  const { question, answer } = form;
  const queries = useQueryClient();
  const publish = useMutation({
    mutationFn: () => answered(server.PUT(ADDRESS, { params: { path: { id: of.id } }, body: { question, answer } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: CONSULTATIONS });
      forget();
      say("已公开，显示在政策页面上。");
      onClose();
    },
  });
  const field = { maxLength: 4000, required: true };
  return (
    <ConfirmDialog
      title="公开问答"
      does="公开"
      pending={publish.isPending}
      error={publish.error}
      onConfirm={() => publish.mutate()}
      onClose={onClose}
    >
      <p>人人可见。请写成公众读的样子，删去能认出提问人的内容。</p>
      <WordsField
        label="问"
        value={question}
        onValue={(words) => set({ question: words })}
        fault={faultAt(publish.error, "question")}
        {...field}
      />
      <WordsField
        label="答"
        value={answer}
        onValue={(words) => set({ answer: words })}
        fault={faultAt(publish.error, "answer")}
        {...field}
      />
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
      onConfirm={() => withdraw.mutate()}
      onClose={onClose}
    >
      <p>公众不再看到这条问答；给提问人的答复不变。写好的公开文字不保留。</p>
    </ConfirmDialog>
  );
}
