/** Awards of earlier years, by invoice, project, organiser, enterprise or year, and what among them doesn't go together. Everybody sees their own reach of it. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { REGISTERS } from "../../../parts/office/use-register-kinds.ts";
import { Waiting } from "../../../parts/office/waiting.tsx";
import { Awards } from "./awards.tsx";
import { Findings } from "./findings.tsx";
import type { LedgerRoute } from "./ledger-answer.ts";
import { isAsked, type Sought, SoughtForm, soughtIn } from "./sought-form.tsx";

type Query = NonNullable<LedgerRoute["parameters"]["query"]>;

const PAGE_ROWS = 50;
const REACHES = { self: "", own: "本单位的。", territory: "本镇（街道）企业的。", all: "" } as const;

export function Ledger() {
  const [address, setAddress] = useSearchParams();
  const sought = soughtIn(address);
  const reach = useMay("ledger.read");
  const found = useInfiniteQuery({
    // Anew after an import or an undoing, too.
    queryKey: [...REGISTERS, "ledger", sought],
    initialPageParam: "",
    queryFn: ({ pageParam }) => {
      const query: Query = { ...queryOf(sought), limit: PAGE_ROWS, ...(pageParam === "" ? {} : { after: pageParam }) };
      return answered(server.GET("/api/office/ledger", { params: { query } }));
    },
    getNextPageParam: ({ next }) => next,
  });
  const findings = [...new Map(found.data?.pages.flatMap((page) => page.findings).map((one) => [one.sentence, one])).values()];
  return (
    <Page
      title="历年奖补台账"
      lead={`${reach === null ? "" : REACHES[reach]}同一支出只能获得一次补助，同一项目就高不重复：${reach === "own" ? "申报以前先看有没有得过" : "审核以前先看有没有给过"}。`}
      wide
    >
      <Imports />
      <SoughtForm key={address.toString()} sought={sought} onSeek={(next) => setAddress(next)} />
      {found.isPending && <Waiting />}
      {found.isError && <TroubleNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && (
        <>
          <Findings findings={findings} partial={found.data.pages.some(({ partial }) => partial)} />
          <Awards
            awards={found.data.pages.flatMap(({ awards }) => awards)}
            findings={findings}
            asked={isAsked(sought)}
            own={reach === "own"}
            {...(found.hasNextPage
              ? { more: { pending: found.isFetchingNextPage, fetch: () => void found.fetchNextPage() } }
              : {})}
          />
        </>
      )}
    </Page>
  );
}

/** The two files that the ledger comes from, for those who may see how it came. */
function Imports() {
  if (useMay("ledger.versions") === null) return null;
  return (
    <p className="office-beside-each-other">
      台账由两个文件导入：
      <Link to="/registers/ledger-ours">本局历年奖补台账</Link>
      <Link to="/registers/ledger-other">其他部门历年奖补台账</Link>
    </p>
  );
}

/** Of an enterprise the code is looked for exactly, a name anywhere. */
function queryOf({ enterprise, year, yearOf, ...words }: Sought): Query {
  const filled = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== ""));
  const code = enterprise.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  return {
    ...filled,
    ...(enterprise === "" ? {} : /^[0-9A-Z]{18}$/.test(code) ? { uscc: code } : { payee: enterprise }),
    ...(year === "" ? {} : { year: Number(year), yearOf }),
  };
}
