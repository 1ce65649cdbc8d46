/** Mappings: the newest of each name. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { momentText } from "./moment-text.ts";

export function Mappings() {
  const mayEdit = useMay("mapping.edit") !== null;
  const mappings = useQuery({ queryKey: ["mappings"], queryFn: () => answered(server.GET("/api/office/mappings")) });
  return (
    <main className="office-main" id="main">
      <h1>栏目对应</h1>
      <p className="office-lead">
        平台导出的表里，哪一列是申报编号、单位、金额，哪一列是政策的申报事实。改动另存一份，旧的留着。
      </p>
      {mayEdit && (
        <p>
          <Link className="button primary" to="/mappings/new">
            新设一份
          </Link>
        </p>
      )}
      {mappings.error !== null && <TroubleNotice error={mappings.error} onRetry={() => void mappings.refetch()} />}
      {mappings.isPending && <p className="waiting">正在取……</p>}
      {mappings.data !== undefined && (
        <DataTable
          caption="栏目对应"
          rows={mappings.data.mappings}
          keyOf={({ id }) => id}
          empty={<p>还没有栏目对应。</p>}
          columns={[
            { label: "名称", cell: ({ id, name }) => (mayEdit ? <Link to={`/mappings/${id}`}>{name}</Link> : name) },
            { label: "政策", cell: ({ policy }) => policy },
            { label: "申报事实", cell: ({ mapping }) => `${mapping.facts.length} 项` },
            { label: "附件", cell: ({ mapping }) => mapping.attachments ?? "没有" },
            { label: "保存时间", cell: ({ savedAt }) => momentText(savedAt) },
          ]}
        />
      )}
    </main>
  );
}
