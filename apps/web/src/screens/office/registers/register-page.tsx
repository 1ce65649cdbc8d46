/** One kind of register: what it is, its versions with those undone among them, what can be downloaded, and taking the latest back. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { NothingHere } from "../../../parts/office/nothing-here.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { periodWords } from "../../../parts/office/period-words.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { type FamilyKind, REGISTERS, useRegisterKinds, type Version } from "../../../parts/office/use-register-kinds.ts";
import { Waiting } from "../../../parts/office/waiting.tsx";
import { UndoDialog } from "./undo-dialog.tsx";
import { VersionState } from "./version-state.tsx";

export function RegisterPage() {
  const params = useParams();
  const { kinds, pending, error, retry } = useRegisterKinds();
  const kind = kinds.find(({ id }) => id === params.kind);
  if (kind !== undefined) return <KnownRegister kind={kind} />;
  if (!pending && error === null) return <NothingHere />;
  return <Page title="名单">{pending ? <Waiting /> : <TroubleNotice error={error} onRetry={retry} />}</Page>;
}

function KnownRegister({ kind }: { readonly kind: FamilyKind }) {
  const { id, title, supplier, basis, place } = kind;
  const template = `/api/office/${place.root}/kinds/${encodeURIComponent(id)}/template`;
  const mayTake = useMay(place.take) !== null;
  return (
    <Page title={title} back={{ to: "/registers", label: "全部名单" }} lead={`由${supplier}提供。${basis}`}>
      <div className="office-actions">
        {mayTake && (
          <Link className="button primary" to={`/registers/${id}/import`}>
            导入新的一版
          </Link>
        )}
        <a className="button" href={`${template}?format=xlsx`} download>
          空白模板（xlsx）
        </a>
        <a className="button" href={`${template}?format=csv`} download>
          空白模板（CSV）
        </a>
      </div>
      <ColumnsFold kind={kind} />
      <h2>各版</h2>
      <Versions kind={kind} />
    </Page>
  );
}

function ColumnsFold({ kind: { columns } }: { readonly kind: FamilyKind }) {
  return (
    <details className="office-fold">
      <summary>有哪些栏目</summary>
      <ul className="office-columns">
        {columns.map(({ id, label, required, note, also }) => (
          <li key={id}>
            <strong>{label}</strong>
            {required ? "（必填）" : ""}
            {note !== undefined && `：${note}`}
            {also.length > 0 && <span className="office-hint">　也认：{also.join("、")}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

const PAGE_ROWS = 50;

function Versions({ kind }: { readonly kind: FamilyKind }) {
  const { root, undo } = kind.place;
  const [undoing, setUndoing] = useState<Version | null>(null);
  const [undone, setUndone] = useState<string | null>(null);
  const mayUndo = useMay(undo) !== null;
  const found = useInfiniteQuery({
    queryKey: [...REGISTERS, "versions", root, kind.id],
    initialPageParam: "",
    queryFn: ({ pageParam }) => {
      const query = { kind: kind.id, limit: PAGE_ROWS, ...(pageParam === "" ? {} : { after: pageParam }) };
      return answered(server.GET(`/api/office/${root}/versions`, { params: { query } }));
    },
    getNextPageParam: ({ next }) => next,
  });
  if (found.isPending) return <Waiting />;
  if (found.isError) return <TroubleNotice error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      {undone !== null && (
        <p className="office-good" role="status">
          {undone}
        </p>
      )}
      <DataTable
        caption={`${kind.title}的各版`}
        rows={found.data.pages.flatMap(({ versions }) => versions)}
        keyOf={({ id }) => id}
        empty="还没有导入过。下载空白模板，或直接导入对方给的文件。"
        {...(found.hasNextPage ? { more: { pending: found.isFetchingNextPage, fetch: () => void found.fetchNextPage() } } : {})}
        columns={[
          {
            label: "版",
            cell: ({ id, period, number }) => (
              <Link to={`/registers/${kind.id}/versions/${id}`}>
                {periodWords(period)}第 {number} 版
              </Link>
            ),
          },
          { label: "状态", cell: (version) => <VersionState version={version} /> },
          { label: "行数", number: true, cell: ({ rowCount }) => rowCount.toLocaleString("zh-CN") },
          {
            label: "与前一版相比",
            cell: ({ added, removed, changed }) => `新增 ${added}，减少 ${removed}，变动 ${changed}`,
          },
          { label: "文件", cell: ({ fileName }) => fileName },
          { label: "导入", cell: ({ importedByName, importedAt }) => `${importedByName}，${momentOf(importedAt)}` },
          {
            label: "办理",
            cell: (version) => (
              <VersionDeeds kind={kind} version={version} onUndo={mayUndo && version.current ? setUndoing : null} />
            ),
          },
        ]}
      />
      {undoing !== null && (
        <UndoDialog
          kind={kind}
          version={undoing}
          onClose={() => setUndoing(null)}
          onUndone={() => {
            setUndone(`${periodWords(undoing.period)}第 ${undoing.number} 版已撤销。`);
            setUndoing(null);
          }}
        />
      )}
    </>
  );
}

interface VersionDeedsProps {
  readonly kind: FamilyKind;
  readonly version: Version;
  readonly onUndo: ((version: Version) => void) | null;
}

function VersionDeeds({ kind, version, onUndo }: VersionDeedsProps) {
  const named = `${periodWords(version.period)}第 ${version.number} 版`;
  const file = `/api/office/${kind.place.root}/versions/${version.id}/export`;
  return (
    <span className="office-beside-each-other">
      <a href={`${file}?format=xlsx`} download aria-label={`下载${named} xlsx`}>
        xlsx
      </a>
      <a href={`${file}?format=csv`} download aria-label={`下载${named} CSV`}>
        CSV
      </a>
      {onUndo !== null && (
        <button type="button" className="link" onClick={() => onUndo(version)} aria-label={`撤销${named}`}>
          撤销
        </button>
      )}
    </span>
  );
}
