/** Disputes in a table: what is disputed, why, by what evidence, and what became of it. */
import { DISPUTE_LABELS } from "@zhengdui/casework";
import type { ReactNode } from "react";
import { type Column, DataTable } from "./data-table.tsx";
import { FactValue } from "./fact-value.tsx";
import { FileLink } from "./file-link.tsx";
import type { Got } from "./got.ts";
import { momentOf } from "./moment.ts";
import type { Declared } from "./use-declared.ts";

export type Dispute = Got<"/api/office/disputes">["disputes"][number];

export interface DisputeListProps {
  readonly disputes: readonly Dispute[];
  readonly declared: ReadonlyMap<string, Declared>;
  readonly empty: string;
  /** Where the enterprise is named. */
  readonly nameOf?: (dispute: Dispute) => ReactNode;
  readonly deeds?: (dispute: Dispute) => ReactNode;
  readonly more?: { readonly pending: boolean; readonly fetch: () => void };
}

export function DisputeList({ disputes, declared, empty, nameOf, deeds, more }: DisputeListProps) {
  const columns: Column<Dispute>[] = [
    { label: "数据", cell: ({ fact, year }) => `${declared.get(fact)?.label ?? fact}（${year} 年度）` },
    { label: "部门数据", cell: ({ fact, disputed }) => <FactValue kind={declared.get(fact)?.type} value={disputed} /> },
    { label: "异议", cell: ({ reason }) => reason },
    { label: "证明", cell: ({ evidenceFile }) => <FileLink id={evidenceFile} label="证明材料" /> },
    { label: "提出", cell: ({ disputedAt }) => momentOf(disputedAt) },
    {
      label: "处理",
      cell: ({ state, answer }) => (
        <>
          <span className={state === "open" ? "office-tag care" : "office-tag"}>{DISPUTE_LABELS[state]}</span>
          {answer !== null && ` ${answer}`}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption="数据异议"
      rows={disputes}
      keyOf={({ id }) => id}
      empty={empty}
      columns={[
        ...(nameOf === undefined ? [] : [{ label: "企业", cell: nameOf }]),
        ...columns,
        ...(deeds === undefined ? [] : [{ label: "办理", cell: deeds }]),
      ]}
      {...(more && { more })}
    />
  );
}
