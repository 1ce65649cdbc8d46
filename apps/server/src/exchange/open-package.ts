/** A package on the disk: its sheets at once, its attachments one at a time, each no larger than its directory says. */
import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import {
  FILE_SIZE_BYTES,
  findDirectory,
  type NamedSheet,
  type PackageAttachment,
  type PackageEntry,
  planPackage,
  readDirectory,
  TAIL_BYTES,
} from "@zhengdui/casework";
import { readSheets } from "../sheet/read-sheets.ts";
import type { ReceivedPackage } from "./receive-package.ts";

export interface OpenPackage {
  readonly sheets: readonly NamedSheet[];
  readonly attachments: readonly PackageAttachment[];
  readonly bytesOf: (entry: PackageEntry) => Promise<Outcome<Buffer, Problem>>;
}

const MOST_DIRECTORY_BYTES = 8 * 1024 * 1024;
/** What can't be packed smaller may grow a little. */
const GROWTH_BYTES = 64 * 1024;
const LOCAL_BYTES = 30;
const unpack = promisify(inflateRaw);

/** The file is closed again once `work` is done. */
export async function withPackage<T>(
  { path, sizeBytes }: ReceivedPackage,
  fileName: string,
  work: (opened: OpenPackage) => Promise<Outcome<T, Problem>>,
): Promise<Outcome<T, Problem>> {
  const handle = await open(path, "r");
  try {
    const opened = await opening(new Archive(handle, sizeBytes), fileName);
    return opened.ok ? await work(opened.value) : opened;
  } finally {
    await handle.close();
  }
}

async function opening(archive: Archive, fileName: string): Promise<Outcome<OpenPackage, Problem>> {
  const first = await archive.part(0, 4);
  if (first[0] !== 0x50 || first[1] !== 0x4b) return bare(archive, fileName);
  const place = findDirectory(await archive.part(Math.max(0, archive.sizeBytes - TAIL_BYTES), TAIL_BYTES), archive.sizeBytes);
  if (!place.ok) return place;
  if (place.value.bytes > MOST_DIRECTORY_BYTES)
    return fail({ path: "", problem: "压缩包里的文件名太多太长", expected: "分几次导出" });
  const directory = await archive.part(place.value.offset, place.value.bytes);
  // A workbook is an archive too.
  if (directory.includes("[Content_Types].xml")) return bare(archive, fileName);
  const entries = readDirectory(directory, place.value.count);
  const plan = entries.ok ? planPackage(entries.value) : entries;
  if (!plan.ok) return plan;
  const bytes = await archive.bytesOf(plan.value.sheet);
  const read = bytes.ok ? readSheets(bytes.value, plan.value.sheet.path.split("/").at(-1) ?? "") : bytes;
  if (!read.ok) return read;
  return ok({
    sheets: read.value.sheets,
    attachments: plan.value.attachments,
    bytesOf: (entry) => archive.bytesOf(entry),
  });
}

async function bare(archive: Archive, fileName: string): Promise<Outcome<OpenPackage, Problem>> {
  if (archive.sizeBytes > FILE_SIZE_BYTES)
    return fail({ path: fileName, problem: "申报表太大", expected: `单独的表至多 ${FILE_SIZE_BYTES / 1024 / 1024} MB` });
  const read = readSheets(await archive.part(0, archive.sizeBytes), fileName);
  if (!read.ok) return read;
  return ok({ sheets: read.value.sheets, attachments: [], bytesOf: (entry) => archive.bytesOf(entry) });
}

class Archive {
  constructor(
    private readonly handle: FileHandle,
    readonly sizeBytes: number,
  ) {}

  /** Shorter where the file ends. */
  async part(offset: number, bytes: number): Promise<Buffer> {
    const buffer = Buffer.alloc(Math.max(0, Math.min(bytes, this.sizeBytes - offset)));
    const { bytesRead } = await this.handle.read(buffer, 0, buffer.length, offset);
    return buffer.subarray(0, bytesRead);
  }

  async bytesOf({ path, offset, method, packedBytes, unpackedBytes, crc }: PackageEntry): Promise<Outcome<Buffer, Problem>> {
    const broken = fail<Problem>({ path, problem: "文件已损坏，或大小与写明的不符", expected: "请重新压缩或重新导出" });
    const head = await this.part(offset, LOCAL_BYTES);
    if (head.length < LOCAL_BYTES || head.readUInt32LE(0) !== 0x04034b50) return broken;
    if (packedBytes > FILE_SIZE_BYTES + GROWTH_BYTES) return broken;
    const packed = await this.part(offset + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28), packedBytes);
    const bytes = method === "stored" ? packed : await unpacked(packed, unpackedBytes);
    return bytes !== null && bytes.length === unpackedBytes && crc32(bytes) === crc ? ok(bytes) : broken;
  }
}

/** null: it can't be unpacked, or is larger than it says. */
async function unpacked(packed: Buffer, most: number): Promise<Buffer | null> {
  try {
    return await unpack(packed, { maxOutputLength: Math.max(1, most) });
  } catch {
    // What zlib says of it helps nobody who packed it; the entry is named.
    return null;
  }
}
