/** What reading a cases.md carries along: the policy's names, the complaints so far, and how a table finds the facts it is about. */
import { nearest } from "@zhengdui/basics";
import type { Fact, Policy } from "@zhengdui/policy";
import { type Complaint, type ComplaintCode, complain } from "../complaints.ts";
import type { DocCell, DocTable } from "../read/policy-document.ts";

export const APPLICANT = "applicant";
export const SETTINGS = "settings";
/** The dossier itself, whose only fact of its own is the year. */
export const DOSSIER = "";
export const READINGS_TABLE = "解释";

/** A record or a list, as tables see it. */
export interface FactGroup {
  readonly id: string;
  readonly label: string;
  readonly kind: "record" | "list";
  readonly facts: readonly Fact[];
  /** Keys whose cells may hold a range: G1—G6, 第1—20家. */
  readonly ranged: ReadonlySet<string>;
}

export interface CasesReading {
  readonly file: string;
  readonly policy: Policy;
  readonly groups: readonly FactGroup[];
  readonly complaints: Complaint[];
}

export type Cells = ReadonlyMap<Fact, DocCell>;

export interface FactTable {
  readonly group: FactGroup;
  readonly line: number;
  /** The first cell of a row, and the others by their facts. */
  readonly rows: readonly { readonly first: DocCell; readonly cells: Cells }[];
}

export function groupsOf(policy: Policy): readonly FactGroup[] {
  const { records, lists } = policy.facts;
  const year: Fact = {
    key: "year",
    label: "政策年度",
    type: { kind: "year" },
    presence: "required",
    source: "",
    evidence: "",
    privacy: "",
    changeable: false,
  };
  return [
    { id: DOSSIER, label: "算例", kind: "record", facts: [year], ranged: new Set() },
    ...records.map(({ id, label, facts }): FactGroup => ({ id, label, kind: "record", facts, ranged: new Set() })),
    ...lists.map(({ id, label, facts, unique }): FactGroup => {
      const names = facts.filter((f) => f.type.kind === "uscc" || f.key === "project" || unique.includes(f.key));
      return { id, label, kind: "list", facts, ranged: new Set(names.map((f) => f.key)) };
    }),
  ];
}

/** A complaint at a cell. */
export function objectTo<C extends ComplaintCode>(
  reading: CasesReading,
  code: C,
  cell: DocCell,
  ...args: Parameters<typeof complain<C>> extends [C, unknown, ...infer A] ? A : never
): null {
  const { line, column, text } = cell;
  reading.complaints.push(complain(code, { file: reading.file, line, column, words: text }, ...(args as never)));
  return null;
}

/** A table of facts: its first header cell names the record or list, the others its facts. null after a complaint. */
export function factTableOf(reading: CasesReading, table: DocTable): FactTable | null {
  const [name = { text: "", line: table.line, column: 1 }, ...columns] = table.header;
  const group = reading.groups.find((g) => g.label === name.text);
  if (group === undefined) {
    const known = [...reading.groups.map((g) => g.label), READINGS_TABLE];
    return objectTo(reading, "case-table-unknown", name, { known, close: nearest(name.text, known) });
  }
  const known = group.facts.map((f) => f.label);
  const facts = columns.map((column, i) => {
    if (columns.findIndex((other) => other.text === column.text) < i) return objectTo(reading, "case-fact-twice", column);
    const fact = group.facts.find((f) => f.label === column.text);
    if (fact !== undefined) return fact;
    return objectTo(reading, "case-fact-unknown", column, { table: group.label, known, close: nearest(column.text, known) });
  });
  const rows = table.rows.map(([first = name, ...rest]) => {
    const cells = new Map<Fact, DocCell>();
    for (const [i, cell] of rest.entries()) {
      const fact = facts[i];
      if (fact !== undefined && fact !== null) cells.set(fact, cell);
    }
    return { first, cells };
  });
  return { group, line: table.line, rows };
}
