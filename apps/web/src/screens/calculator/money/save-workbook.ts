/** Writes planned sheets as an .xlsx and hands it to the browser. Only who asks for it fetches this. */
import type { CellObject, SheetData } from "write-excel-file/universal";
import write from "write-excel-file/universal";
import type { PlannedSheet, SheetCell } from "./workbook.ts";

/** Title and headings stay in sight. */
const FROZEN = 2;

export async function saveWorkbook(name: string, sheets: readonly PlannedSheet[]): Promise<void> {
  const planned = sheets.map(({ name: sheet, widths, rows }) => ({
    sheet,
    data: rows.map((row) => row.map(cellOf)) as SheetData,
    columns: widths.map((width) => ({ width })),
    ...(rows[1]?.[0]?.kind === "head" ? { stickyRowsCount: FROZEN } : {}),
    orientation: "landscape" as const,
  }));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await write(planned).toBlob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function cellOf(cell: SheetCell): CellObject {
  switch (cell.kind) {
    case "amount":
      return { type: Number, value: cell.value, format: "#,##0.00" };
    case "title":
      return { type: String, value: cell.text, format: "@", fontWeight: "bold", fontSize: 14 };
    case "head":
      return { type: String, value: cell.text, format: "@", fontWeight: "bold", backgroundColor: "#E8EEF7", borderStyle: "thin" };
    case "text":
      return { type: String, value: cell.text, format: "@", wrap: true, alignVertical: "top" };
  }
}
