/** A backup on disk: written under another name and put in place whole, read with every hash held against the manifest. */
import { createHash, type Hash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { finished, pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { type BackedTable, FORMAT, fileEntry, MANIFEST, type Manifest, SEAL, tablePart } from "./manifest.ts";
import { readTar, TAR_END, type TarEntry, TarFault, tarHeader, tarPadding } from "./tar.ts";

export interface BackupWriter {
  readonly add: (name: string, size: number, body: AsyncIterable<Buffer> | readonly Buffer[]) => Promise<void>;
  /** Seals and puts it in place; until then there is only FILE.new. */
  readonly finish: (manifest: Manifest) => Promise<void>;
  readonly abandon: () => Promise<void>;
}

const sha256 = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function writeBackupFile(file: string): BackupWriter {
  const unfinished = `${file}.new`;
  const gzip = createGzip();
  // It holds personal data: only its owner reads it. What stands there already (of another's rights, or a link to another place) isn't written into.
  const written = rm(unfinished, { force: true }).then(() =>
    pipeline(gzip, createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true })),
  );
  written.catch(() => undefined);
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (!gzip.write(bytes)) await Promise.race([once(gzip, "drain"), written]);
  };
  const add: BackupWriter["add"] = async (name, size, body) => {
    await write(tarHeader(name, size));
    for await (const part of body) await write(part);
    await write(tarPadding(size));
  };
  const finish = async (manifest: Manifest): Promise<void> => {
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    await add(MANIFEST, text.length, [text]);
    const seal = Buffer.from(`${sha256(text)}\n`);
    await add(SEAL, seal.length, [seal]);
    await write(TAR_END);
    gzip.end();
    await written;
    await sync(unfinished);
    await rename(unfinished, file);
    await sync(dirname(file));
  };
  const abandon = async (): Promise<void> => {
    gzip.destroy();
    await written.catch(() => undefined);
    await rm(unfinished, { force: true });
  };
  return { add, finish, abandon };
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Every entry, in order. Throws what zlib or the tar finds wrong; a fault of the disk likewise. */
export async function* entriesOf(file: string): AsyncGenerator<TarEntry> {
  const raw = createReadStream(file);
  const plain = createGunzip();
  const read = pipeline(raw, plain);
  read.catch(() => undefined);
  try {
    yield* readTar(plain);
    await read;
  } finally {
    raw.destroy();
    plain.destroy();
    await finished(raw).catch(() => undefined);
  }
}

/** Reads it to its end. The manifest, where all of it is as it was written; else what isn't. */
export async function verifyBackupFile(file: string): Promise<Manifest | TarFault> {
  const hashes = new Map<string, Hash>();
  const found: string[] = [];
  let manifest = "";
  let seal = "";
  try {
    for await (const { name, body } of entriesOf(file)) {
      if (seal !== "") return new TarFault(`${name} after the seal`);
      if (name === MANIFEST) manifest = await textOf(body);
      else if (name === SEAL) seal = await textOf(body);
      else {
        found.push(name);
        await hashInto(hashes, keyOf(name), body);
      }
    }
  } catch (error) {
    if (error instanceof TarFault || isZlibError(error))
      return new TarFault(error instanceof Error ? error.message : String(error));
    throw error;
  }
  if (seal === "" || seal.trim() !== sha256(manifest)) return new TarFault("the manifest isn't as it was written");
  const said = JSON.parse(manifest) as Manifest;
  return said.format === FORMAT ? (mismatch(said, found, hashes) ?? said) : new TarFault(`format ${said.format}`);
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^(Z_|ERR_(STREAM_PREMATURE|BUFFER))/.test(String(error.code));

const keyOf = (name: string): string => (name.startsWith("tables/") ? name.slice(0, name.lastIndexOf("/")) : name);

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

async function hashInto(hashes: Map<string, Hash>, key: string, body: AsyncIterable<Buffer>): Promise<void> {
  const hash = hashes.get(key) ?? createHash("sha256");
  hashes.set(key, hash);
  for await (const part of body) hash.update(part);
}

function mismatch(manifest: Manifest, found: readonly string[], hashes: ReadonlyMap<string, Hash>): TarFault | null {
  const partsOf = ({ name, parts }: BackedTable) => Array.from({ length: parts }, (_, at) => tablePart(name, at));
  const expected = [...manifest.tables.flatMap(partsOf), ...manifest.files.map(({ path }) => fileEntry(path))];
  if (expected.length !== found.length || expected.some((name, at) => found[at] !== name))
    return new TarFault("its entries aren't those of its manifest");
  const wanted = new Map([
    ...manifest.tables.filter(({ parts }) => parts > 0).map(({ name, sha256 }) => [`tables/${name}`, sha256] as const),
    ...manifest.files.map(({ path }) => [fileEntry(path), path.slice(path.lastIndexOf("/") + 1)] as const),
  ]);
  for (const [key, hash] of hashes) if (wanted.get(key) !== hash.digest("hex")) return new TarFault(`${key} was altered`);
  return null;
}
