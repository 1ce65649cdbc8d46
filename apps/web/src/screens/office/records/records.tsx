/** The record of who did what, for those who audit: newest first; the filters stand in the address, so that a finding can be handed on. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { OfficePaths } from "@zhengdui/contract";
import { useSearchParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { type Column, DataTable } from "../../../parts/office/data-table.tsx";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { RECORD_PLACES, type RecordAsked } from "./record-asked.ts";
import { RecordFilters } from "./record-filters.tsx";
import { actionWords, detailWords, isOutcome, OUTCOMES, roleWords, subjectWords } from "./record-words.ts";

export function Records() {
  const [search, setSearch] = useSearchParams();
  const asked: RecordAsked = Object.fromEntries(
    RECORD_PLACES.flatMap((place) => {
      const value = search.get(place) ?? "";
      return value === "" ? [] : [[place, value]];
    }),
  );
  const { outcome, ...texts } = asked;
  const listed = useInfiniteQuery({
    queryKey: ["records", asked],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answered(
        server.GET("/api/office/records", {
          params: {
            query: {
              ...texts,
              ...(outcome !== undefined && isOutcome(outcome) ? { outcome } : {}),
              ...(pageParam === null ? {} : { after: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ after }) => after,
  });
  return (
    <Page title="操作记录" lead="谁在什么时候做了什么，新的在前。记录只增不改。">
      <RecordFilters key={search.toString()} asked={asked} onAsk={(next) => setSearch({ ...next })} />
      {listed.error !== null && <TroubleNotice error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.isPending && <p className="waiting">正在取……</p>}
      {listed.data !== undefined && (
        <DataTable
          caption="操作记录"
          rows={listed.data.pages.flatMap(({ records }) => records)}
          keyOf={({ id }) => id}
          empty="没有符合条件的记录。请放宽日期，或去掉一些条件。"
          {...(listed.hasNextPage
            ? { more: { pending: listed.isFetchingNextPage, fetch: () => void listed.fetchNextPage() } }
            : {})}
          columns={columnsOf((login) => setSearch({ ...asked, login }))}
        />
      )}
    </Page>
  );
}

type RecordRow = OfficePaths["/api/office/records"]["get"]["responses"][200]["content"]["application/json"]["records"][number];

const columnsOf = (onLogin: (login: string) => void): readonly Column<RecordRow>[] => [
  { label: "时间", cell: ({ at }) => momentOf(at) },
  {
    label: "谁",
    cell: ({ account, login, name, roles }) => (
      <span>
        {login === null ? (
          (account ?? "还不知道是谁")
        ) : (
          <button type="button" className="link" title="只看这个账号" onClick={() => onLogin(login)}>
            {name}（{login}）
          </button>
        )}{" "}
        <span className="office-hint">
          {roles.map((role, at) => (
            <span key={role} className="office-figure">
              {at > 0 && "、"}
              {roleWords(role)}
            </span>
          ))}
        </span>
      </span>
    ),
  },
  { label: "事项", cell: ({ action }) => actionWords(action) },
  {
    label: "结果",
    cell: (one) => <span className={one.outcome === "done" ? "office-tag" : "office-tag strong"}>{OUTCOMES[one.outcome]}</span>,
  },
  { label: "单位", cell: ({ unit }) => unit ?? "" },
  { label: "详情", cell: (one) => <Detail {...one} /> },
];

interface DetailProps {
  readonly subjectKind: string | null;
  readonly subject: string | null;
  readonly address: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

function Detail({ subjectKind, subject, address, detail }: DetailProps) {
  const told = [
    ...(address === null ? [] : [`网络地址 ${address}`]),
    ...(subject === null || subject === "" ? [] : [subjectWords(subjectKind, subject)]),
    ...Object.entries(detail).map(([name, value]) => detailWords(name, value)),
  ];
  if (told.length === 0) return null;
  return (
    <details>
      <summary>展开</summary>
      <ul className="office-detail">
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
