/** A mapping as a form: every heading of the platform's sheet beside what it means. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { Choice } from "../../../parts/office/choice.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import { OfficeForm } from "../../../parts/office/office-form.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useForm } from "../../../parts/office/use-form.ts";
import { ColumnRows } from "./column-rows.tsx";
import type { Mapping, Meanings } from "./exchange-server.ts";
import { columnsOf, HEAD_MEANINGS, type MappedColumn, mappingOf } from "./mapped-columns.ts";
import { Sample } from "./sample.tsx";

export function MappingForm() {
  const { id = "new" } = useParams();
  const meanings = useQuery({ queryKey: ["meanings"], queryFn: () => answered(server.GET("/api/office/mappings/meanings")) });
  const before = useQuery({
    queryKey: ["mappings", id],
    enabled: id !== "new",
    queryFn: () => answered(server.GET("/api/office/mappings/{id}", { params: { path: { id } } })),
  });
  const trouble = meanings.error ?? before.error;
  const ready = meanings.data !== undefined && (id === "new" || before.data !== undefined);
  return (
    <Page title={before.data?.name ?? "新设栏目对应"} back={{ to: "/mappings", label: "栏目对应" }}>
      {trouble !== null && <TroubleNotice error={trouble} />}
      {!ready && trouble === null && <p className="waiting">正在取……</p>}
      {meanings.data !== undefined && ready && <Form key={id} policies={meanings.data.policies} before={before.data ?? null} />}
    </Page>
  );
}

const RESULTS = { result: "办理结果", reason: "原因", amount: "核定金额" };

function blank(policies: Meanings["policies"], before: Mapping | null) {
  return {
    name: before?.name ?? "",
    policy: before?.policy ?? policies[0]?.id ?? "",
    sheet: before?.mapping.sheet ?? "",
    attachments: before?.mapping.attachments ?? "",
    results: before?.mapping.results ?? RESULTS,
    columns:
      before === null
        ? HEAD_MEANINGS.slice(0, 3).map(({ value }, at): MappedColumn => ({ id: at, heading: "", meaning: value, unit: "yuan" }))
        : columnsOf(before),
  };
}

/** The server's places of what stands beside its field here. */
const BESIDE = ["name", "policy", "mapping."];

function Form({ policies, before }: { readonly policies: Meanings["policies"]; readonly before: Mapping | null }) {
  const queries = useQueryClient();
  const go = useNavigate();
  const { form, set, frame, error } = useForm({
    place: `mapping ${before?.id ?? "new"}`,
    empty: blank(policies, before),
    send: ({ name, policy, sheet, attachments, results, columns }) => {
      const optional = { sheet: sheet.trim() || null, attachments: attachments.trim() || null };
      const body = { name, policy, mapping: { ...mappingOf(columns), ...optional, results } };
      return answered(server.POST("/api/office/mappings", { body }));
    },
    onSent: async () => {
      await queries.invalidateQueries({ queryKey: ["mappings"] });
      await go("/mappings");
    },
  });
  const { name, policy, columns } = form;
  const facts = policies.find(({ id }) => id === policy)?.facts ?? [];
  const fault = (path: string) => faultAt(error, path);
  return (
    <OfficeForm wide does="保存" doing="正在保存……" {...frame} beside={BESIDE}>
      <div className="office-form">
        <Field label="名称" value={name} onValue={(value) => set({ name: value })} fault={fault("name")} required />
        <Choice
          label="政策"
          value={policy}
          options={policies.map(({ id, title }) => ({ value: id, label: title }))}
          onValue={(value) => set({ policy: value })}
          fault={fault("policy")}
        />
      </div>
      <Sample facts={facts} onColumns={(found, where) => set({ columns: found, sheet: where })} />
      <h2>各栏是什么</h2>
      <p className="office-hint">没有列出的、选“照原样保存”的栏目，都按原样留着。</p>
      <ColumnRows columns={columns} facts={facts} error={error} onColumns={(found) => set({ columns: found })} />
      <Places form={form} set={set} fault={fault} />
    </OfficeForm>
  );
}

type Filled = ReturnType<typeof blank>;

interface PlacesProps {
  readonly form: Filled;
  readonly set: (part: Partial<Filled>) => void;
  readonly fault: (path: string) => string | null;
}

/** Where things lie in the package, and under which headings the results go back. */
function Places({ form: { sheet, attachments, results }, set, fault }: PlacesProps) {
  return (
    <div className="office-form">
      <Field
        label="工作表"
        value={sheet}
        onValue={(value) => set({ sheet: value })}
        hint="不写就取有这些表头的第一张"
        fault={fault("mapping.sheet")}
      />
      <Field
        label="附件的位置"
        value={attachments}
        onValue={(value) => set({ attachments: value })}
        hint="从申报表所在的文件夹起，例如 附件/{number}/ 或 {number}_*：{number} 处是申报编号，* 处可以是任何文字。没有附件就空着"
        fault={fault("mapping.attachments")}
      />
      <h2>结果的表头</h2>
      <Field
        label="结果"
        value={results.result}
        onValue={(result) => set({ results: { ...results, result } })}
        fault={fault("mapping.results.result")}
        required
      />
      <Field
        label="原因"
        value={results.reason}
        onValue={(reason) => set({ results: { ...results, reason } })}
        fault={fault("mapping.results.reason")}
        required
      />
      <Field
        label="金额"
        value={results.amount}
        onValue={(amount) => set({ results: { ...results, amount } })}
        fault={fault("mapping.results.amount")}
        required
      />
    </div>
  );
}
