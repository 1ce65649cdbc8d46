/** Disputes of units about what an office supplied: listed by state, upheld with the right value or rejected with a reason. */
import { useState } from "react";
import { Link } from "react-router";
import { Choice } from "../../../parts/office/choice.tsx";
import { type Dispute, DisputeList } from "../../../parts/office/dispute-list.tsx";
import { Fetched } from "../../../parts/office/fetched.tsx";
import { Page } from "../../../parts/office/page.tsx";
import { useDeclared } from "../../../parts/office/use-declared.ts";
import { useDisputes } from "../../../parts/office/use-disputes.ts";
import { useMay } from "../../../parts/office/use-me.ts";
import { SettleDialog } from "./settle-dialog.tsx";

const STATES = ["open", "upheld", "rejected"] as const;
const OPTIONS = [
  { value: "open", label: "待处理" },
  { value: "upheld", label: "成立" },
  { value: "rejected", label: "不成立" },
];

export function DisputesPage() {
  const [state, setState] = useState<(typeof STATES)[number]>("open");
  const [settled, setSettled] = useState<Dispute | null>(null);
  const disputes = useDisputes({ state });
  const declared = useDeclared();
  const maySettle = useMay("file.settle") !== null;
  const kind = settled === null ? undefined : declared.data?.get(settled.fact);
  return (
    <Page title="数据异议" lead="单位认为部门提供的数据有误：成立的更正数据，不成立的写明理由。">
      <div className="office-bar">
        <Choice
          label="状态"
          value={state}
          onValue={(value) => setState(STATES.find((one) => one === value) ?? "open")}
          options={OPTIONS}
        />
      </div>
      <Fetched query={disputes}>
        {({ pages }) => (
          <DisputeList
            disputes={pages.flatMap((page) => page.disputes)}
            declared={declared.data ?? new Map()}
            empty="没有这样的异议。"
            nameOf={({ uscc, name }) => <Link to={`/enterprises/${uscc}`}>{name}</Link>}
            {...(maySettle &&
              state === "open" && {
                deeds: (one: Dispute) => (
                  <button type="button" className="button" aria-label={`处理${one.name}的异议`} onClick={() => setSettled(one)}>
                    处理
                  </button>
                ),
              })}
            {...(disputes.hasNextPage && {
              more: { pending: disputes.isFetchingNextPage, fetch: () => void disputes.fetchNextPage() },
            })}
          />
        )}
      </Fetched>
      {settled !== null && kind !== undefined && (
        <SettleDialog dispute={settled} declared={kind} onClose={() => setSettled(null)} />
      )}
    </Page>
  );
}
