/** Supplying one fact of one year on an office's word: from which document, with evidence where there is some. What was said before is kept. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { EMPTY_DRAFT, FactInput, rawOf } from "../../../parts/office/fact-input.tsx";
import type { Standing } from "../../../parts/office/fact-table.tsx";
import { factWords } from "../../../parts/office/fact-words.ts";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { FileField, type SentFile } from "../../../parts/office/file-field.tsx";
import { isoDayOf } from "../../../parts/office/moment.ts";
import type { Declared } from "../../../parts/office/use-declared.ts";
import { enterpriseKey } from "../../../parts/office/use-enterprise.ts";

export interface SupplyDialogProps {
  readonly uscc: string;
  readonly facts: readonly Standing[];
  readonly declared: ReadonlyMap<string, Declared>;
  readonly onClose: () => void;
}

export function SupplyDialog({ uscc, facts, declared, onClose }: SupplyDialogProps) {
  const all = [...declared.values()].sort((a, b) => Number(a.byUnit) - Number(b.byUnit));
  const [fact, setFact] = useState(all[0]?.id ?? "");
  const [year, setYear] = useState(isoDayOf(new Date().toISOString()).slice(0, 4));
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [basis, setBasis] = useState("");
  const [evidence, setEvidence] = useState<SentFile | null>(null);
  const of = declared.get(fact);
  const supply = useSupply(uscc, onClose);
  if (of === undefined) return null;
  return (
    <ConfirmDialog
      title="登记部门数据"
      does="登记"
      pending={supply.isPending}
      error={supply.error}
      beside={["fact", "year", "value", "basis", "evidence"]}
      onConfirm={() =>
        supply.mutate({
          ...{ fact: of.id, year: Number(year), value: rawOf(of.type, draft), basis },
          ...(evidence && { evidence: evidence.id }),
        })
      }
      onClose={onClose}
    >
      <Choice
        label="哪一项"
        value={fact}
        onValue={(next) => {
          setFact(next);
          setDraft(EMPTY_DRAFT);
        }}
        options={all.map(({ id, label, source }) => ({ value: id, label: `${label}（${source}）` }))}
        fault={faultAt(supply.error, "fact")}
      />
      <Field
        label="年度"
        value={year}
        onValue={setYear}
        inputMode="numeric"
        pattern="\d{4}"
        maxLength={4}
        fault={faultAt(supply.error, "year")}
        required
      />
      <WhatStands of={of} standing={facts.find((one) => one.fact === fact && String(one.year) === year)} />
      <FactInput label={of.label} kind={of.type} value={draft} onValue={setDraft} fault={faultAt(supply.error, "value")} />
      <Field
        label="依据"
        hint="文号或文件名称，单位看得到。"
        value={basis}
        onValue={setBasis}
        maxLength={200}
        fault={faultAt(supply.error, "basis")}
        required
      />
      <FileField
        label="证明材料（可以不传）"
        hint={of.evidence}
        uscc={uscc}
        value={evidence}
        onValue={setEvidence}
        fault={faultAt(supply.error, "evidence")}
      />
    </ConfirmDialog>
  );
}

function WhatStands({ of, standing }: { readonly of: Declared; readonly standing: Standing | undefined }) {
  return (
    <p className="office-hint" role="status">
      {standing === undefined
        ? "档案里还没有这一年度的这项数据。"
        : `现在是：${factWords(of.type, standing.current.value)}。登记以后以新的为准，原来的记载仍然保留。`}
    </p>
  );
}

interface Supplied {
  readonly fact: string;
  readonly year: number;
  readonly value: unknown;
  readonly basis: string;
  readonly evidence?: string;
}

function useSupply(uscc: string, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Supplied) =>
      answered(server.POST("/api/office/enterprises/{uscc}/facts", { params: { path: { uscc } }, body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: enterpriseKey(uscc) });
      onDone();
    },
  });
}
