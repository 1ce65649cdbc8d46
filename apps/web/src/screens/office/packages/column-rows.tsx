/** The headings, each with its meaning, its unit where it is an amount, and what the server found wrong with it. */
import { Choice } from "../../../parts/office/choice.tsx";
import { Field, faultAt } from "../../../parts/office/field.tsx";
import type { Meanings } from "./exchange-server.ts";
import { factColumns, HEAD_MEANINGS, type MappedColumn } from "./mapped-columns.ts";

export interface ColumnRowsProps {
  readonly columns: readonly MappedColumn[];
  readonly facts: Meanings["policies"][number]["facts"];
  readonly error: unknown;
  readonly onColumns: (columns: MappedColumn[]) => void;
}

const UNITS = [
  { value: "yuan", label: "元" },
  { value: "wan", label: "万元" },
];

export function ColumnRows({ columns, facts, error, onColumns }: ColumnRowsProps) {
  const meanings = [
    { value: "", label: "照原样保存" },
    ...HEAD_MEANINGS,
    ...facts.map(({ path, group, label }) => ({ value: path, label: `${group}：${label}` })),
  ];
  const isMoney = (meaning: string) => meaning === "claimed" || facts.find(({ path }) => path === meaning)?.kind === "money";
  const change = (id: number, part: Partial<MappedColumn>) =>
    onColumns(columns.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const placed = factColumns(columns);
  const faultOf = (one: MappedColumn): string | null => {
    const at = placed.indexOf(one);
    const paths = at < 0 ? [`mapping.headings.${one.meaning}`] : [`mapping.facts[${at}].heading`, `mapping.facts[${at}].path`];
    return paths.map((path) => faultAt(error, path)).find((fault) => fault !== null) ?? null;
  };
  const next = Math.max(-1, ...columns.map(({ id }) => id)) + 1;
  return (
    <>
      <ul className="package-columns">
        {columns.map((one, at) => (
          <li key={one.id}>
            <Field
              label={`第 ${at + 1} 栏的表头`}
              value={one.heading}
              onValue={(heading) => change(one.id, { heading })}
              fault={faultOf(one)}
              required={one.meaning !== ""}
            />
            <Choice label="是什么" value={one.meaning} options={meanings} onValue={(meaning) => change(one.id, { meaning })} />
            {isMoney(one.meaning) && (
              <Choice
                label="单位"
                value={one.unit}
                options={UNITS}
                onValue={(unit) => change(one.id, { unit: unit === "wan" ? "wan" : "yuan" })}
              />
            )}
            <button
              type="button"
              className="button quiet"
              aria-label={`去掉第 ${at + 1} 栏`}
              onClick={() => onColumns(columns.filter(({ id }) => id !== one.id))}
            >
              去掉
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        onClick={() => onColumns([...columns, { id: next, heading: "", meaning: "", unit: "yuan" }])}
      >
        加一栏
      </button>
    </>
  );
}
