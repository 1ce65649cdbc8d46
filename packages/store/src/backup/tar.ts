/** Tar (POSIX ustar) as streams: `tar xzf` opens a backup where this program is not at hand. Only regular files with short names. */

const BLOCK = 512;

/** Sizes beyond this don't fit the header's eleven octal digits. */
export const largestEntryBytes = 8 ** 11 - 1;

export function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  const put = (text: string, at: number) => header.write(text, at, "utf8");
  put(name, 0);
  put(octal(0o600, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(size, 11), 124);
  put(octal(0, 11), 136);
  put("        0", 148);
  put("ustar\x0000", 257);
  put(`${octal(sumOf(header), 6)} `, 148);
  return header;
}

const sumOf = (header: Uint8Array): number => header.reduce((sum, byte) => sum + byte, 0);

export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

export const TAR_END = Buffer.alloc(2 * BLOCK);

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** To be read to its end before the next entry is asked for. */
  readonly body: AsyncGenerator<Buffer>;
}

/** Not a tar, or one that ends too early. */
export class TarFault extends Error {}

/** Reads what is there, exactly: any byte that this writer wouldn't have written is a fault. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = createReader(source);
  for (;;) {
    const header = await bytes.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) {
      const rest = await bytes.exactly(BLOCK);
      if (rest.some((byte) => byte !== 0) || !(await bytes.isAtEnd())) throw new TarFault("bytes after the end");
      return;
    }
    const name = header.toString("utf8", 0, header.indexOf(0));
    const size = Number.parseInt(header.toString("latin1", 124, 135), 8);
    if (!Number.isSafeInteger(size) || !tarHeader(name, size).equals(header)) throw new TarFault("a header that isn't ours");
    yield { name, size, body: bytes.body(size) };
    if ((await bytes.exactly(tarPadding(size).length)).some((byte) => byte !== 0)) throw new TarFault("padding that isn't empty");
  }
}

function createReader(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    while (held.length === 0) {
      const next = await chunks.next();
      if (next.done) return false;
      held = next.value;
    }
    return true;
  };
  const take = (most: number): Buffer => {
    const taken = held.subarray(0, most);
    held = held.subarray(taken.length);
    return taken;
  };
  async function* body(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (!(await more())) throw new TarFault("the end is missing");
      const taken = take(left);
      left -= taken.length;
      yield taken;
    }
  }
  return {
    body,
    isAtEnd: async () => !(await more()),
    exactly: async (size: number): Promise<Buffer> => {
      const parts: Buffer[] = [];
      for await (const part of body(size)) parts.push(part);
      return Buffer.concat(parts);
    },
  };
}
