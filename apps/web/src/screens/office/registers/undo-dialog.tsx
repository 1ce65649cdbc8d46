/** Takes the latest version back, for a reason that is kept; says beforehand what will be in force then. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Dialog } from "../../../parts/office/dialog.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { periodWords } from "../../../parts/office/period-words.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { type FamilyKind, REGISTERS, type Version } from "../../../parts/office/use-register-kinds.ts";

export interface UndoDialogProps {
  readonly kind: FamilyKind;
  readonly version: Version;
  readonly onClose: () => void;
  readonly onUndone: () => void;
}

export function UndoDialog({ kind, version, onClose, onUndone }: UndoDialogProps) {
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () =>
      answered(
        server.POST(`/api/office/${kind.place.root}/versions/{id}/undo`, {
          params: { path: { id: version.id } },
          body: { reason },
        }),
      ),
    onSuccess: onUndone,
    // Also where somebody was quicker: what is shown is then out of date.
    onSettled: () => queries.invalidateQueries({ queryKey: REGISTERS }),
  });
  return (
    <Dialog title={`撤销 ${periodWords(version.period)}第 ${version.number} 版？`} onClose={onClose}>
      <p>
        {kind.title}的这一版（{version.rowCount} 行）不再有效，它以前的一版重新有效；没有前一版的，这一
        {kind.period === "year" ? "年度" : "截至日"}
        就没有名单。撤销了的版本仍可查看。
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const short = reason.trim().length < 2;
          setFault(short ? "请写明撤销的理由，至少两个字。" : null);
          if (!short) undo.mutate();
        }}
      >
        <Field
          label="理由"
          value={reason}
          onValue={setReason}
          maxLength={500}
          hint="记入操作记录，各版列表里也看得到"
          fault={fault ?? faultAt(undo.error, "reason")}
        />
        {undo.error !== null && <TroubleNotice error={undo.error} />}
        <div className="office-actions">
          <button type="submit" className="button primary" disabled={undo.isPending}>
            {undo.isPending ? "正在撤销……" : "撤销这一版"}
          </button>
          <button type="button" className="button" onClick={onClose}>
            不撤销
          </button>
        </div>
      </form>
    </Dialog>
  );
}
