/** A table of rows: heads and cells at a desk, a card a row on a phone; says when it is empty, and fetches more on demand. */
import type { ReactNode } from "react";

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the right. */
  readonly number?: true;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What is said where there are no rows: a sentence, and what to do. */
  readonly empty: ReactNode;
  readonly more?: { readonly pending: boolean; readonly fetch: () => void };
}

export function DataTable<Row>({ caption, columns, rows, keyOf, empty, more }: DataTableProps<Row>) {
  if (rows.length === 0) return <div className="office-empty">{empty}</div>;
  return (
    <>
      <table className="office-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, number }) => (
              <th key={label} scope="col" className={number ? "number" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ label, cell, number }) => (
                <td key={label} data-label={label} className={number ? "number" : undefined}>
                  <div className="office-cell">{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more !== undefined && (
        <p className="office-more">
          <button type="button" className="button" disabled={more.pending} onClick={more.fetch}>
            {more.pending ? "正在取……" : "再看一些"}
          </button>
        </p>
      )}
    </>
  );
}
