/** Takes the latest version back, for a reason that is kept; says beforehand what will be in force then. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { Field } from "../../../parts/office/field.tsx";
import { periodWords } from "../../../parts/office/period-words.ts";
import { useForm } from "../../../parts/office/use-form.ts";
import { type FamilyKind, REGISTERS, type Version } from "../../../parts/office/use-register-kinds.ts";

export interface UndoDialogProps {
  readonly kind: FamilyKind;
  readonly version: Version;
  readonly onClose: () => void;
  readonly onUndone: () => void;
}

export function UndoDialog({ kind, version, onClose, onUndone }: UndoDialogProps) {
  const queries = useQueryClient();
  const { form, field, frame } = useForm({
    place: `undo ${version.id}`,
    empty: { reason: "" },
    send: (body) =>
      answered(
        server.POST(`/api/office/${kind.place.root}/versions/{id}/undo`, { params: { path: { id: version.id } }, body }),
        // Also where somebody was quicker: what is shown is then out of date.
      ).finally(() => queries.invalidateQueries({ queryKey: REGISTERS })),
    onSent: onUndone,
  });
  const short = form.reason.trim().length < 2;
  return (
    <ConfirmDialog
      title={`撤销 ${periodWords(version.period)}第 ${version.number} 版？`}
      does="撤销这一版"
      doing="正在撤销……"
      {...frame}
      onClose={onClose}
      closes="不撤销"
    >
      <p>
        {kind.title}的这一版（{version.rowCount} 行）不再有效，它以前的一版重新有效；没有前一版的，这一
        {kind.period === "year" ? "年度" : "截至日"}
        就没有名单。撤销了的版本仍可查看。
      </p>
      <Field
        label="理由"
        {...field("reason")}
        maxLength={500}
        hint="记入操作记录，各版列表里也看得到"
        wrong={short ? "请写明撤销的理由，至少两个字。" : null}
      />
    </ConfirmDialog>
  );
}
