/** What registers in force say of an enterprise, row by row: each list with its columns as its sheet names them, and the import that it comes from. */
import { DataTable } from "./data-table.tsx";
import { Ended } from "./ended.tsx";
import type { Got } from "./got.ts";
import { ImportWords } from "./import-words.tsx";
import { cellWords, isFigure, periodWords } from "./period-words.ts";

type Listing = Got<"/api/office/enterprises/{uscc}">["registers"][number];

interface Line {
  readonly cells: readonly (string | null)[];
  readonly at: number;
}

export interface ListingsProps {
  readonly listings: readonly Listing[];
  readonly mayRead: boolean;
  readonly empty: string;
}

export function Listings({ listings, mayRead, empty }: ListingsProps) {
  if (listings.length === 0) return <p className="office-empty">{empty}</p>;
  return listings.map(({ from, columns, rows, ended }) => (
    <section className="office-listing" key={from.version} aria-label={`${periodWords(from.period)}${from.title}`}>
      <h3>
        {periodWords(from.period)}
        {from.title}
      </h3>
      <p className="office-hint">
        <ImportWords from={from} mayRead={mayRead} />
      </p>
      <DataTable
        caption={`${periodWords(from.period)}${from.title}`}
        rows={rows.map((cells, at) => ({ cells, at }))}
        keyOf={({ at }) => String(at)}
        empty={null}
        columns={[
          ...columns.map((column, at) => ({
            label: column.label,
            cell: ({ cells }: Line) => cellWords(column, cells[at] ?? null),
            ...(isFigure(column) ? { number: true as const } : {}),
          })),
          ...(ended === null ? [] : [{ label: "期限", cell: ({ at }: Line) => <Ended ended={ended[at] === true} /> }]),
        ]}
      />
    </section>
  ));
}
