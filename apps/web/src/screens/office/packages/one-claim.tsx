/** One claim: what the platform says of it, its attachments, what was decided, and the next decision. */
import { useQuery } from "@tanstack/react-query";
import { CLAIM_STAGES } from "@zhengdui/casework";
import { useParams } from "react-router";
import { answered, server } from "../../../office-server.ts";
import { yuan } from "../../../parts/figures/money.ts";
import { momentOf } from "../../../parts/office/moment.ts";
import { Page } from "../../../parts/office/page.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { useMay } from "../../../parts/office/use-me.ts";
import { usePolicyTitles } from "../../../parts/office/use-policies.ts";
import { Decide } from "./decide.tsx";
import type { Claim } from "./exchange-server.ts";

export function OneClaim() {
  const { number = "" } = useParams();
  const mayDecide = useMay("claim.decide") !== null;
  const found = useQuery({
    queryKey: ["claims", number],
    queryFn: () => answered(server.GET("/api/office/claims/{number}", { params: { path: { number } } })),
  });
  const one = found.data;
  return (
    <Page
      title={`申报件 ${number}`}
      back={
        one === undefined ? { to: "/packages", label: "平台申报包" } : { to: `/packages/${one.package}`, label: "所在的申报包" }
      }
    >
      {found.error !== null && <TroubleNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <p className="waiting">正在取……</p>}
      {one !== undefined && (
        <>
          <Contents one={one} />
          <Attachments one={one} />
          {mayDecide && <Decide key={`${one.number} ${one.state} ${one.decidedAt}`} one={one} />}
          <Decisions one={one} />
        </>
      )}
    </Page>
  );
}

function Contents({ one }: { readonly one: Claim }) {
  const titleOf = usePolicyTitles();
  const meanings = useQuery({ queryKey: ["meanings"], queryFn: () => answered(server.GET("/api/office/mappings/meanings")) });
  const facts = meanings.data?.policies.find(({ id }) => id === one.policy)?.facts ?? [];
  const labelOf = (path: string) => facts.find((fact) => fact.path === path)?.label ?? path;
  const said: readonly (readonly [string, string | null])[] = [
    ["单位", `${one.name}（${one.uscc}）`],
    ["政策", titleOf(one.policy)],
    ["条款", one.clause],
    ["项目", one.project],
    ["申报金额", one.claimed === null ? null : `${yuan(one.claimed)} 元`],
    ["状态", one.stateLabel],
    ["核定金额", one.approved === null ? null : `${yuan(one.approved)} 元`],
    ["原因", one.reason],
    ...Object.entries(one.facts).map(([path, value]) => [labelOf(path), shown(value)] as const),
    ...Object.entries(one.others),
  ];
  return (
    <dl className="office-facts package-contents">
      {said
        .filter(([, value]) => value !== null)
        .map(([label, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list doesn't move, and a fact may be called as a column is
          <div key={at} className="package-pair">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const shown = (value: unknown): string =>
  value === true ? "是" : value === false ? "否" : Array.isArray(value) ? value.join("、") : String(value);

function Attachments({ one }: { readonly one: Claim }) {
  return (
    <>
      <h2>附件</h2>
      {one.attachments.length === 0 ? (
        <p>没有附件。</p>
      ) : (
        <ul>
          {one.attachments.map(({ path, file, sizeBytes }) => (
            <li key={path}>
              <a href={`/api/office/files/${file}`} download>
                {path}
              </a>
              （{Math.ceil(sizeBytes / 1024)} KB）
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Decisions({ one }: { readonly one: Claim }) {
  if (one.decisions.length === 0) return null;
  return (
    <>
      <h2>历次办理</h2>
      <ol>
        {one.decisions.map(({ decidedAt, from, to, reason, approved }) => (
          <li key={`${decidedAt} ${to}`}>
            {momentOf(decidedAt)}：{CLAIM_STAGES[from]} → {CLAIM_STAGES[to]}
            {approved !== null && `，核定 ${yuan(approved)} 元`}
            {reason !== null && `；${reason}`}
          </li>
        ))}
      </ol>
    </>
  );
}
