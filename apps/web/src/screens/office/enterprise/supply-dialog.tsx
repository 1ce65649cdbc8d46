/** Supplying one fact of one year on an office's word: from which document, with evidence where there is some. What was said before is kept. */
import { useQueryClient } from "@tanstack/react-query";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { ConfirmDialog } from "../../../parts/office/confirm-dialog.tsx";
import { EMPTY_DRAFT, FactInput, rawOf } from "../../../parts/office/fact-input.tsx";
import type { Standing } from "../../../parts/office/fact-table.tsx";
import { factWords } from "../../../parts/office/fact-words.ts";
import { Field } from "../../../parts/office/field.tsx";
import { FileField, NO_FILE } from "../../../parts/office/file-field.tsx";
import { isoDayOf } from "../../../parts/office/moment.ts";
import type { Declared } from "../../../parts/office/use-declared.ts";
import { enterpriseKey } from "../../../parts/office/use-enterprise.ts";
import { useForm } from "../../../parts/office/use-form.ts";

export interface SupplyDialogProps {
  readonly uscc: string;
  readonly facts: readonly Standing[];
  readonly declared: ReadonlyMap<string, Declared>;
  readonly onClose: () => void;
}

export function SupplyDialog({ uscc, facts, declared, onClose }: SupplyDialogProps) {
  const all = [...declared.values()].sort((a, b) => Number(a.byUnit) - Number(b.byUnit));
  const queries = useQueryClient();
  const { form, set, field, frame } = useForm({
    place: `supply ${uscc}`,
    empty: {
      ...{ fact: all[0]?.id ?? "", year: isoDayOf(new Date().toISOString()).slice(0, 4), value: EMPTY_DRAFT },
      ...{ basis: "", evidence: NO_FILE },
    },
    send: ({ fact, year, value, basis, evidence }) => {
      const kind = declared.get(fact)?.type;
      const raw = kind === undefined ? value.text : rawOf(kind, value);
      const proof = evidence.id === "" ? {} : { evidence: evidence.id };
      const body = { fact, year: Number(year), value: raw, basis, ...proof };
      return answered(server.POST("/api/office/enterprises/{uscc}/facts", { params: { path: { uscc } }, body }));
    },
    onSent: async () => {
      await queries.invalidateQueries({ queryKey: enterpriseKey(uscc) });
      onClose();
    },
  });
  const { fact, year } = form;
  const of = declared.get(fact) ?? all[0];
  if (of === undefined) return null;
  return (
    <ConfirmDialog title="登记部门数据" does="登记" {...frame} onClose={onClose}>
      <Choice
        label="哪一项"
        {...field("fact")}
        value={of.id}
        onValue={(next) => set({ fact: next, value: EMPTY_DRAFT })}
        options={all.map(({ id, label, source }) => ({ value: id, label: `${label}（${source}）` }))}
      />
      <Field
        label="年度"
        {...field("year")}
        inputMode="numeric"
        maxLength={4}
        wrong={/^\d{4}$/.test(year) ? null : "年度要写四位数字。"}
        required
      />
      <WhatStands of={of} standing={facts.find((one) => one.fact === of.id && String(one.year) === year)} />
      <FactInput label={of.label} kind={of.type} {...field("value")} />
      <Field label="依据" hint="文号或文件名称，单位看得到。" {...field("basis")} maxLength={200} required />
      <FileField label="证明材料（可以不传）" hint={of.evidence} uscc={uscc} {...field("evidence")} />
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
