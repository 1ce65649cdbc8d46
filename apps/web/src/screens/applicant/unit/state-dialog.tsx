/** Stating one fact of one year, with evidence where there is some. What was stated before is kept. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { EMPTY_DRAFT, FactInput, rawOf } from "../../../parts/office/fact-input.tsx";
import { FileField, NO_FILE } from "../../../parts/office/file-field.tsx";
import { say } from "../../../parts/office/said.tsx";
import type { Declared } from "../../../parts/office/use-declared.ts";
import { enterpriseKey } from "../../../parts/office/use-enterprise.ts";
import { useForm } from "../../../parts/office/use-form.ts";

export interface StateDialogProps {
  readonly uscc: string;
  readonly of: Declared;
  readonly year: number;
  readonly onClose: () => void;
}

export function StateDialog({ uscc, of, year, onClose }: StateDialogProps) {
  const queries = useQueryClient();
  const { field, frame } = useForm({
    place: `state ${uscc} ${of.id} ${year}`,
    empty: { value: EMPTY_DRAFT, evidence: NO_FILE },
    send: ({ value, evidence }) => {
      const proof = evidence.id === "" ? {} : { evidence: evidence.id };
      const body = { fact: of.id, year, value: rawOf(of.type, value), ...proof };
      return answered(server.POST("/api/office/units/{uscc}/facts", { params: { path: { uscc } }, body }));
    },
    onSent: async () => {
      await queries.invalidateQueries({ queryKey: enterpriseKey(uscc) });
      say(`已填报${of.label}（${year} 年度）。`);
      onClose();
    },
  });
  return (
    <ConfirmDialog title={`填报${of.label}（${year} 年度）`} does="填报" {...frame} onClose={onClose}>
      <FactInput label={of.label} kind={of.type} {...field("value")} />
      <FileField label="证明材料（可以不传）" hint={of.evidence} uscc={uscc} {...field("evidence")} />
    </ConfirmDialog>
  );
}
