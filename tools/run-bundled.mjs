/** Bundles one TypeScript program of the house and runs it with this node, from the root. Resolves to its exit status. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./freshness.mjs";

/** `entry` relative to the root. npm's packages stay outside, since some of them bring binaries. */
export async function runBundled(entry) {
  const cache = join(root, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  // Inside node_modules, so that the bundle finds the packages it imports.
  const folder = mkdtempSync(join(cache, "zhengdui-"));
  const outfile = join(folder, "program.mjs");
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      jsx: "automatic",
      external: ["@gorules/zen-engine", "feelin", "fast-check", "react", "react-dom/server"],
      logLevel: "warning",
    });
    const child = spawn(process.execPath, ["--enable-source-maps", outfile], { cwd: root, stdio: "inherit" });
    return await new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
