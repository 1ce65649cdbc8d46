/** A sample of the platform's export, from which the headings are taken instead of being typed. */
import { useMutation } from "@tanstack/react-query";
import { FieldFrame } from "../../../parts/office/field-frame.tsx";
import { FilePick } from "../../../parts/office/file-pick.tsx";
import { TroubleNotice } from "../../../parts/office/trouble.tsx";
import { type FirstRows, type Meanings, readHeadings } from "./exchange-server.ts";
import { guessMeaning, HEAD_MEANINGS, type MappedColumn } from "./mapped-columns.ts";

export interface SampleProps {
  readonly facts: Meanings["policies"][number]["facts"];
  readonly onColumns: (columns: MappedColumn[], sheet: string) => void;
}

export function Sample({ facts, onColumns }: SampleProps) {
  const read = useMutation({
    mutationFn: readHeadings,
    onSuccess: ({ sheets }) => {
      const head = headOf(sheets);
      if (head !== null) onColumns(columnsFrom(head.row, facts), sheets.length > 1 ? head.sheet : "");
    },
  });
  return (
    <section className="office-card">
      <h2>从样本取表头</h2>
      <FieldFrame label="平台导出的一个文件" hint="只读开头几行，不保存；下面已填的各栏会换成它的表头">
        {(framed) => (
          <FilePick
            framed={framed}
            name={read.variables?.name ?? null}
            accept=".zip,.xlsx"
            disabled={read.isPending}
            onFile={(file) => read.mutate(file)}
          />
        )}
      </FieldFrame>
      <TroubleNotice error={read.error} />
      {read.data !== undefined && (
        <p role="status">
          {headOf(read.data.sheets) === null ? "开头几行是空的。" : "已取表头，请核对各栏的意思。"}
          {read.data.files.length > 0 && `附件例如：${read.data.files.slice(0, 3).join("、")}`}
        </p>
      )}
    </section>
  );
}

/** The fullest of the first rows. */
function headOf(sheets: FirstRows["sheets"]): { readonly sheet: string; readonly row: readonly string[] } | null {
  const rows = sheets.flatMap(({ name, rows: all }) => all.map((row) => ({ sheet: name, row, filled: filledIn(row) })));
  return rows.reduce<(typeof rows)[number] | null>((most, one) => (one.filled > (most?.filled ?? 0) ? one : most), null);
}

const filledIn = (row: readonly string[]): number => new Set(row.map((cell) => cell.trim()).filter((cell) => cell !== "")).size;

function columnsFrom(row: readonly string[], facts: SampleProps["facts"]): MappedColumn[] {
  const meanings = [...HEAD_MEANINGS, ...facts.map(({ path, label }) => ({ value: path, label }))];
  const taken = new Set<string>();
  return row
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
    .map((heading, id) => {
      const guess = guessMeaning(heading, meanings);
      const meaning = taken.has(guess) ? "" : guess;
      taken.add(meaning);
      return { id, heading, meaning, unit: heading.includes("万元") ? "wan" : "yuan" };
    });
}
