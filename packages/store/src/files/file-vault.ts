/** Uploaded files on disk, each content once, named by its SHA-256: written beside, flushed, renamed, flushed again; only then may a row name it. */
import { createHash, randomBytes } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const placeOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);

/** Its SHA-256, once the bytes are safe. */
export async function putFile(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const place = placeOf(folder, sha256);
  // Its name stands for its content: what is there whole is the same.
  if ((await sizeOf(place)) === bytes.length) return sha256;
  const shelf = join(folder, sha256.slice(0, 2));
  await mkdir(shelf, { recursive: true });
  const fresh = `${place}.${randomBytes(6).toString("hex")}.new`;
  try {
    await written(fresh, bytes);
    await rename(fresh, place);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await flushFolder(shelf);
  await flushFolder(folder);
  return sha256;
}

/** null: it isn't there, or not whole. */
export async function readFile(folder: string, sha256: string, sizeBytes: number): Promise<ReadStream | null> {
  const place = placeOf(folder, sha256);
  return (await sizeOf(place)) === sizeBytes ? createReadStream(place) : null;
}

async function written(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx", 0o640);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flushFolder(path: string): Promise<void> {
  // Windows has no handles of folders; its renames are journalled.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
