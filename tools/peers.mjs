/** Programs that measure the product and that it doesn't need: installed once, beside the bundles that import them. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./freshness.mjs";

/** `peers`: name → exact version. Those of other benchmarks stay. Gives the folder whose node_modules holds them. */
export function installPeers(peers) {
  const folder = join(root, "node_modules", ".cache");
  const manifest = join(folder, "package.json");
  const there = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")).dependencies ?? {}) : {};
  const has = (name) => there[name] === peers[name] && existsSync(join(folder, "node_modules", name, "package.json"));
  if (Object.keys(peers).every(has)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, JSON.stringify({ private: true, dependencies: { ...there, ...peers } }));
  execFileSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund", "--prefix", folder], { stdio: "inherit" });
  return folder;
}
