/** What the enterprise was called, and what happened to it. */
import { EVENT_LABELS } from "@zhengdui/casework";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { FileLink } from "../../../parts/office/file-link.tsx";
import type { Got } from "../../../parts/office/got.ts";

type File = Got<"/api/office/enterprises/{uscc}">;

export function Events({ names, events }: Pick<File, "names" | "events">) {
  return (
    <>
      <h2>名称</h2>
      <DataTable
        caption="名称"
        rows={names}
        keyOf={({ name, to }) => `${name} ${to}`}
        empty="没有登记过名称。"
        columns={[
          { label: "名称", cell: ({ name }) => name },
          { label: "自", cell: ({ from }) => from ?? "不详" },
          { label: "至", cell: ({ to }) => to ?? "现在" },
          { label: "变更原因", cell: ({ reason }) => reason ?? "" },
        ]}
      />
      <h2>变动</h2>
      <DataTable
        caption="变动"
        rows={events}
        keyOf={({ id }) => id}
        empty="没有登记过更名、合并、迁移、注销。"
        columns={[
          { label: "日期", cell: ({ on }) => on },
          { label: "变动", cell: ({ kind }) => EVENT_LABELS[kind] },
          { label: "变动前", cell: ({ before }) => before ?? "" },
          { label: "变动后", cell: ({ after, otherUscc }) => after ?? otherUscc ?? "" },
          { label: "说明", cell: ({ reason }) => reason },
          { label: "证明", cell: ({ evidenceFile }) => <FileLink id={evidenceFile} label="证明材料" /> },
        ]}
      />
    </>
  );
}
