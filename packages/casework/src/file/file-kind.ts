/** What an uploaded file is, by what is in it: a name says nothing. Whatever isn't one of the listed kinds is refused. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { leavesArchive, type ZipEntry, zipEntries } from "./zip-entries.ts";

export type FileKind = "pdf" | "ofd" | "jpg" | "png" | "xlsx" | "docx" | "xml" | "csv" | "txt";

/** The media type it is sent as, and the endings its name may have; the first is added where another stands. */
export const FILE_KINDS: Readonly<Record<FileKind, { readonly mediaType: string; readonly endings: readonly string[] }>> = {
  pdf: { mediaType: "application/pdf", endings: ["pdf"] },
  ofd: { mediaType: "application/ofd", endings: ["ofd"] },
  jpg: { mediaType: "image/jpeg", endings: ["jpg", "jpeg"] },
  png: { mediaType: "image/png", endings: ["png"] },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", endings: ["xlsx"] },
  docx: { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", endings: ["docx"] },
  xml: { mediaType: "application/xml", endings: ["xml"] },
  csv: { mediaType: "text/csv", endings: ["csv"] },
  txt: { mediaType: "text/plain", endings: ["txt", "csv"] },
};

export const FILE_SIZE_BYTES = 20 * 1024 * 1024;
/** An archive that claims to unpack to more isn't a document. */
const UNPACKED_SIZE_BYTES = 512 * 1024 * 1024;

const EXPECTED = "可以上传 PDF、OFD、JPG、PNG、XLSX、DOCX、XML、TXT、CSV 文件";
const refuse = (problem: string, expected = EXPECTED): Outcome<FileKind, Problem> => fail({ path: "file", problem, expected });

/** `name` only tells a table of text from other text. */
export function fileKind(bytes: Uint8Array, name: string): Outcome<FileKind, Problem> {
  if (bytes.length === 0) return refuse("文件是空的", "请检查文件后重新上传");
  if (bytes.length > FILE_SIZE_BYTES) return refuse("文件太大", `每个文件不超过 ${FILE_SIZE_BYTES / 1024 / 1024} MB`);
  if (begins(bytes, "%PDF-")) return ok("pdf");
  if (begins(bytes, "\x89PNG\r\n\x1a\n")) return ok("png");
  if (begins(bytes, "\xff\xd8\xff")) return ok("jpg");
  if (begins(bytes, "PK\x03\x04")) return archiveKind(bytes);
  return textKind(bytes, name);
}

const begins = (bytes: Uint8Array, mark: string): boolean => [...mark].every((char, at) => bytes[at] === char.charCodeAt(0));

function archiveKind(bytes: Uint8Array): Outcome<FileKind, Problem> {
  const entries = zipEntries(bytes);
  if (entries === null) return refuse("压缩文件不完整或已损坏", "请检查文件后重新上传");
  const unsafe = unsafeEntry(entries);
  if (unsafe !== null) return refuse(unsafe);
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("OFD.xml")) return ok("ofd");
  if (entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name)))
    return refuse("文件含有宏", "请另存为不含宏的 XLSX 或 DOCX");
  if (names.has("[Content_Types].xml") && names.has("xl/workbook.xml")) return ok("xlsx");
  if (names.has("[Content_Types].xml") && names.has("word/document.xml")) return ok("docx");
  return refuse("不能上传压缩包");
}

function unsafeEntry(entries: readonly ZipEntry[]): string | null {
  if (entries.some(({ name }) => leavesArchive(name))) return "压缩文件里有指向文件夹之外的路径";
  const unpacked = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  return unpacked > UNPACKED_SIZE_BYTES ? "压缩文件解开后过大" : null;
}

function textKind(bytes: Uint8Array, name: string): Outcome<FileKind, Problem> {
  const text = textOf(bytes);
  if (text === null) return refuse("不是可以上传的文件类型");
  const start = text.slice(0, 4096).replace(/^\uFEFF?\s*/, "");
  const root = rootOf(start);
  if (root !== null && /^(html|svg|script|body|head)$/i.test(root)) return refuse("不能上传网页或矢量图");
  if (/^<!doctype/i.test(start)) return refuse("XML 文件含有文档类型声明（DOCTYPE）", "请上传税务平台交付的原文件");
  if (root !== null || start.startsWith("<?xml"))
    return /<!(doctype|entity)/i.test(text) ? refuse("XML 文件含有 DOCTYPE 或实体声明", "请上传税务平台交付的原文件") : ok("xml");
  return ok(/\.csv$/i.test(name) ? "csv" : "txt");
}

/** UTF-8, else what Chinese Windows writes; null: no text. */
function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
      return /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text) ? null : text;
    } catch {
      // Not in this encoding; the next one is tried.
    }
  }
  return null;
}

/**
 * The first element's name without its prefix, past declaration and comments. Each is stepped over once: an expression that may end a comment at any later
 * end of one tries all divisions of a text of nothing but comments, and never comes back.
 */
function rootOf(start: string): string | null {
  let rest = start;
  while (rest.startsWith("<?") || rest.startsWith("<!--")) {
    const mark = rest.startsWith("<?") ? ">" : "-->";
    const end = rest.indexOf(mark, mark.length);
    if (end < 0) return null;
    rest = rest.slice(end + mark.length).trimStart();
  }
  return /^<(?:[\p{L}_][\p{L}\d_.-]*:)?([\p{L}_][\p{L}\d_.-]*)/u.exec(rest)?.[1] ?? null;
}
