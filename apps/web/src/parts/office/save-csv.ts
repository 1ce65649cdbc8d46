/** Saves rows as a CSV file, by the browser's own download: quoted throughout, with the mark by which spreadsheets know UTF-8. */

/** Long enough for the browser to have read it. */
const KEPT_MS = 10_000;

export function saveCsv(name: string, rows: readonly (readonly string[])[]): void {
  const text = rows.map((row) => row.map(quoted).join(",")).join("\r\n");
  const url = URL.createObjectURL(new Blob([`\uFEFF${text}\r\n`], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, "_");
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** What would be a formula to a spreadsheet stays a text. */
const quoted = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
