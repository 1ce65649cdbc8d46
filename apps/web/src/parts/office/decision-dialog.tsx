/** Passing something, or not: what is decided can't be taken back, and a refusal says why. */
import { type ReactNode, useState } from "react";
import { Choice } from "./choice.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { faultAt } from "./field.tsx";
import { WordsField } from "./words-field.tsx";

export interface Decision {
  readonly confirm: boolean;
  readonly reason?: string;
}

export interface DecisionDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onDecide: (decision: Decision) => void;
  readonly onClose: () => void;
}

const VERDICTS = [
  { value: "yes", label: "通过" },
  { value: "no", label: "不予通过" },
];

export function DecisionDialog({ title, children, pending, error, onDecide, onClose }: DecisionDialogProps) {
  const [verdict, setVerdict] = useState("yes");
  const [reason, setReason] = useState("");
  const refuses = verdict === "no";
  return (
    <ConfirmDialog
      title={title}
      does={refuses ? "不予通过" : "通过"}
      pending={pending}
      error={error}
      onConfirm={() => onDecide(refuses ? { confirm: false, reason } : { confirm: true })}
      onClose={onClose}
    >
      {children}
      <Choice label="核对结果" value={verdict} onValue={setVerdict} options={VERDICTS} />
      {refuses && (
        <WordsField
          label="理由"
          hint="提出的人会看到。"
          value={reason}
          onValue={setReason}
          fault={faultAt(error, "reason")}
          maxLength={500}
          required
        />
      )}
    </ConfirmDialog>
  );
}
