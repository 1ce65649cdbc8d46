/** Where the tests are. Packages are read as sources, nothing is built first. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}", "apps/*/test/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    globalSetup: ["tests/database/global-setup.ts"],
    setupFiles: ["tests/arbitrary/fixed-seed.ts"],
    environment: "node",
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
