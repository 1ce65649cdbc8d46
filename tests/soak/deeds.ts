/** What the eight clients were told is done. A deed is noted the moment its answer was read whole: from then on it may not be lost. */
import { createHash, randomBytes } from "node:crypto";
import { makeCreditCode } from "../../packages/basics/src/index.ts";
import type { Caller } from "./caller.ts";

export type DeedKind =
  | "enterprise"
  | "renaming"
  | "file"
  | "fact"
  | "account"
  | "account-decision"
  | "question"
  | "answer"
  | "publication"
  | "register"
  | "register-undo"
  | "ledger"
  | "package"
  | "invitation"
  | "revocation";

export interface Deed {
  readonly kind: DeedKind;
  readonly id: string;
  /** What must be read again. */
  readonly detail: Readonly<Record<string, string>>;
}

export type Note = (kind: DeedKind, id: string, detail?: Deed["detail"]) => void;

export interface Writer {
  readonly name: string;
  /** Writes something; throws `NotDone` where it wasn't acknowledged. */
  readonly write: () => Promise<void>;
  /** Reads its deeds again over the routes; those that aren't there, or not as they were acknowledged. */
  readonly missing: (deeds: readonly Deed[]) => Promise<readonly Deed[]>;
}

/** Where deeds are read one by one. */
export async function missingOf(deeds: readonly Deed[], isThere: (deed: Deed) => Promise<boolean>): Promise<readonly Deed[]> {
  const missing: Deed[] = [];
  for (const deed of deeds) if (!(await isThere(deed))) missing.push(deed);
  return missing;
}

/** Credit codes of one writer, by two letters: none is given twice. */
export function codes(letters: string): () => string {
  let given = 0;
  return () => makeCreditCode("91350582", `${letters}${String(++given).padStart(6, "0")}`) ?? "";
}

/** A small PDF that no other is like. */
export const newPdf = (): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<</Unlike (${randomBytes(24).toString("hex")})>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);

/** Uploads one for a unit. Answers its id. */
export async function upload({ call }: Caller, uscc: string, note: Note): Promise<string> {
  const boundary = `----zhengdui${randomBytes(6).toString("hex")}`;
  const field = `--${boundary}\r\ncontent-disposition: form-data; name="uscc"\r\n\r\n${uscc}\r\n`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  const bytes = Buffer.concat([Buffer.from(field + head), newPdf(), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const type = `multipart/form-data; boundary=${boundary}`;
  const { id, sha256 } = await call<{ id: string; sha256: string }>("POST", "/files", { bytes, type });
  note("file", id, { sha256 });
  return id;
}

/** Files, whoever uploaded them: their bytes are read again. */
export const missingFiles = (reader: Caller, deeds: readonly Deed[]): Promise<readonly Deed[]> =>
  missingOf(deeds, async ({ id, detail }) => sha256(await reader.bytes(`/files/${id}`)) === detail.sha256);

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
