/** Where the tests are, and how they share the machine. Packages are read as sources; only what runs in a browser or as a command is built first. */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const inBrowser = "tests/**/*.browser.test.ts";

const alike = {
  setupFiles: ["tests/arbitrary/fixed-seed.ts"],
  environment: "node",
  pool: "forks",
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // What is waited for comes or doesn't; on a busy machine later. How fast it is, is measured elsewhere.
  expect: { poll: { timeout: 10_000, interval: 25 } },
} as const;

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism()),
    // By their names: the browser's files, the longest, begin.
    projects: [
      {
        test: {
          ...alike,
          name: "browser",
          include: [inBrowser],
          globalSetup: ["tests/browser/fresh-build.ts", "tests/database/global-setup.ts"],
          // Files of one worker share its modules, and with them one Chromium.
          isolate: false,
        },
      },
      {
        test: {
          ...alike,
          name: "calculation",
          include: ["packages/*/test/**/*.test.{ts,tsx}", "apps/*/test/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
          exclude: [inBrowser],
          globalSetup: ["tests/database/global-setup.ts"],
        },
      },
    ],
  },
});
