/** The rows of one version, by the page and by words; the version can be taken away as a file. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { CheckedForm } from "../../../parts/office/checked-form.tsx";
import { DataTable, type DataTableProps } from "../../../parts/office/data-table.tsx";
import { Ended } from "../../../parts/office/ended.tsx";
import { Field } from "../../../parts/office/field.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { NothingHere } from "../../../parts/office/nothing-here.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { cellWords, isFigure, periodWords } from "../../../parts/office/period-words.ts";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { type FamilyKind, REGISTERS, useRegisterKinds } from "../../../parts/office/use-register-kinds.ts";
import { Waiting } from "../../../parts/office/waiting.tsx";
import { WideTable } from "../../../parts/office/wide-table.tsx";
import { VersionState } from "./version-state.tsx";

const PAGE_ROWS = 100;

export function RegisterRows() {
  const params = useParams();
  const { kinds, pending, error, retry } = useRegisterKinds();
  const kind = kinds.find(({ id }) => id === params.kind);
  if (kind !== undefined && params.version !== undefined) return <RowsOf kind={kind} version={params.version} />;
  if (!pending && error === null) return <NothingHere />;
  return <Page title="名单">{pending ? <Waiting /> : <TroubleNotice error={error} onRetry={retry} />}</Page>;
}

function RowsOf({ kind, version: id }: { readonly kind: FamilyKind; readonly version: string }) {
  const { root } = kind.place;
  const [words, setWords] = useState("");
  const found = useInfiniteQuery({
    queryKey: [...REGISTERS, "rows", root, id, words],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => {
      const query = { after: pageParam, limit: PAGE_ROWS, ...(words === "" ? {} : { words }) };
      return answered(server.GET(`/api/office/${root}/versions/{id}/rows`, { params: { path: { id }, query } }));
    },
    getNextPageParam: ({ next }) => next,
  });
  const version = found.data?.pages[0]?.version;
  return (
    <Page
      title={version === undefined ? kind.title : `${kind.title}　${periodWords(version.period)}第 ${version.number} 版`}
      back={{ to: `/registers/${kind.id}`, label: `${kind.title}的各版` }}
      lead={version && <VersionLead version={version} />}
      wide
    >
      <Downloads file={`/api/office/${root}/versions/${encodeURIComponent(id)}/export`} />
      <Search words={words} onSeek={setWords} />
      {found.isPending && <Waiting />}
      {found.isError && <TroubleNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <WideTable label="各行">
          <RowsTable
            kind={kind}
            rows={found.data.pages.flatMap(({ rows }) => rows)}
            empty={words === "" ? "这一版没有行。" : `没有含“${words}”的行。`}
            {...(found.hasNextPage
              ? { more: { pending: found.isFetchingNextPage, fetch: () => void found.fetchNextPage() } }
              : {})}
          />
        </WideTable>
      )}
    </Page>
  );
}

type Version = Parameters<typeof VersionState>[0]["version"];

function VersionLead({ version }: { readonly version: Version }) {
  return (
    <>
      <VersionState version={version} />　{version.rowCount.toLocaleString("zh-CN")} 行，{version.importedByName}于{" "}
      {momentOf(version.importedAt)} 由“{version.fileName}”导入。
    </>
  );
}

function Downloads({ file }: { readonly file: string }) {
  return (
    <div className="office-actions">
      <a className="button" href={`${file}?format=xlsx`} download>
        下载 xlsx
      </a>
      <a className="button" href={`${file}?format=csv`} download>
        下载 CSV
      </a>
    </div>
  );
}

interface SearchProps {
  readonly words: string;
  readonly onSeek: (words: string) => void;
}

function Search({ words, onSeek }: SearchProps) {
  const [typed, setTyped] = useState(words);
  return (
    <search>
      <CheckedForm
        className="office-bar"
        onSend={() => {
          onSeek(typed.trim());
        }}
      >
        <Field
          label="查找"
          hint="信用代码、名称、编号里的几个字；单选的栏不找"
          value={typed}
          onValue={setTyped}
          maxLength={100}
        />
        <button type="submit" className="button">
          查找
        </button>
        {words !== "" && (
          <button
            type="button"
            className="button quiet"
            onClick={() => {
              setTyped("");
              onSeek("");
            }}
          >
            看全部
          </button>
        )}
      </CheckedForm>
    </search>
  );
}

interface Row {
  readonly place: number;
  readonly cells: readonly (string | null)[];
  readonly ended: boolean;
}

interface RowsTableProps extends Pick<DataTableProps<Row>, "rows" | "empty" | "more"> {
  readonly kind: FamilyKind;
}

function RowsTable({ kind, ...table }: RowsTableProps) {
  return (
    <DataTable
      {...table}
      caption={`${kind.title}的各行`}
      keyOf={({ place }) => String(place)}
      columns={[
        { label: "行", cell: ({ place }) => place },
        ...kind.columns.map((column, at) => ({
          label: column.label,
          cell: ({ cells }: Row) => cellWords(column, cells[at] ?? null),
          ...(isFigure(column) ? { number: true as const } : {}),
        })),
        ...(kind.ends === null ? [] : [{ label: "期限", cell: ({ ended }: Row) => <Ended ended={ended} /> }]),
      ]}
    />
  );
}
