/** Stating one fact of one year, with evidence where there is some. What was stated before is kept. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { EMPTY_DRAFT, FactInput, rawOf } from "../../../parts/office/fact-input.tsx";
import { faultAt } from "../../../parts/office/field.tsx";
import { FileField, type SentFile } from "../../../parts/office/file-field.tsx";
import { say } from "../../../parts/office/said.tsx";
import type { Declared } from "../../../parts/office/use-declared.ts";
import { enterpriseKey } from "../../../parts/office/use-enterprise.ts";

export interface StateDialogProps {
  readonly uscc: string;
  readonly of: Declared;
  readonly year: number;
  readonly onClose: () => void;
}

export function StateDialog({ uscc, of, year, onClose }: StateDialogProps) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [evidence, setEvidence] = useState<SentFile | null>(null);
  const queries = useQueryClient();
  const state = useMutation({
    mutationFn: () => {
      const body = { fact: of.id, year, value: rawOf(of.type, draft), ...(evidence && { evidence: evidence.id }) };
      return answered(server.POST("/api/office/units/{uscc}/facts", { params: { path: { uscc } }, body }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: enterpriseKey(uscc) });
      say(`已填报${of.label}（${year} 年度）。`);
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={`填报${of.label}（${year} 年度）`}
      does="填报"
      pending={state.isPending}
      error={state.error}
      onConfirm={() => state.mutate()}
      onClose={onClose}
    >
      <FactInput label={of.label} kind={of.type} value={draft} onValue={setDraft} fault={faultAt(state.error, "value")} />
      <FileField
        label="证明材料（可以不传）"
        hint={of.evidence}
        uscc={uscc}
        value={evidence}
        onValue={setEvidence}
        fault={faultAt(state.error, "evidence")}
      />
    </ConfirmDialog>
  );
}
