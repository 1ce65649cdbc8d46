/**
 * NDJSON from a stream, with constant memory: lines come in batches (those that one chunk completes), the next chunk is asked for only
 * when the batch was taken. A line over 16 MiB is reported without being kept; blank lines are skipped but counted.
 */
import { fail, type Outcome, type Problem } from "@zhengdui/basics";
import { decodeUtf8 } from "./decode-utf8.ts";
import { parseJson } from "./parse-json.ts";
import { MAX_BYTES, TOO_LARGE } from "./read-file.ts";

export interface NdjsonLine {
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly value: Outcome<unknown, Problem>;
}

/** The bytes of a line without its end; null: it was too long and wasn't kept. */
export interface RawLine {
  readonly line: number;
  readonly bytes: Uint8Array | null;
}

const NEWLINE = 10;
const RETURN = 13;

export async function* readNdjson(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number = MAX_BYTES,
): AsyncGenerator<readonly NdjsonLine[]> {
  for await (const lines of splitLines(chunks, maxBytes)) yield lines.map(parseLine);
}

function parseLine({ line, bytes }: RawLine): NdjsonLine {
  if (bytes === null) return { line, value: fail(TOO_LARGE) };
  const text = decodeUtf8(bytes);
  return { line, value: text.ok ? parseJson(text.value) : text };
}

/** Non-blank lines, in batches that are never empty. The byte order mark stays in the first line (decoding drops it). */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<readonly RawLine[]> {
  const splitter = new LineSplitter(maxBytes);
  for await (const chunk of chunks) {
    const lines = splitter.take(chunk);
    if (lines.length > 0) yield lines;
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

class LineSplitter {
  private line = 1;
  /** The pieces of the line begun, and their length. Beyond the limit only the length goes on. */
  private pieces: Uint8Array[] = [];
  private length = 0;
  private done: RawLine[] = [];

  constructor(private readonly maxBytes: number) {}

  take(chunk: Uint8Array): readonly RawLine[] {
    this.done = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      this.add(chunk.subarray(from, end));
      this.finish();
      from = end + 1;
    }
    // A stream may reuse its buffer: what waits for the next chunk is copied.
    if (from < chunk.length) this.add(chunk.slice(from));
    return this.done;
  }

  end(): readonly RawLine[] {
    this.done = [];
    if (this.length > 0) this.finish();
    return this.done;
  }

  private add(piece: Uint8Array): void {
    this.length += piece.length;
    // One byte more may be the carriage return of the line's end.
    if (this.length > this.maxBytes + 1) this.pieces = [];
    else this.pieces.push(piece);
  }

  private finish(): void {
    if (this.length > this.maxBytes + 1) this.done.push({ line: this.line, bytes: null });
    else {
      const bytes = withoutReturn(
        this.pieces.length === 1 ? (this.pieces[0] as Uint8Array) : Buffer.concat(this.pieces, this.length),
      );
      if (bytes.length > this.maxBytes) this.done.push({ line: this.line, bytes: null });
      else if (!isBlank(bytes, this.line === 1)) this.done.push({ line: this.line, bytes });
    }
    this.line++;
    this.pieces = [];
    this.length = 0;
  }
}

const withoutReturn = (bytes: Uint8Array): Uint8Array => (bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes);

/** Nothing but spaces and tabs (after the byte order mark, where there may be one). */
function isBlank(bytes: Uint8Array, first: boolean): boolean {
  const start = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let i = start; i < bytes.length; i++) {
    const c = bytes[i];
    if (c !== 32 && c !== 9 && c !== RETURN) return false;
  }
  return true;
}
