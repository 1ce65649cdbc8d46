/** Rows of the ledger: to whom, by which policy, which year is meant, how much; marked where something doesn't go together. */

import { day } from "../../../parts/figures/day.ts";
import { wanOfFen, yuanOfFen } from "../../../parts/figures/money.ts";
import { DataTable, type DataTableProps } from "../../../parts/office/data-table.tsx";
import { WideTable } from "../../../parts/office/wide-table.tsx";
import { type Finding, FLAGS, findingId } from "./findings.tsx";
import type { LedgerAnswer } from "./ledger-answer.ts";

type Award = LedgerAnswer["awards"][number];

export interface AwardsProps extends Pick<DataTableProps<Award>, "more"> {
  readonly awards: readonly Award[];
  readonly findings: readonly Finding[];
  /** Was something looked for? */
  readonly asked: boolean;
  /** Only what one's own units were granted. */
  readonly own: boolean;
}

export function Awards({ awards, findings, asked, own, more }: AwardsProps) {
  return (
    <>
      {awards.length > 0 && <p className="office-unit">认定支出、核定：万元；已付：元</p>}
      <WideTable label="台账各行">
        <DataTable
          caption="历年奖补"
          rows={awards}
          keyOf={({ id }) => id}
          empty={asked ? "没有找到。可以少写几个条件再找。" : own ? "台账里没有本单位的记录。" : "台账里还没有内容。"}
          {...(more === undefined ? {} : { more })}
          columns={[
            { label: "收款单位", cell: (award) => <Payee award={award} /> },
            { label: "政策", cell: (award) => <Policy award={award} /> },
            { label: "项目和发票", cell: (award) => <Subject award={award} /> },
            { label: "年度", cell: (award) => <Years award={award} /> },
            { label: "认定支出", number: true, cell: ({ expense }) => <Wan fen={expense} /> },
            { label: "核定", number: true, cell: ({ approved }) => <Wan fen={approved} /> },
            { label: "已付", number: true, cell: (award) => <Paid award={award} /> },
            { label: "请核对", cell: ({ id }) => <Flags id={id} findings={findings} /> },
          ]}
        />
      </WideTable>
    </>
  );
}

/** Two decimals of 万元; what they don't hold stands below to the 分, so that nothing is lost by rounding. */
function Wan({ fen }: { readonly fen: number | null }) {
  if (fen === null) return null;
  const exact = BigInt(fen);
  // 0.01 万元 is 100 元: half of it and more is one more.
  const hundreds = (exact / 50n / 100n + 1n) / 2n;
  const rounded = hundreds * 100n * 100n;
  return (
    <>
      {wanOfFen(rounded)}
      <span className="office-measure"> 万元</span>
      {rounded !== exact && <span className="office-hint office-under">{yuanOfFen(exact)} 元</span>}
    </>
  );
}

const Payee = ({ award: { payee, uscc } }: { readonly award: Award }) => (
  <>
    {payee} <span className="office-code">{uscc}</span>
  </>
);

function Policy({ award: { organ, policy, clause, document, source } }: { readonly award: Award }) {
  return (
    <ul className="office-lines">
      <li>
        {policy}
        {clause}
      </li>
      <li className="office-hint">
        {organ}
        {source === "other" && "（其他部门）"}
      </li>
      {document !== null && <li className="office-hint">下达：{document}</li>}
    </ul>
  );
}

function Subject({ award: { project, projectNumber, organiser, invoices } }: { readonly award: Award }) {
  return (
    <ul className="office-lines">
      {project !== null && <li>{project}</li>}
      {projectNumber !== null && <li>编号 {projectNumber}</li>}
      {organiser !== null && <li>举办：{organiser}</li>}
      {invoices.map((number) => (
        <li key={number}>
          发票 <span className="office-code">{number}</span>
        </li>
      ))}
    </ul>
  );
}

/** Never a bare year: each says which it is. */
const Years = ({ award: { policyYear, claimYear, budgetYear } }: { readonly award: Award }) => (
  <ul className="office-lines office-years">
    <li>政策年度 {policyYear}</li>
    <li>申报年度 {claimYear}</li>
    {budgetYear !== null && <li>预算年度 {budgetYear}</li>}
  </ul>
);

function Paid({ award: { paid, paidOn } }: { readonly award: Award }) {
  if (paid === null) return <>未付</>;
  return (
    <>
      {yuanOfFen(BigInt(paid))}
      <span className="office-measure"> 元</span>
      {paidOn !== null && <span className="office-hint office-under">{day(paidOn)}</span>}
    </>
  );
}

function Flags({ id, findings }: { readonly id: string; readonly findings: readonly Finding[] }) {
  const own = findings.flatMap((finding, at) => (finding.awards.includes(id) ? [{ ...finding, at }] : []));
  if (own.length === 0) return null;
  return (
    <ul className="office-lines">
      {own.map(({ kind, at, about }) => (
        <li key={at}>
          <a className="office-tag strong" href={`#${findingId(at)}`} aria-label={`${FLAGS[kind]}：${about}`}>
            {FLAGS[kind]}
          </a>
        </li>
      ))}
    </ul>
  );
}
