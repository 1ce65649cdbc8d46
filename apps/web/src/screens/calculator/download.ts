/** Saves a value as a JSON file, by the browser's own download. */

/** Long enough for the browser to have read it. */
const KEPT_MS = 10_000;

export function download(name: string, content: unknown): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, "_");
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
