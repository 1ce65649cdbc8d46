/** The workshop for a test in a browser: pages and the studying program built as the build does it, and the real server over a folder of drafts. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type RunningServer, startServer } from "../../apps/server/src/start-server.ts";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const policies = join(root, "policies");

export interface WorkshopSite {
  readonly server: RunningServer;
  /** The folder of drafts. */
  readonly drafts: string;
  /** The folder of the built pages. */
  readonly web: string;
  readonly close: () => Promise<void>;
}

/** `studies`: with the program that proves and mutates. */
export async function openWorkshopSite(studies: boolean): Promise<WorkshopSite> {
  const folder = mkdtempSync(join(tmpdir(), "zhengdui-workshop-"));
  const [web, drafts] = [join(folder, "web"), join(folder, "drafts")];
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  // As the build does: the public page first, the workshop beside it.
  for (const mode of ["production", "workshop"]) {
    const config = join(root, "apps/web/vite.config.ts");
    const options = ["build", "-c", config, "--outDir", web, "--logLevel", "error", "--mode", mode];
    const env = { ...process.env, NODE_ENV: "production" };
    execFileSync(process.execPath, [vite, ...options], { cwd: join(root, "apps/web"), env });
  }
  // Inside node_modules, so that the program finds the solver.
  const cache = join(root, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const programs = mkdtempSync(join(cache, "zhengdui-study-"));
  const study = join(programs, "draft-study.mjs");
  if (studies)
    await build({
      absWorkingDir: root,
      entryPoints: ["apps/cli/src/draft-study.ts"],
      outfile: study,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      external: ["z3-solver"],
      // CommonJS dependencies inside an ES module bundle call require().
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      logLevel: "warning",
    });
  const options = { port: 0, host: "127.0.0.1", policies, web, workshop: drafts, study, stopOnSignals: false, say: () => {} };
  const started = await startServer(options);
  if (!started.ok) throw new Error(started.errors.map((error) => error.problem).join());
  const server = started.value;
  return {
    server,
    drafts,
    web,
    async close() {
      await server.stop();
      for (const made of [folder, programs]) rmSync(made, { recursive: true, force: true });
    },
  };
}
