/** The directory of a package's archive, read before anything is unpacked: names in UTF-8 or GBK, sizes, and what an archive must not hold. */
import { fail, type Outcome, ok, type Problem } from "@zhengdui/basics";
import { FILE_SIZE_BYTES } from "../file/file-kind.ts";
import { leavesArchive } from "../file/zip-entries.ts";

export interface PackageEntry {
  /** With / between folders, NFC. */
  readonly path: string;
  readonly method: "stored" | "deflated";
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc: number;
  /** Of its local header. */
  readonly offset: number;
}

const MIB_BYTES = 1024 * 1024;
export const PACKAGE_LIMITS = { bytes: 128 * MIB_BYTES, unpackedBytes: 512 * MIB_BYTES, entries: 5_000, pathLength: 400 };

/** Of a file's end: enough to find the directory. */
export const TAIL_BYTES = 0xffff + 22;
const [END, ENTRY] = [0x06054b50, 0x02014b50];

export interface DirectoryPlace {
  readonly offset: number;
  readonly bytes: number;
  readonly count: number;
}

const broken = (problem: string): Outcome<never, Problem> =>
  fail({ path: "", problem, expected: "平台导出的 zip，或其中的 xlsx；请重新下载" });

/** `tail`: the last bytes of the file. */
export function findDirectory(tail: Uint8Array, fileBytes: number): Outcome<DirectoryPlace, Problem> {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const [count, bytes, offset] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    if (view.getUint16(at + 8, true) !== count) return broken("压缩包分了卷");
    if (count > PACKAGE_LIMITS.entries)
      return fail({
        path: "",
        problem: `压缩包里有 ${count} 个文件`,
        expected: `至多 ${PACKAGE_LIMITS.entries} 个，可以分几次导出`,
      });
    if (offset + bytes > fileBytes) return broken("压缩包不完整或已损坏");
    return ok({ offset, bytes, count });
  }
  return broken("压缩包不完整或已损坏");
}

/** Everything that is wrong, each with the file's path; folders aren't listed. */
export function readDirectory(bytes: Uint8Array, count: number): Outcome<readonly PackageEntry[], Problem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: PackageEntry[] = [];
  const problems: Problem[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return broken("压缩包的目录已损坏");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const raw = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = nameOf(raw);
    const path = (name ?? "").replaceAll("\\", "/").normalize("NFC");
    const faults = faultsOf(view, at, name, path);
    if (faults.length > 0) problems.push(...faults);
    else if (!path.endsWith("/")) entries.push(entryAt(view, at, path));
    at += 46 + nameLength + extra + comment;
  }
  problems.push(...twice(entries), ...tooMuch(entries));
  return problems.length === 0 ? ok(entries) : fail(...problems);
}

const entryAt = (view: DataView, at: number, path: string): PackageEntry => ({
  path,
  method: view.getUint16(at + 10, true) === 0 ? "stored" : "deflated",
  crc: view.getUint32(at + 16, true),
  packedBytes: view.getUint32(at + 20, true),
  unpackedBytes: view.getUint32(at + 24, true),
  offset: view.getUint32(at + 42, true),
});

/** Whatever the archive's mark says: tools of Chinese Windows write GBK without one, others UTF-8 without one. */
function nameOf(raw: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch {
      // Not in this encoding; the next one is tried.
    }
  }
  return null;
}

function faultsOf(view: DataView, at: number, name: string | null, path: string): Problem[] {
  const said = (problem: string, expected: string): Problem[] => [
    { path: path.slice(0, PACKAGE_LIMITS.pathLength), problem, expected },
  ];
  if (name === null || name === "") return said("文件名读不出来", "文件名用 UTF-8 或 GBK 编码");
  if (/[\p{Cc}\p{Cs}\p{Cf}]/u.test(path)) return said("文件名里有看不见的字符", "改名后重新压缩");
  if (leavesArchive(name) || path.split("/").some((part) => part === "..")) return said("指向压缩包之外的路径", "去掉这个文件");
  if (path.length > PACKAGE_LIMITS.pathLength) return said("路径太长", `至多 ${PACKAGE_LIMITS.pathLength} 个字符`);
  if (((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000) return said("是符号链接，不是文件", "换成文件本身");
  if ((view.getUint16(at + 8, true) & 1) !== 0) return said("加了密码", "请解密后重新压缩");
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) return said("压缩方式不常用，解不开", "用普通的 zip 压缩");
  const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
  if (method === 0 && packed !== unpacked) return said("写明的大小前后不一", "请重新压缩");
  return unpacked > FILE_SIZE_BYTES ? said("文件太大", `每个至多 ${FILE_SIZE_BYTES / MIB_BYTES} MB`) : [];
}

function twice(entries: readonly PackageEntry[]): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ path }) => {
    const same = path.toUpperCase();
    const known = seen.has(same);
    seen.add(same);
    return known ? [{ path, problem: "压缩包里有两个同名的文件", expected: "改名或删去一个（大小写不算不同）" }] : [];
  });
}

function tooMuch(entries: readonly PackageEntry[]): Problem[] {
  const bytes = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  const most = PACKAGE_LIMITS.unpackedBytes;
  return bytes <= most
    ? []
    : [{ path: "", problem: "压缩包解开后过大", expected: `解开后至多 ${most / MIB_BYTES} MB，可以分几次导出` }];
}
