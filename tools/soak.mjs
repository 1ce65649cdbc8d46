/** `npm run soak`: a million dossiers through the command, two hundred crashes of server and database (tests/soak), Lighthouse on the public pages, then every property fifty times as often (SOAK=1). */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./freshness.mjs";
import { runBundled } from "./run-bundled.mjs";

const streamed = await runBundled("bench/soak.ts");
const scored = spawnSync(process.execPath, [join(root, "tools", "lighthouse.mjs")], { cwd: root, stdio: "inherit" });
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const tested = spawnSync(process.execPath, [vitest, "run", "--testTimeout=3600000", ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, SOAK: "1" },
  stdio: "inherit",
});
process.exitCode = streamed === 0 && scored.status === 0 && tested.status === 0 ? 0 : 1;
