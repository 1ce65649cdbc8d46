/** Mappings: the newest of each name. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { usePolicyTitles } from "../../../parts/office/use-policies.ts";

export function Mappings() {
  const mayEdit = useMay("mapping.edit") !== null;
  const titleOf = usePolicyTitles();
  const mappings = useQuery({ queryKey: ["mappings"], queryFn: () => answered(server.GET("/api/office/mappings")) });
  return (
    <Page
      title="栏目对应"
      lead="平台导出的表里，哪一列是申报编号、单位、金额，哪一列是政策要的申报情况。改动另存一份，旧的留着。"
    >
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
            { label: "政策", cell: ({ policy }) => titleOf(policy) },
            { label: "申报情况", cell: ({ mapping }) => `${mapping.facts.length} 项` },
            { label: "附件", cell: ({ mapping }) => mapping.attachments ?? "没有" },
            { label: "保存时间", cell: ({ savedAt }) => momentOf(savedAt) },
          ]}
        />
      )}
    </Page>
  );
}
