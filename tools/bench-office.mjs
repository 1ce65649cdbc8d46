/** `npm run bench:office`: the lists of an office with 110,000 enterprises on file, each held against its limit. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./freshness.mjs";

const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "tests/office/enterprises-city.test.ts", "--disable-console-intercept"],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ZHENGDUI_CITY: process.env.ZHENGDUI_CITY ?? "110000" },
  },
);
process.exitCode = status ?? 1;
