/** The one way to and from .xlsx bytes. The libraries are loaded on first use: most commands never need them. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import type { CellObject, SheetData } from "write-excel-file/node";
import type { Cell } from "./cell-value.ts";
import type { SheetCells } from "./read-round.ts";
import type { Look, PlannedCell, SheetPlan } from "./sheet-plan.ts";

const SAMPLE = ".xlsx 文件，按 zhengdui settle --template 的模板";

/** An .xlsx begins like every zip. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

export async function readWorkbook(bytes: Uint8Array): Promise<Outcome<readonly SheetCells[], Problem>> {
  const { unpackWorkbook } = await import("@zhengdui/casework");
  const unpacked = unpackWorkbook(bytes, SAMPLE);
  if (!unpacked.ok) return unpacked;
  const { zipSync } = await import("fflate");
  const { default: read } = await import("read-excel-file/node");
  try {
    const sheets = await read(Buffer.from(zipSync(unpacked.value, { level: 0 })), {
      parseNumber: (digits: string) => ({ digits }),
      trim: false,
    });
    // The library's own types call a date cell the constructor Date.
    return ok(sheets.map(({ sheet, data }) => ({ sheet, data: data as unknown as Cell[][] })));
  } catch (error) {
    const detail = error instanceof Error ? `（${error.message}）` : "";
    return fail({ path: "", problem: `不能读出的工作簿${detail}`, expected: SAMPLE });
  }
}

export async function writeWorkbook(sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  const { default: write } = await import("write-excel-file/node");
  const planned = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: sheet.rows.map((row) => row.map(cellOf)) as SheetData,
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.frozenRows,
    ...(sheet.landscape ? { orientation: "landscape" as const } : {}),
  }));
  return write(planned).toBuffer();
}

const looks: Readonly<Record<Look, Partial<CellObject>>> = {
  title: { fontWeight: "bold", fontSize: 14 },
  header: {
    fontWeight: "bold",
    align: "center",
    alignVertical: "center",
    wrap: true,
    backgroundColor: "#E8EEF7",
    borderStyle: "thin",
  },
  strong: { fontWeight: "bold" },
  prose: { wrap: true, alignVertical: "top" },
};

function cellOf(cell: PlannedCell): CellObject | null {
  if (cell === null) return null;
  switch (cell.kind) {
    case "blank-text":
      return { type: String, format: "@" };
    case "number":
      return { type: Number, value: cell.value, format: cell.format, ...(cell.look ? looks[cell.look] : {}) };
    case "text":
      return { type: String, value: cell.text, format: "@", ...(cell.look ? looks[cell.look] : {}) };
  }
}
