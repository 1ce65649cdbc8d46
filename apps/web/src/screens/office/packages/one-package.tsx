/** One package: its claims with their state, and the results for the platform. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { yuan } from "../../../parts/figures/money.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { saveResults } from "./exchange-server.ts";
import { Changes } from "./weighed.tsx";

export function OnePackage() {
  const { id = "" } = useParams();
  const mayExport = useMay("package.export") !== null;
  const found = useInfiniteQuery({
    queryKey: ["packages", id],
    queryFn: ({ pageParam }) =>
      answered(
        server.GET("/api/office/packages/{id}", {
          params: { path: { id }, query: pageParam === "" ? {} : { after: pageParam } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const one = found.data?.pages[0]?.package;
  return (
    <Page title={one?.fileName ?? "申报包"} back={{ to: "/packages", label: "平台申报包" }}>
      {found.error !== null && <TroubleNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <p className="waiting">正在取……</p>}
      {one !== undefined && (
        <>
          <p className="office-lead">
            {momentOf(one.importedAt)} 导入；新增 {one.added} 件，变更 {one.changed} 件，未变 {one.unchanged} 件，附件{" "}
            {one.attachments} 个。
          </p>
          {mayExport && <Results id={id} />}
          <DataTable
            caption="这一包里的申报件"
            rows={found.data?.pages.flatMap(({ claims }) => claims) ?? []}
            keyOf={({ number }) => number}
            empty={<p>一件也没有。</p>}
            columns={[
              {
                label: "申报编号",
                cell: ({ number }) => (
                  <Link className="package-number" to={`/claims/${encodeURIComponent(number)}`}>
                    {number}
                  </Link>
                ),
              },
              { label: "单位", cell: ({ name }) => name },
              { label: "项目", cell: ({ project }) => project },
              { label: "申报金额（元）", cell: ({ claimed }) => claimed && yuan(claimed), number: true },
              { label: "状态", cell: ({ stateLabel }) => <span className="office-tag">{stateLabel}</span> },
              { label: "核定金额（元）", cell: ({ approved }) => approved && yuan(approved), number: true },
              { label: "已告知平台", cell: ({ exportedAt }) => (exportedAt === null ? "否" : momentOf(exportedAt)) },
              { label: "带来", cell: ({ brought, changes }) => <Changes brought={brought} changes={changes} /> },
            ]}
            {...(found.hasNextPage
              ? { more: { pending: found.isFetchingNextPage, fetch: () => void found.fetchNextPage() } }
              : {})}
          />
        </>
      )}
    </Page>
  );
}

function Results({ id }: { readonly id: string }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<"new" | "all" | null>(null);
  const save = useMutation({
    mutationFn: () => saveResults(id, asked === "all"),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["packages", id] }),
    onSettled: () => setAsked(null),
  });
  return (
    <>
      <div className="office-actions">
        <button type="button" className="button" disabled={save.isPending} onClick={() => setAsked("new")}>
          导出新的办理结果
        </button>
        <button type="button" className="button" disabled={save.isPending} onClick={() => setAsked("all")}>
          全部重新导出
        </button>
      </div>
      {asked !== null && (
        <div className="office-care" role="alert">
          <p>导出即记为已告知平台，此后予以支持、不予支持的决定不能再撤回。</p>
          <div className="office-actions">
            <button type="button" className="button primary" disabled={save.isPending} onClick={() => save.mutate()}>
              {save.isPending ? "正在导出……" : "确认导出"}
            </button>
            <button type="button" className="button quiet" disabled={save.isPending} onClick={() => setAsked(null)}>
              取消
            </button>
          </div>
        </div>
      )}
      <TroubleNotice error={save.error} />
    </>
  );
}
