/** `npm run bench`: every benchmark beside its peers and its limit; exit status 1 where one falls short. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./freshness.mjs";
import { runBundled } from "./run-bundled.mjs";

/** Peers that the product doesn't need; installed once, beside the bundles that import them. */
const PEERS = { "@gorules/zen-engine": "0.54.0" };

function installPeers() {
  const folder = join(root, "node_modules", ".cache");
  if (Object.keys(PEERS).every((name) => existsSync(join(folder, "node_modules", name, "package.json")))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: PEERS }));
  execFileSync("npm", ["install", "--no-package-lock", "--no-audit", "--no-fund", "--prefix", folder], { stdio: "inherit" });
}

installPeers();
process.exitCode = await runBundled("bench/run.ts");
