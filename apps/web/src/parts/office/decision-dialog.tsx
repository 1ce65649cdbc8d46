/** Passing something, or not: what is decided can't be taken back, and a refusal says why. */
import type { ReactNode } from "react";
import { Choice } from "./choice.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { useForm } from "./use-form.ts";
import { WordsField } from "./words-field.tsx";

export interface Decision {
  readonly confirm: boolean;
  readonly reason?: string;
}

export interface DecisionDialogProps {
  /** What is decided, such as "claim 17". */
  readonly place: string;
  readonly title: string;
  readonly children: ReactNode;
  readonly decide: (decision: Decision) => Promise<unknown>;
  readonly onDecided: (decision: Decision) => unknown;
  readonly onClose: () => void;
}

const VERDICTS = [
  { value: "yes", label: "通过" },
  { value: "no", label: "不予通过" },
];

const decisionOf = ({ verdict, reason }: { readonly verdict: string; readonly reason: string }): Decision =>
  verdict === "no" ? { confirm: false, reason } : { confirm: true };

export function DecisionDialog({ place, title, children, decide, onDecided, onClose }: DecisionDialogProps) {
  const { form, field, frame } = useForm({
    place: `decide ${place}`,
    empty: { verdict: "yes", reason: "" },
    send: (one) => decide(decisionOf(one)),
    onSent: async (_, sent) => {
      await onDecided(decisionOf(sent));
      onClose();
    },
  });
  const refuses = form.verdict === "no";
  return (
    <ConfirmDialog title={title} does={refuses ? "不予通过" : "通过"} {...frame} onClose={onClose}>
      {children}
      <Choice label="核对结果" {...field("verdict")} options={VERDICTS} />
      {refuses && <WordsField label="理由" hint="提出的人会看到。" {...field("reason")} maxLength={500} required />}
    </ConfirmDialog>
  );
}
