/** What the enterprise was called, and what happened to it; an officer records what happens next. */
import { EVENT_LABELS } from "@zhengdui/casework";
import { useState } from "react";
import { day } from "../../../parts/figures/day.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { FileLink } from "../../../parts/office/file-link.tsx";
import type { Got } from "../../../parts/office/got.ts";
import { useMay } from "../../../parts/office/use-me.ts";
import { EventDialog } from "./event-dialog.tsx";

type File = Got<"/api/office/enterprises/{uscc}">;

export function Events({ file }: { readonly file: File }) {
  const { uscc, name, territory, status, names, events } = file;
  const mayRecord = useMay("file.event") !== null;
  const [recording, setRecording] = useState(false);
  const lastOn = events.find((one) => one.uscc === uscc)?.on ?? null;
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
          { label: "自", cell: ({ from }) => (from === null ? "不详" : day(from)) },
          { label: "至", cell: ({ to }) => (to === null ? "现在" : day(to)) },
          { label: "变更原因", cell: ({ reason }) => reason ?? "" },
        ]}
      />
      <h2>变动</h2>
      {mayRecord && (
        <p className="office-bar">
          <button type="button" className="button" onClick={() => setRecording(true)}>
            登记变动
          </button>
        </p>
      )}
      <DataTable
        caption="变动"
        rows={events}
        keyOf={({ id }) => id}
        empty="没有登记过更名、合并、迁移、注销。"
        columns={[
          { label: "日期", cell: ({ on }) => day(on) },
          { label: "变动", cell: ({ kind }) => EVENT_LABELS[kind] },
          { label: "变动前", cell: ({ before }) => before ?? "" },
          { label: "变动后", cell: ({ after, otherUscc }) => after ?? otherUscc ?? "" },
          { label: "说明", cell: ({ reason }) => reason },
          { label: "证明", cell: ({ evidenceFile }) => <FileLink id={evidenceFile} label="证明材料" /> },
        ]}
      />
      {recording && <EventDialog head={{ uscc, name, territory, status }} lastOn={lastOn} onClose={() => setRecording(false)} />}
    </>
  );
}
