/** Uploads for tests: a form with one file, as a browser sends it, and small files of each kind. */
import type { LightMyRequestResponse } from "fastify";
import type { Client } from "./test-office.ts";

export const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

export interface FormFile {
  readonly bytes?: Uint8Array;
  /** As it stands in the header: what a browser sends, or what an attacker does. */
  readonly name?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

export function uploadFile(
  client: Client,
  { bytes = PDF, name = "材料.pdf", fields = {} }: FormFile,
): Promise<LightMyRequestResponse> {
  const boundary = "----zhengdui7d1f";
  const head = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head.join("") + file), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return client({ method: "POST", url: "/api/office/files", payload, headers });
}

/** The id of an uploaded file of a unit, or of nobody's yet. */
export async function uploaded(client: Client, uscc?: string): Promise<string> {
  const answer = await uploadFile(client, uscc === undefined ? {} : { fields: { uscc } });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json().id;
}
