/** The built page behind the real server, and a browser before it: what every browser test begins with. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { type RunningServer, startServer } from "../../apps/server/src/start-server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const hasChromium = existsSync(executablePath);
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

export interface ServedSite {
  readonly web: string;
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

export async function serveSite(): Promise<ServedSite> {
  const web = mkdtempSync(join(tmpdir(), "zhengdui-web-"));
  // In a process of its own: React goes by NODE_ENV.
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const config = join(root, "apps", "web", "vite.config.ts");
  execFileSync(process.execPath, [vite, "build", "-c", config, "--outDir", web, "--emptyOutDir", "--logLevel", "error"], {
    cwd: join(root, "apps", "web"),
    env: { ...process.env, NODE_ENV: "production" },
  });
  const policies = join(root, "policies");
  const started = await startServer({ port: 0, host: "127.0.0.1", policies, web, stopOnSignals: false, say: () => {} });
  if (!started.ok) throw new Error(started.errors.map((error) => error.problem).join());
  const server = started.value;
  const browser = await chromium.launch({ executablePath, args });
  return {
    web,
    server,
    browser,
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(web, { recursive: true, force: true });
    },
  };
}
