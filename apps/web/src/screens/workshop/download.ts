/** Hands a policy's documents to the browser as one zip, in the folders that a policy has. */
import type { WorkshopDocument, WorkshopEntry } from "@zhengdui/contract";
import { strToU8, zipSync } from "fflate";

/** Long enough for the browser to have read it. */
const KEPT_MS = 10_000;

export function zipOf({ policy, version }: WorkshopEntry, documents: readonly WorkshopDocument[]): Uint8Array<ArrayBuffer> {
  const files = documents.map(({ name, text }) => [`${policy}/${version}/${name}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files)) as Uint8Array<ArrayBuffer>;
}

export function download(entry: WorkshopEntry, documents: readonly WorkshopDocument[]): void {
  const address = URL.createObjectURL(new Blob([zipOf(entry, documents)], { type: "application/zip" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${entry.policy}-${entry.version}.zip`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
