/** What a package would bring: counts, what is to be minded, and each claim with what changed of it. */

import { yuan } from "../../../parts/figures/money.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import type { Preview } from "./exchange-server.ts";

export const BROUGHT_WORDS = { added: "新增", changed: "变更", unchanged: "未变" } as const;

export function Weighed({ seen }: { readonly seen: Preview }) {
  return (
    <>
      <p role="status">
        没有错处。新增 {seen.added} 件，变更 {seen.changed} 件，未变 {seen.unchanged} 件，新附件 {seen.attachments}{" "}
        个。现在还没有导入。
      </p>
      {seen.notes.length > 0 && (
        <ul className="office-care package-notes">
          {seen.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <DataTable
        caption="这一包里的申报件"
        rows={seen.claims}
        keyOf={({ number }) => number}
        empty={<p>一件也没有。</p>}
        columns={[
          { label: "行", cell: ({ row }) => row, number: true },
          { label: "申报编号", cell: ({ number }) => <span className="package-number">{number}</span> },
          { label: "单位", cell: ({ name }) => name },
          { label: "项目", cell: ({ project }) => project },
          { label: "申报金额（元）", cell: ({ claimed }) => claimed && yuan(claimed), number: true },
          { label: "变化", cell: ({ brought, changes }) => <Changes brought={brought} changes={changes} /> },
        ]}
      />
    </>
  );
}

export function Changes({ brought, changes }: Pick<Preview["claims"][number], "brought" | "changes">) {
  return (
    <>
      {BROUGHT_WORDS[brought]}
      {changes.length > 0 && (
        <ul className="package-changes">
          {changes.map(({ field, from, to }) => (
            <li key={`${field} ${to}`}>
              {field}：{from ?? "（空）"} → {to ?? "（空）"}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
