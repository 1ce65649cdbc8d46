/** Names in a ZIP archive's central directory, read without unpacking anything; null: no archive that one should open. */

export interface ZipEntry {
  readonly name: string;
  readonly unpackedBytes: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** The comment at an archive's end is no longer. */
const COMMENT_LENGTH = 0xffff;

export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return null;
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const [nameLength = 0] = lengths;
    const next = at + ENTRY_LENGTH + lengths.reduce((sum, one) => sum + one, 0);
    if (next > end) return null;
    const name = decoder.decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    entries.push({ name, unpackedBytes: view.getUint32(at + 24, true) });
    at = next;
  }
  return entries;
}

function endOf(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - END_LENGTH - COMMENT_LENGTH);
  for (let at = view.byteLength - END_LENGTH; at >= earliest; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

/** A name that leaves the folder into which an archive is unpacked. */
export const leavesArchive = (name: string): boolean =>
  /^([/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes("..") || name.includes("\0");
