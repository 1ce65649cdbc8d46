/** What the screens of packages ask of the server; files go as they are, the rest by the typed client. */
import type { OfficePaths } from "@zhengdui/contract";
import { answeredPlain } from "../../../office-server.ts";

type Answer<Path extends keyof OfficePaths, Method extends keyof OfficePaths[Path]> = OfficePaths[Path][Method] extends {
  responses: { 200: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

export type Preview = Answer<"/api/office/packages/previews", "post">;
export type Imported = Answer<"/api/office/packages", "post">;
export type FirstRows = Answer<"/api/office/mappings/headings", "post">;
export type Mapping = Answer<"/api/office/mappings/{id}", "get">;
export type Meanings = Answer<"/api/office/mappings/meanings", "get">;
export type Claim = Answer<"/api/office/claims/{number}", "get">;
export type Brought = Answer<"/api/office/packages/{id}", "get">["claims"][number];

async function sendFile<Body>(path: string, file: File, query: Readonly<Record<string, string>>): Promise<Body> {
  const asked = new URLSearchParams({ ...query, name: file.name.trim().slice(-200) });
  const headers = { "content-type": "application/octet-stream" };
  const response = await answeredPlain(fetch(`/api/office${path}?${asked}`, { method: "POST", body: file, headers }));
  return (await response.json()) as Body;
}

export const previewPackage = (file: File, mapping: string): Promise<Preview> =>
  sendFile("/packages/previews", file, { mapping });

export const importPackage = (file: File, mapping: string, sha256: string, addUnits: boolean): Promise<Imported> =>
  sendFile("/packages", file, { mapping, sha256, addUnits: String(addUnits) });

export const readHeadings = (file: File): Promise<FirstRows> => sendFile("/mappings/headings", file, {});

/** Saves what the server sends as a file, under the name that it gives. */
export async function saveResults(id: string, again: boolean): Promise<void> {
  const response = await answeredPlain(fetch(`/api/office/packages/${id}/results?again=${again}`, { method: "POST" }));
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = named === undefined ? "办理结果.xlsx" : decodeURIComponent(named);
  link.click();
  URL.revokeObjectURL(address);
}
