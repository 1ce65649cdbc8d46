/** An enterprise's facts, the years side by side: each with who said it, when, from what, and beside it what the other side says where it differs; all that was said before is a button away. */
import { type ReactNode, useState } from "react";
import { type Column, DataTable } from "./data-table.tsx";
import { FactHistory } from "./fact-history.tsx";
import { FactValue } from "./fact-value.tsx";
import type { Got } from "./got.ts";
import { type Statement, StatementSource } from "./statement-source.tsx";
import type { Declared } from "./use-declared.ts";

export type Standing = Got<"/api/office/enterprises/{uscc}">["facts"][number];

export interface FactTableProps {
  readonly uscc: string;
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

export function FactTable({ uscc, facts, declared, names, also = [], years, empty, deeds }: FactTableProps) {
  const [asked, setAsked] = useState<{ readonly fact: string; readonly year: number } | null>(null);
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
          <button
            type="button"
            className="link office-earlier"
            aria-label={`${of?.label ?? fact}（${year} 年度）的历次记载`}
            onClick={() => setAsked({ fact, year })}
          >
            历次记载
          </button>
        </div>
      );
    },
  }));
  return (
    <>
      <DataTable
        caption="各年度的情况"
        rows={rows}
        keyOf={({ fact }) => fact}
        empty={empty}
        columns={[{ label: "情况", cell: ({ fact, of }) => <strong>{of?.label ?? fact}</strong> }, ...columns]}
      />
      {asked !== null && (
        <FactHistory uscc={uscc} {...asked} of={declared.get(asked.fact)} names={names} onClose={() => setAsked(null)} />
      )}
    </>
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
  return (
    <>
      <p>
        <FactValue kind={of?.type} value={one.value} />
      </p>
      <p className="office-hint">
        <StatementSource one={one} names={names} />
      </p>
    </>
  );
}
