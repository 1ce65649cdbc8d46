/** An enterprise's facts, the years side by side: each with who said it, when, from what, and beside it what the other side says where it differs. */
import type { ReactNode } from "react";
import { type Column, DataTable } from "./data-table.tsx";
import { factWords } from "./fact-words.ts";
import { FileLink } from "./file-link.tsx";
import type { Got } from "./got.ts";
import { ImportWords } from "./import-words.tsx";
import { dayOf } from "./moment.ts";
import type { Declared } from "./use-declared.ts";
import { useMay } from "./use-me.ts";

export type Standing = Got<"/api/office/enterprises/{uscc}">["facts"][number];
type Statement = Standing["current"];

const SOURCE: Readonly<Record<Statement["source"], string>> = { unit: "单位填报", bureau: "部门登记", register: "名单导入" };

export interface FactTableProps {
  readonly facts: readonly Standing[];
  readonly declared: ReadonlyMap<string, Declared>;
  /** Names of the accounts that are known here. */
  readonly names: ReadonlyMap<string, string>;
  /** Facts to show though nothing is said of them yet. */
  readonly also?: readonly string[];
  readonly years: readonly number[];
  readonly empty: ReactNode;
  readonly deeds?: (fact: string, year: number, standing: Standing | undefined) => ReactNode;
}

export function FactTable({ facts, declared, names, also = [], years, empty, deeds }: FactTableProps) {
  const rows = [...new Set([...also, ...facts.map(({ fact }) => fact)])].map((fact) => ({ fact, of: declared.get(fact) }));
  const at = new Map(facts.map((one) => [`${one.fact} ${one.year}`, one]));
  const columns: Column<(typeof rows)[number]>[] = years.map((year) => ({
    label: `${year} 年度`,
    cell: ({ fact, of }) => {
      const standing = at.get(`${fact} ${year}`);
      return (
        <div>
          {standing !== undefined && <Cell standing={standing} of={of} names={names} />}
          {deeds?.(fact, year, standing)}
        </div>
      );
    },
  }));
  return (
    <DataTable
      caption="各年度的情况"
      rows={rows}
      keyOf={({ fact }) => fact}
      empty={empty}
      columns={[{ label: "情况", cell: ({ fact, of }) => <strong>{of?.label ?? fact}</strong> }, ...columns]}
    />
  );
}

interface CellProps {
  readonly standing: Standing;
  readonly of: Declared | undefined;
  readonly names: ReadonlyMap<string, string>;
}

function Cell({ standing: { current, beside }, of, names }: CellProps) {
  return (
    <>
      <Said one={current} of={of} names={names} />
      {beside !== null && (
        <div className="office-beside">
          <p>与此不同：</p>
          <Said one={beside} of={of} names={names} />
        </div>
      )}
    </>
  );
}

interface SaidProps {
  readonly one: Statement;
  readonly of: Declared | undefined;
  readonly names: ReadonlyMap<string, string>;
}

function Said({ one, of, names }: SaidProps) {
  const who = names.get(one.suppliedBy);
  const mayRead = useMay("register.read") !== null;
  return (
    <>
      <p>{factWords(of?.type, one.value)}</p>
      <p className="office-hint">
        {one.register !== null ? (
          <ImportWords from={one.register} mayRead={mayRead} />
        ) : (
          <>
            {SOURCE[one.source]}
            {who !== undefined && `（${who}）`}，{dayOf(one.suppliedAt)}
            {one.basis !== null && `；依据：${basisWords(one.basis)}`}　<FileLink id={one.evidenceFile} label="证明材料" />
          </>
        )}
      </p>
    </>
  );
}

/** A correction names its dispute by number; the dispute stands below, in words. */
const basisWords = (basis: string): string => basis.replace(/^异议成立：.*$/, "异议成立");
