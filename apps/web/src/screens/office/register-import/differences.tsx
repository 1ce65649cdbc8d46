/** What came, what went, what changed: each in a table, changed cells as they were and as they would be. */
import type { ReactNode } from "react";
import { type Column, DataTable } from "../../../parts/office/data-table.tsx";
import { cellWords, isFigure } from "../../../parts/office/period-words.ts";
import type { FamilyKind } from "../../../parts/office/use-register-kinds.ts";
import { WideTable } from "../../../parts/office/wide-table.tsx";
import type { PreviewAnswer } from "./use-import.ts";

type Diff = PreviewAnswer["diff"];
type Row = Diff["added"]["first"][number];
type Change = Diff["changed"]["first"][number];
type Alike = Diff["alike"]["first"][number];

export function Differences({ kind, diff }: { readonly kind: FamilyKind; readonly diff: Diff }) {
  const whole: Column<Row>[] = [
    { label: "行", cell: ({ place }) => place },
    ...kind.columns.map((column, at) => ({
      label: column.label,
      cell: ({ cells }: Row) => cellWords(column, cells[at] ?? null),
      ...(isFigure(column) ? { number: true as const } : {}),
    })),
  ];
  const changes: Column<Change>[] = [
    { label: "行", cell: ({ after }) => after.place },
    { label: "企业", cell: ({ after }) => <WhoseRow kind={kind} row={after} /> },
    { label: "变动", cell: (change) => <ChangedCells kind={kind} change={change} /> },
  ];
  const likely: Column<Alike>[] = [
    { label: "行", cell: ({ after }) => after.place },
    { label: "企业", cell: ({ after }) => <WhoseRow kind={kind} row={after} /> },
    { label: "为什么", cell: ({ by }) => (by === "name" ? "名称相同" : "其余各栏相同") },
    { label: "不同之处", cell: (change) => <ChangedCells kind={kind} change={change} /> },
  ];
  const key = ({ place }: Row) => String(place);
  return (
    <>
      <Sort name="变动" all={diff.changed}>
        <DataTable
          caption="变动的行"
          rows={diff.changed.first}
          keyOf={({ after }) => key(after)}
          empty={null}
          columns={changes}
        />
      </Sort>
      <Sort name="减少和新增里可能是同一条、只改了标识的" all={diff.alike}>
        <DataTable
          caption="可能只改了标识的行"
          rows={diff.alike.first}
          keyOf={({ after }) => key(after)}
          empty={null}
          columns={likely}
        />
      </Sort>
      <Sort name="减少" all={diff.removed}>
        <DataTable caption="减少的行" rows={diff.removed.first} keyOf={key} empty={null} columns={whole} />
      </Sort>
      <Sort name="新增" all={diff.added}>
        <DataTable caption="新增的行" rows={diff.added.first} keyOf={key} empty={null} columns={whole} />
      </Sort>
    </>
  );
}

interface SortProps {
  readonly name: string;
  readonly all: { readonly count: number; readonly first: readonly unknown[] };
  readonly children: ReactNode;
}

function Sort({ name, all: { count, first }, children }: SortProps) {
  if (count === 0) return null;
  return (
    <details className="office-fold" open>
      <summary>
        {name} {count} 行{count > first.length && `，列出前 ${first.length} 行`}
      </summary>
      <WideTable label={`${name}的行`}>{children}</WideTable>
    </details>
  );
}

function WhoseRow({ kind, row }: { readonly kind: FamilyKind; readonly row: Row }) {
  const at = (id: string) => row.cells[kind.columns.findIndex((column) => column.id === id)] ?? "";
  return (
    <>
      {at("name")} <span className="office-code">{at("uscc")}</span>
    </>
  );
}

function ChangedCells({ kind, change: { before, after } }: { readonly kind: FamilyKind; readonly change: Change }) {
  const changed = kind.columns.flatMap((column, at) => {
    const [old, now] = [before.cells[at] ?? null, after.cells[at] ?? null];
    return old === now ? [] : [{ column, old, now }];
  });
  return (
    <ul className="office-changes">
      {changed.map(({ column, old, now }) => (
        <li key={column.id}>
          {column.label}：<del>{cellWords(column, old) || "（空）"}</del>
          <span aria-hidden="true"> → </span>
          <span className="visually-hidden">改为</span>
          <ins>{cellWords(column, now) || "（空）"}</ins>
        </li>
      ))}
    </ul>
  );
}
