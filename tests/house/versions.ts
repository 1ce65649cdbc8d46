/** Rules about policies on disk: a published version's text never changes, and what is compiled is what compiling gives. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "./figures.ts";
import { type Breach, repository } from "./sources.ts";

/** "policies/jinjiang-2023-11/2023-05-01" … */
export function policyFolders(): string[] {
  const start = join(repository, "policies");
  const folders = (path: string) => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders(start).flatMap((policy) =>
    folders(join(start, policy.name)).map((version) => `policies/${policy.name}/${version.name}`),
  );
}

export function readFiguresOf(folder: string): Figure[] {
  const file = join(repository, folder, "compiled", "policy.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { params: Figure[] }).params : [];
}

/** `published`: file name → SHA-256, hex, on the day of publication. `read` gives a file's bytes, or null. */
export function breachesOfPublication(
  folder: string,
  published: Readonly<Record<string, string>>,
  read: (name: string) => Uint8Array | null,
): Breach[] {
  const breaches: Breach[] = [];
  for (const [name, expected] of Object.entries(published)) {
    const bytes = read(name);
    const actual = bytes ? createHash("sha256").update(bytes).digest("hex") : "gone";
    if (actual !== expected)
      breaches.push(`${folder}/${name}:1 was published as ${expected.slice(0, 12)}… and is now ${actual.slice(0, 12)}`);
  }
  return breaches;
}

/** `path` from the repository's root; null where there is no such file. */
export function readBytes(path: string): Uint8Array | null {
  const file = join(repository, path);
  return existsSync(file) ? readFileSync(file) : null;
}
