/** The files kept beside the database, each under its own SHA-256: which there are, and putting one back. */
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";

export interface EvidenceFile {
  readonly path: string;
  readonly bytes: number;
}

const isNamedByHash = (path: string): boolean => /^([0-9a-f]{2}\/)*[0-9a-f]{64}$/.test(path);

/** In order. What isn't named by a hash is half-written, or not ours. */
export async function evidenceFilesIn(folder: string): Promise<readonly EvidenceFile[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(isNamedByHash)
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, bytes: (await stat(join(folder, path))).size })));
}

export const readEvidence = (folder: string, path: string): AsyncIterable<Buffer> => createReadStream(join(folder, path));

/** True where its content has the hash that is its name. */
export async function isSound(folder: string, path: string): Promise<boolean> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(join(folder, path))) hash.update(part);
  return hash.digest("hex") === basename(path);
}

/** What is there already has the same name, so the same content. */
export async function putEvidence(folder: string, path: string, body: AsyncIterable<Buffer>): Promise<void> {
  if (!isNamedByHash(path)) throw new Error(`no evidence file: ${path}`);
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.new-${randomBytes(4).toString("hex")}`;
  try {
    await pipeline(body, createWriteStream(aside, { mode: 0o600, flush: true }));
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
}
