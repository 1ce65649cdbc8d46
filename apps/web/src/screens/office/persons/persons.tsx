/** Accounts of staff: found by login or name, opened one by one, a new one by the system administrator. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { CheckedForm } from "../../../parts/office/checked-form.tsx";
import { Choice } from "../../../parts/office/choice.tsx";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { Field } from "../../../parts/office/field.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { NewPerson } from "./new-person.tsx";
import { isSide, PERSONS, SIDES } from "./person-sides.ts";
import { PersonTags } from "./person-tags.tsx";

export function Persons() {
  const [search, setSearch] = useSearchParams();
  const q = search.get("q") ?? "";
  const side = search.get("side") ?? "";
  const [adding, setAdding] = useState(false);
  const mayCreate = useMay("person.create") !== null;
  const listed = useInfiniteQuery({
    queryKey: [...PERSONS, q, side],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answered(
        server.GET("/api/office/persons", {
          params: {
            query: {
              ...(q === "" ? {} : { q }),
              ...(isSide(side) ? { side } : {}),
              ...(pageParam === null ? {} : { after: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ after }) => after,
  });
  const find = (asked: { q?: string; side?: string }) => {
    const next = Object.entries({ q, side, ...asked }).filter(([, value]) => value !== "");
    setSearch(Object.fromEntries(next), { replace: true });
  };
  return (
    <Page title="人员账号" lead="账号由系统管理员开立、停用，角色由安全管理员授予、收回，两样不由同一个人办。">
      {mayCreate &&
        (adding ? (
          <NewPerson onClose={() => setAdding(false)} />
        ) : (
          <button type="button" className="button primary" onClick={() => setAdding(true)}>
            开立账号
          </button>
        ))}
      <PersonFind q={q} side={side} onFind={find} />
      {listed.error !== null && <TroubleNotice error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.isPending && <p className="waiting">正在取……</p>}
      {listed.data !== undefined && (
        <DataTable
          caption="人员账号"
          rows={listed.data.pages.flatMap(({ persons }) => persons)}
          keyOf={({ id }) => id}
          empty={q === "" && side === "" ? "还没有账号。" : "没有找到。换一个登录名或姓名，或去掉筛选。"}
          {...(listed.hasNextPage
            ? { more: { pending: listed.isFetchingNextPage, fetch: () => void listed.fetchNextPage() } }
            : {})}
          columns={[
            { label: "姓名", cell: ({ name, login }) => <Link to={`/persons/${encodeURIComponent(login)}`}>{name}</Link> },
            { label: "登录名", cell: ({ login }) => login },
            { label: "哪一方", cell: (one) => SIDES[one.side] },
            { label: "角色", cell: ({ appointments }) => appointments.map(({ label }) => label).join("、") || "没有" },
            { label: "状态", cell: (one) => <PersonTags person={one} /> },
          ]}
        />
      )}
    </Page>
  );
}

interface PersonFindProps {
  readonly q: string;
  readonly side: string;
  readonly onFind: (asked: { q?: string; side?: string }) => void;
}

function PersonFind({ q, side, onFind }: PersonFindProps) {
  const [typed, setTyped] = useState(q);
  return (
    <CheckedForm
      className="office-bar"
      onSend={() => {
        onFind({ q: typed.trim() });
      }}
    >
      <Field label="登录名或姓名" type="search" value={typed} onValue={setTyped} />
      <Choice
        label="哪一方"
        value={side}
        onValue={(value) => onFind({ side: value })}
        options={[{ value: "", label: "所有工作人员" }, ...Object.entries(SIDES).map(([value, label]) => ({ value, label }))]}
      />
      <button type="submit" className="button">
        查找
      </button>
    </CheckedForm>
  );
}
