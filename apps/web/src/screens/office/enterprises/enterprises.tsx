/** Finding an enterprise by part of its name or code, and by its town. What is sought stands in the address, so that one comes back to it. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { STATUS_LABELS } from "@zhengdui/casework";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { day } from "../../../parts/figures/day.ts";
import { CheckedForm } from "../../../parts/office/checked-form.tsx";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { Field } from "../../../parts/office/field.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { TownChoice } from "../../../parts/office/town-choice.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { AddEnterprise } from "./add-enterprise.tsx";

export function Enterprises() {
  const [sought, setSought] = useSearchParams();
  const [q, territory] = [sought.get("q") ?? "", sought.get("territory") ?? ""];
  const everywhere = useMay("enterprise.search") === "all";
  const mayAdd = useMay("enterprise.add") !== null;
  const mayOpen = useMay("file.read") !== null;
  const [adding, setAdding] = useState(false);
  const found = useInfiniteQuery({
    queryKey: ["enterprises", q, territory],
    initialPageParam: "",
    queryFn: ({ pageParam }) => answered(search(q, territory, pageParam)),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Page title="企业" lead={everywhere ? "按名称（含曾用名）或信用代码的一部分查找。" : "本镇（街道）的企业。"}>
      {mayAdd && !adding && (
        <p className="office-bar">
          <button type="button" className="button" onClick={() => setAdding(true)}>
            为企业建档
          </button>
        </p>
      )}
      {mayAdd && adding && <AddEnterprise onClose={() => setAdding(false)} />}
      <Search
        key={`${q} ${territory}`}
        q={q}
        territory={territory}
        everywhere={everywhere}
        onSearch={(words, town) => setSought({ ...(words && { q: words }), ...(town && { territory: town }) })}
      />
      <Fetched query={found}>
        {({ pages }) => (
          <>
            <p className="office-hint" role="status">
              {totalWords(pages[0]?.total ?? null)}
            </p>
            <DataTable
              caption="企业"
              rows={pages.flatMap(({ enterprises }) => enterprises)}
              keyOf={({ uscc }) => uscc}
              empty="没有这样的企业。请少写几个字再找，或核对信用代码。"
              columns={[
                { label: "名称", cell: ({ uscc, name }) => (mayOpen ? <Link to={`/enterprises/${uscc}`}>{name}</Link> : name) },
                { label: "信用代码", cell: ({ uscc }) => uscc },
                { label: "镇（街道）", cell: (one) => one.territory ?? "未登记" },
                { label: "行业", cell: ({ industry }) => industry ?? "" },
                { label: "成立", cell: ({ establishedOn }) => (establishedOn === null ? "" : day(establishedOn)) },
                { label: "状态", cell: ({ status }) => <span className="office-tag">{STATUS_LABELS[status]}</span> },
              ]}
              {...(found.hasNextPage && {
                more: { pending: found.isFetchingNextPage, fetch: () => void found.fetchNextPage() },
              })}
            />
          </>
        )}
      </Fetched>
    </Page>
  );
}

const search = (q: string, territory: string, after: string) =>
  server.GET("/api/office/enterprises", {
    params: { query: { ...(q && { q }), ...(territory && { territory }), ...(after && { after }) } },
  });

const totalWords = (total: { rows: number; more: boolean } | null): string =>
  total === null ? "" : total.more ? `超过 ${total.rows} 家` : `${total.rows} 家`;

interface SearchProps {
  readonly q: string;
  readonly territory: string;
  readonly everywhere: boolean;
  readonly onSearch: (q: string, territory: string) => void;
}

function Search({ q, territory, everywhere, onSearch }: SearchProps) {
  const [words, setWords] = useState(q);
  const [town, setTown] = useState(territory);
  return (
    <search>
      <CheckedForm
        className="office-bar"
        onSend={() => {
          onSearch(words.trim(), town);
        }}
      >
        <Field label="名称或信用代码" type="search" value={words} onValue={setWords} maxLength={60} />
        {everywhere && <TownChoice label="镇（街道）" none="全部" value={town} onValue={setTown} />}
        <button type="submit" className="button primary">
          查找
        </button>
      </CheckedForm>
    </search>
  );
}
