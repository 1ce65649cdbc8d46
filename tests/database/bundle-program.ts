/** Makes one file of a TypeScript program for tests that run it as a process of its own, to be killed or run as another user. */
import { chmodSync, mkdtempSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

/** Any user can read it, and nothing of the house need be open to it. Answers its path. */
export async function bundleProgram(entry: string, place: string): Promise<string> {
  const folder = mkdtempSync(join(place, "zhengdui-program-"));
  chmodSync(folder, 0o755);
  const outfile = join(folder, basename(entry).replace(/\.ts$/, ".mjs"));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: { js: 'import { createRequire as __r } from "node:module"; const require = __r(import.meta.url);' },
    external: ["pg-native"],
    logLevel: "error",
  });
  return outfile;
}
