/** Packages of the platform: what was imported, and the next one. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { usePolicyTitles } from "../../../parts/office/use-policies.ts";
import { ImportPackage } from "./import-package.tsx";

export function Packages() {
  const titleOf = usePolicyTitles();
  const mayImport = useMay("package.import") !== null;
  const packages = useInfiniteQuery({
    queryKey: ["packages"],
    queryFn: ({ pageParam }) =>
      answered(server.GET("/api/office/packages", { params: { query: pageParam === "" ? {} : { after: pageParam } } })),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const rows = packages.data?.pages.flatMap((page) => page.packages) ?? [];
  return (
    <Page
      title="平台申报包"
      lead={
        <>
          惠企政策平台导出的申报件在这里导入、办理，结果再导出给平台。各栏是什么，由<Link to="/mappings">栏目对应</Link>设定。
        </>
      }
    >
      {mayImport && <ImportPackage />}
      <h2>已导入的</h2>
      {packages.error !== null && <TroubleNotice error={packages.error} onRetry={() => void packages.refetch()} />}
      {packages.isPending && <p className="waiting">正在取……</p>}
      {packages.data !== undefined && (
        <DataTable
          caption="已导入的申报包"
          rows={rows}
          keyOf={({ id }) => id}
          empty={<p>还没有导入过申报包。</p>}
          columns={[
            { label: "文件", cell: ({ id, fileName }) => <Link to={`/packages/${id}`}>{fileName}</Link> },
            { label: "政策", cell: ({ policy }) => titleOf(policy) },
            { label: "新增", cell: ({ added }) => added, number: true },
            { label: "变更", cell: ({ changed }) => changed, number: true },
            { label: "未变", cell: ({ unchanged }) => unchanged, number: true },
            { label: "附件", cell: ({ attachments }) => attachments, number: true },
            { label: "导入时间", cell: ({ importedAt }) => momentOf(importedAt) },
          ]}
          {...(packages.hasNextPage
            ? { more: { pending: packages.isFetchingNextPage, fetch: () => void packages.fetchNextPage() } }
            : {})}
        />
      )}
    </Page>
  );
}
