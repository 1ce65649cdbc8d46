/** What a program that was killed left half written: removed by a later start, once nobody can be at it any more. */
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

const DAY_MS = 86_400_000;

/** In the folder, and in its folders where `deep`: what is named so and was last touched a day before `now`. Answers how many there were. */
export async function sweepUnfinished(folder: string, name: RegExp, now: Date, deep = false): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  let swept = 0;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (name.test(entry.name)) swept += await removeOld(path, now);
    else if (deep && entry.isDirectory()) swept += await sweepUnfinished(path, name, now);
  }
  return swept;
}

async function removeOld(path: string, now: Date): Promise<number> {
  try {
    if (now.getTime() - (await stat(path)).mtimeMs < DAY_MS) return 0;
    await rm(path, { recursive: true, force: true });
    return 1;
  } catch (error) {
    // Another start was quicker, or it is somebody else's in a folder that all share.
    if (error instanceof Error && "code" in error && /^(ENOENT|EACCES|EPERM)$/.test(String(error.code))) return 0;
    throw error;
  }
}
