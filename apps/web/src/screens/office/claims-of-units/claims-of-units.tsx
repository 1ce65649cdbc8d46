/** Claims of legal representatives that wait for their check: what was claimed beside what is registered, and the licence. */
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, server } from "../../../office-server.ts";
import { DataTable } from "../../../parts/office/data-table.tsx";
import { type Decision, DecisionDialog } from "../../../parts/office/decision-dialog.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { FileLink } from "../../../parts/office/file-link.tsx";
import type { Got } from "../../../parts/office/got.ts";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { say } from "../../../parts/office/said.tsx";
import { TownChoice } from "../../../parts/office/town-choice.tsx";
import { useKept } from "../../../parts/office/use-kept.ts";
import { useMay } from "../../../parts/office/use-me.ts";

type Claim = Got<"/api/office/unit-claims">["claims"][number];
const CLAIMS = ["unit-claims", "pending"] as const;

export function ClaimsOfUnits() {
  const [checked, setChecked] = useState<Claim | null>(null);
  const claims = useInfiniteQuery({
    queryKey: CLAIMS,
    initialPageParam: "",
    queryFn: ({ pageParam: after }) =>
      answered(server.GET("/api/office/unit-claims", { params: { query: after === "" ? {} : { after } } })),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Page title="认领核对" lead="核对营业执照：信用代码、名称、法定代表人与认领人一致的，予以通过。">
      <Fetched query={claims}>
        {({ pages }) => (
          <DataTable
            caption="待核对的认领"
            rows={pages.flatMap((page) => page.claims)}
            keyOf={({ id }) => id}
            empty="没有待核对的认领。"
            columns={[
              { label: "认领的名称", cell: ({ name }) => name },
              { label: "登记名称", cell: ({ name, registered }) => <Registered name={name} registered={registered} /> },
              { label: "信用代码", cell: ({ uscc }) => uscc },
              { label: "镇（街道）", cell: ({ territory }) => territory ?? "未填" },
              { label: "认领人", cell: ({ claimant, login }) => `${claimant}（${login}）` },
              { label: "提出", cell: ({ claimedAt }) => momentOf(claimedAt) },
              { label: "证明", cell: ({ evidenceFile }) => <FileLink id={evidenceFile} label="营业执照" /> },
              {
                label: "办理",
                cell: (one) => (
                  <button type="button" className="button" aria-label={`核对${one.name}`} onClick={() => setChecked(one)}>
                    核对
                  </button>
                ),
              },
            ]}
            {...(claims.hasNextPage && {
              more: { pending: claims.isFetchingNextPage, fetch: () => void claims.fetchNextPage() },
            })}
          />
        )}
      </Fetched>
      {checked !== null && <Check claim={checked} onClose={() => setChecked(null)} />}
    </Page>
  );
}

function Registered({ name, registered }: Pick<Claim, "name" | "registered">) {
  if (registered === null) return <span className="office-tag care">未建档</span>;
  return name === registered ? registered : <span className="office-fault">{registered}</span>;
}

function Check({ claim, onClose }: { readonly claim: Claim; readonly onClose: () => void }) {
  const { form, set } = useKept(`town of ${claim.id}`, { town: claim.territory ?? "" });
  const { town } = form;
  const queries = useQueryClient();
  // Where the unit is on file, its town is known; a town's officer can't move it to another's.
  const setsTown = useMay("unit.confirm") === "all" && claim.registered === null;
  return (
    <DecisionDialog
      place={`claim ${claim.id}`}
      title={`核对认领：${claim.name}`}
      decide={(decision: Decision) => {
        const body = { ...decision, ...(setsTown && town !== "" && { territory: town }) };
        return answered(server.POST("/api/office/unit-claims/{id}/decision", { params: { path: { id: claim.id } }, body }));
      }}
      onDecided={async ({ confirm }) => {
        await queries.invalidateQueries({ queryKey: CLAIMS });
        say(confirm ? `已通过：${claim.claimant}可以代表${claim.name}办理。` : `没有通过，${claim.claimant}会看到理由。`);
      }}
      onClose={onClose}
    >
      <p>
        {claim.claimant}（{claim.login}）以法定代表人身份认领{claim.name}（{claim.uscc}）。通过后不能撤回，只能停止授权。
      </p>
      {setsTown && <TownChoice label="镇（街道）" none="不清楚" value={town} onValue={(one) => set({ town: one })} />}
    </DecisionDialog>
  );
}
